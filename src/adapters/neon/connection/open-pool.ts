import { Client, type ClientConfig, Pool, type PoolClient } from '@neondatabase/serverless';
import { tcpWebSocket } from './tcp-web-socket.ts';

export interface PoolOptions {
  /** `postgres://user:password@host/database`. Of Neon, or of any other PostgreSQL. */
  readonly url: string;
  /** How many connections at most. */
  readonly connections: number;
  /** How long one connection may take to come about, a sleeping database's waking included. */
  readonly connectTimeoutMs: number;
}

/** Opens no connection yet. Neon is reached over its own WebSockets, any other PostgreSQL through the pipe. */
export function openPool({ url, connections, connectTimeoutMs }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 30_000,
  });
  if (!isNeon(url)) pool.Client = pipedClient(url);
  // A connection that breaks while nobody uses it is taken out of the pool; the next question opens another.
  pool.on('error', () => undefined);
  // One that breaks while a question is open fails the question; said a second time, without a listener, it would end the process.
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return pool;
}

export function isNeon(url: string): boolean {
  return /\.neon\.(tech|build)$/.test(new URL(url).hostname);
}

function pipedClient(url: string): typeof Client {
  const mode = new URL(url).searchParams.get('sslmode');
  const socket = tcpWebSocket(mode !== null && mode !== 'disable' && mode !== 'prefer' && mode !== 'allow');
  return class extends Client {
    constructor(config: ClientConfig | string) {
      super(config);
      const { neonConfig } = this;
      neonConfig.webSocketConstructor = socket;
      neonConfig.wsProxy = (host, port) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
      neonConfig.useSecureWebSocket = false;
      // Other servers ask for SCRAM, for which the driver must wait for their word; and the pipe gathers writes itself.
      neonConfig.pipelineConnect = false;
      neonConfig.coalesceWrites = false;
    }
  };
}
