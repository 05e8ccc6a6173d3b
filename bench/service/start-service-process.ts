import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTokenKeys, type TokenKeys } from '../../src/testing/service/make-token-keys.ts';
import { spawnService } from '../../src/testing/service/spawn-service.ts';
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
  const service = await spawnService({ databaseUrl: postgres.url, issuer: keys.issuer });
  return {
    port: service.port,
    keys,
    async stop() {
      await service.end('SIGTERM');
      keyServer.closeAllConnections();
      keyServer.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
