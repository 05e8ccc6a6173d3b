import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findServerProgram, type ServerProgram } from './server-program.ts';

export interface EmbeddedPostgres {
  /** `postgres://…` of a superuser, on this computer only. */
  readonly url: string;
  readonly pid: number;
  /** Ends it in an orderly way. */
  stop(): Promise<void>;
  /** Breaks every connection and ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where its data stays. Without it, they are thrown away at the end. */
  readonly folder?: string;
  readonly port?: number;
  /** Settings of the server (`name=value`). */
  readonly settings?: readonly string[];
}

/** Owner of the data where this process is root, as which PostgreSQL refuses to run: `nobody`, known to every system. */
const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Starts a real PostgreSQL for development and tests. A new cluster takes two seconds to make, so one is kept in the
 * system's folder for temporary files and copied.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const kept = options.folder !== undefined;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'reelwright-postgres-'));
  mkdirSync(folder, { recursive: true });
  handOver(folder);
  const cache = join(tmpdir(), `reelwright-postgres-cluster-${userInfo().uid}`);
  const program = findServerProgram(join(folder, 'lib'));
  const data = join(folder, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) newCluster(program, `${cache}-${program.version}`, data);
  const port = options.port ?? (await freePort());
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    ...(kept ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...(options.settings ?? []),
  ].flatMap((setting) => ['-c', setting]);
  const child = spawn(program.postgres, ['-D', data, '-p', String(port), ...settings], {
    env: program.environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...asOwner(),
  });
  await untilReady(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    watcher?.kill('SIGKILL');
    await ended(child, signal);
    if (!kept) rmSync(folder, { recursive: true, force: true });
  };
  const watcher = endWithThisProcess(child, kept ? null : folder);
  return {
    url: `postgres://owner@127.0.0.1:${port}/postgres`,
    pid: child.pid ?? 0,
    stop: () => end('SIGINT'),
    kill: () => end('SIGQUIT'),
  };
}

function newCluster(program: ServerProgram, cached: string, data: string): void {
  if (!existsSync(cached)) {
    const making = mkdtempSync(`${cached}-`);
    chmodSync(making, 0o700);
    handOver(making);
    const flags = ['--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    const made = spawnSync(program.initdb, ['-D', making, '-U', 'owner', ...flags], {
      env: program.environment,
      encoding: 'utf8',
      ...asOwner(),
    });
    if (made.status !== 0) {
      throw new Error(`PostgreSQL could not make a cluster: ${made.stderr || made.error?.message}`);
    }
    try {
      renameSync(making, cached);
    } catch {
      // Another process was first: its cluster is as good.
      rmSync(making, { recursive: true, force: true });
    }
  }
  cpSync(cached, data, { recursive: true });
  chmodSync(data, 0o700);
  if (isRoot()) spawnSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, data]);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function asOwner(): { readonly uid?: number; readonly gid?: number } {
  return isRoot() ? nobody : {};
}

function handOver(folder: string): void {
  if (isRoot()) chownSync(folder, nobody.uid, nobody.gid);
}

/**
 * A process of its own that waits for the end of this one, which may come without a word (SIGKILL), and ends the server then.
 * It holds the other end of a pipe that the system closes with this process.
 */
function endWithThisProcess(server: ChildProcess, temporary: string | null): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script =
    'cat > /dev/null; kill -INT "$0"; while kill -0 "$0"; do sleep 0.1; done; [ -z "$1" ] || rm -rf "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, String(server.pid), temporary ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
  return watcher;
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      if (said.length < 20_000) said += text;
      if (text.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
