import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openChannel } from '../adapters/neon/connection/open-channel.ts';
import { openSyncDatabase } from '../adapters/neon/sync-database.ts';
import { type Fault, fail, ok, type Result } from '../domain/kernel/result.ts';
import { createCloudApp } from './create-cloud-app.ts';
import { forgetRemovedProjects } from './forget-removed.ts';
import { createHeads } from './live/heads.ts';
import type { LiveStream } from './live/live-stream.ts';
import { spreadHeads } from './live/spread-heads.ts';
import { createSweeper } from './media/create-sweeper.ts';
import { openStorage } from './media/open-storage.ts';
import { asClause } from './observed/describe-error.ts';
import type { Log } from './observed/log.ts';
import { createMetrics } from './observed/metrics.ts';
import type { MediaStorage } from './ports/media-storage.ts';
import type { CloudSettings } from './settings.ts';
import { createIssuerKeys } from './tokens/issuer-keys.ts';
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

/**
 * Brings the database up to date and serves; the account service is not waited for. Faults: `cloud.database`, `cloud.storage`,
 * `cloud.port`, and `sync.newer-schema` for a database of a newer version.
 */
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
    return notPrepared(prepared.fault, settings.databaseUrl);
  }
  const streams = new Set<LiveStream>();
  const metrics = createMetrics({
    openStreams: () => streams.size,
    hasKeys: () => keys.has(),
    databaseLoad: () => database.load(),
  });
  const storage = openStorage(settings.storage, now, metrics.askedStorage);
  const usable = await checkStorage(storage);
  if (!usable.ok) {
    await database.close();
    return usable;
  }
  const keys = createIssuerKeys({
    ...{ issuer: settings.issuer, now, onAsked: metrics.askedKeys },
    onChange: (state, host, reason) => log({ event: 'identity', state, host, reason }),
  });
  const sweeper =
    storage === null
      ? null
      : createSweeper({ keeper: database.media.keeper, storage, now, log, onSwept: metrics.swept });
  const channel = openChannel({
    ...{ url: settings.databaseUrl, name: 'reelwright_heads', connectTimeoutMs: 5_000 },
    ...{ askMs: 15_000, pauseMs: 500 },
  });
  let open = true;
  const app = createCloudApp({
    parts: { database, storage, sweeper, heads: spreadHeads(createHeads(), channel), streams, now },
    proxyHops: settings.proxyHops,
    verifyToken: rememberCallers(createTokenVerifier({ ...settings, keys, now }), now),
    identityState: keys.state,
    log,
    metrics,
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
    keys.close();
    await channel.close();
    await database.close();
    return listening;
  }
  sweeper?.start();
  const stopForgetting = forgetRemovedProjects(database, log);
  return ok({
    port: listening.value,
    async close() {
      open = false;
      keys.close();
      for (const stream of streams) stream.end();
      const linger = setTimeout(() => server.closeAllConnections(), lingerMs);
      // A connection falls idle when its last answer has gone out: each is ended then.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(idle);
      clearTimeout(linger);
      await sweeper?.stop();
      await stopForgetting();
      await channel.close();
      await database.close();
    },
  });
}

/** Why the database could not be brought up to date, for whoever starts the service: devices have their own words for its sleep. */
function notPrepared(fault: Fault, databaseUrl: string): Result<never> {
  if (fault.code === 'sync.newer-schema') return { ok: false, fault };
  const { hostname, port } = new URL(databaseUrl);
  const reason = fault.detail?.['reason'];
  const why = typeof reason === 'string' ? ` (${asClause(reason)})` : '';
  return fail(
    'cloud.database',
    `The service was not started: the database at ${hostname}:${port || '5432'} did not answer within ${patienceMs / 1_000} seconds${why}. Nothing was changed. See that it runs and can be reached from here, then start the service again.`,
  );
}

/** A storage that sleeps wakes up; one that does not let this service in has to be set rightly first. Faults: `cloud.storage`. */
async function checkStorage(storage: MediaStorage | null): Promise<Result<void>> {
  const probed = storage === null ? ok(undefined) : await storage.probe();
  if (probed.ok || probed.fault.code === 'sync.storage-asleep') return ok(undefined);
  const reason = String(probed.fault.detail?.['reason'] ?? '').replace(/^storage: /, '');
  return fail(
    'cloud.storage',
    `The storage does not let the service in (${asClause(reason)}). The service was not started. Compare its address, its name and the key with docs/deploy.md.`,
  );
}

function cannotListen(port: number, error: Error): Result<never> {
  return fail(
    'cloud.port',
    `Port ${port} cannot be used (${asClause(error.message)}). The service was not started.`,
  );
}
