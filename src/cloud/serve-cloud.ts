import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openChannel } from '../adapters/neon/connection/open-channel.ts';
import { openSyncDatabase } from '../adapters/neon/sync-database.ts';
import { createS3Storage } from '../adapters/s3/create-s3-storage.ts';
import type { MediaStorage } from '../adapters/s3/media-storage.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { createCloudApp } from './create-cloud-app.ts';
import { createHeads } from './live/heads.ts';
import type { LiveStream } from './live/live-stream.ts';
import { spreadHeads } from './live/spread-heads.ts';
import type { Log } from './observed/log.ts';
import { createMetrics } from './observed/metrics.ts';
import type { CloudSettings } from './settings.ts';
import { createCutFolder } from './shares/cut-files.ts';
import { rememberCallers } from './tokens/remember-callers.ts';
import { createTokenVerifier } from './tokens/verify-token.ts';

export interface ServedCloud {
  readonly port: number;
  /** Takes no new calls, ends streams, lets calls under way finish, and lets go of the database. */
  close(): Promise<void>;
}

/** How long the database's sleep is waited out: within the time in which a studio waits for an answer. */
const patienceMs = 8_000;
const lingerMs = 10_000;

/** Brings the database up to date and serves. Faults: of `prepare`, and `cloud.port`. */
export async function serveCloud(
  settings: CloudSettings,
  log: Log,
  now: () => number,
): Promise<Result<ServedCloud>> {
  const database = openSyncDatabase({
    url: settings.databaseUrl,
    connections: settings.databaseConnections,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 10_000,
    patienceMs,
    now,
  });
  const prepared = await database.prepare();
  if (!prepared.ok) {
    await database.close();
    return prepared;
  }
  const streams = new Set<LiveStream>();
  const channel = openChannel({
    ...{ url: settings.databaseUrl, name: 'reelwright_heads', connectTimeoutMs: 5_000 },
    ...{ askMs: 15_000, pauseMs: 500 },
  });
  let open = true;
  const app = createCloudApp({
    parts: {
      ...{ database, storage: openStorage(settings, now), heads: spreadHeads(createHeads(), channel), streams, now },
      cutFiles: createCutFolder(settings.cutFolder),
    },
    proxyHops: settings.proxyHops,
    verifyToken: rememberCallers(createTokenVerifier({ ...settings, now }), now),
    log,
    metrics: createMetrics({ openStreams: () => streams.size, databaseLoad: () => database.load() }),
    metricsToken: settings.metricsToken,
    isOpen: () => open,
  });
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 30_000 },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  const listening = await new Promise<Result<number>>((resolve) => {
    server.once('error', (error) => resolve(cannotListen(settings.port, error)));
    server.listen({ port: settings.port, host: settings.host }, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : settings.port));
    });
  });
  if (!listening.ok) {
    await channel.close();
    await database.close();
    return listening;
  }
  return ok({
    port: listening.value,
    async close() {
      open = false;
      for (const stream of streams) stream.end();
      const linger = setTimeout(() => server.closeAllConnections(), lingerMs);
      // A connection falls idle when its last answer has gone out: each is ended then.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(idle);
      clearTimeout(linger);
      await channel.close();
      await database.close();
    },
  });
}

function openStorage({ storage }: CloudSettings, now: () => number): MediaStorage | null {
  if (storage === null) return null;
  return createS3Storage({ settings: storage, now, connectTimeoutMs: 5_000, answerTimeoutMs: 15_000 });
}

function cannotListen(port: number, error: Error): Result<never> {
  return fail('cloud.port', `Port ${port} cannot be used (${error.message}). The service was not started.`);
}
