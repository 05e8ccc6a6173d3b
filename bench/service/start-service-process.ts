import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeTokenKeys, type TokenKeys } from '../../src/testing/service/make-token-keys.ts';
import { startEmbeddedPostgres } from '../../tools/embedded-postgres/start-embedded-postgres.ts';

export interface ServiceProcess {
  readonly port: number;
  readonly keys: TokenKeys;
  stop(): Promise<void>;
}

/** The service as it is run for people: a process of its own, over a PostgreSQL that writes to the disk before it answers. */
export async function startServiceProcess(): Promise<ServiceProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-bench-service-'));
  const postgres = await startEmbeddedPostgres({ folder });
  let keys: TokenKeys | null = null;
  const keyServer = createServer((_, response) => response.end(JSON.stringify(keys?.jwks)));
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  const address = keyServer.address();
  const keyPort = typeof address === 'object' && address !== null ? address.port : 0;
  keys = await makeTokenKeys(`http://127.0.0.1:${keyPort}`);
  const service = spawn(process.execPath, [join(import.meta.dirname, '../../src/cloud/start.mjs')], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: postgres.url,
      CLERK_ISSUER: keys.issuer,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await untilStarted(service);
  return {
    port,
    keys,
    async stop() {
      const ended = new Promise((resolve) => service.once('exit', resolve));
      service.kill('SIGTERM');
      await ended;
      keyServer.closeAllConnections();
      keyServer.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilStarted(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    service.once('exit', (code) => reject(new Error(`The service ended with ${code} before it served.`)));
    if (service.stdout === null) return;
    createInterface(service.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { readonly event: string; readonly port?: number };
      if (said.event === 'started') resolve(said.port ?? 0);
    });
  });
}
