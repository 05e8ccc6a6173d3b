import { createServer } from 'node:http';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../tools/embedded-postgres/start-embedded-postgres.ts';
import type { LogEntry } from '../../cloud/observed/log.ts';
import { serveCloud } from '../../cloud/serve-cloud.ts';
import type { CloudSettings, StorageSettings } from '../../cloud/settings.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { makeTokenKeys, type TokenKeys } from './make-token-keys.ts';

export interface TestService {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly keys: TokenKeys;
  readonly postgres: EmbeddedPostgres;
  /** What it was started with: for another one beside it. */
  readonly settings: Omit<CloudSettings, 'port'>;
  /** What it logged, oldest first. */
  readonly logged: readonly LogEntry[];
  /** A token of that person, good for a minute (or `lifetimeS`). */
  token(userId: string, claims?: Readonly<Record<string, unknown>>, lifetimeS?: number): Promise<string>;
  /** Ends the service and starts it again at the same address, on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  /** Who issues tokens, where it is not the service's own key pair: the address of a stand-in of the account service. */
  readonly issuer?: string;
  readonly authorisedParties?: readonly string[];
  /** Of the service. */
  readonly now?: () => number;
  readonly databaseConnections?: number;
  /** Where files are kept; nowhere without it. */
  readonly storage?: StorageSettings;
}

/** The real service over a real PostgreSQL, with a key pair that signs tokens for anybody. Takes about half a second. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const {
    now = Date.now,
    databaseConnections = 10,
    authorisedParties = ['https://app.reelwright.test'],
  } = options;
  const postgres = await startEmbeddedPostgres();
  const keyServer = await serveKeys();
  const logged: LogEntry[] = [];
  const settings = {
    host: '127.0.0.1',
    databaseUrl: postgres.url,
    databaseConnections,
    issuer: options.issuer ?? keyServer.keys.issuer,
    authorisedParties,
    metricsToken: null,
    proxyHops: 0,
    storage: options.storage ?? null,
  };
  const start = async (port: number) =>
    unwrap(await serveCloud({ ...settings, port }, (entry) => void logged.push(entry), now));
  let cloud = await start(0);
  const { port } = cloud;
  return {
    origin: `http://127.0.0.1:${port}`,
    keys: keyServer.keys,
    postgres,
    settings,
    logged,
    token: (userId, claims = {}, lifetimeS = 60) =>
      keyServer.keys.sign({ ...claims, sub: userId }, { nowMs: now(), lifetimeS }),
    async restart() {
      await cloud.close();
      cloud = await start(port);
    },
    async stop() {
      await cloud.close();
      await keyServer.close();
      await postgres.stop();
    },
  };
}

/** The address where the public half of the keys is fetched, as from a Frontend API. */
async function serveKeys(): Promise<{ readonly keys: TokenKeys; close(): Promise<void> }> {
  let keys: TokenKeys | null = null;
  const server = createServer((request, response) => {
    const found = request.url === '/.well-known/jwks.json' && keys !== null;
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(found ? JSON.stringify(keys?.jwks) : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The key server has no port.');
  keys = await makeTokenKeys(`http://127.0.0.1:${address.port}`);
  return {
    keys,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
