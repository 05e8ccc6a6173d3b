import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/testing/free-port.ts';
import { isAlive } from '../../src/testing/is-alive.ts';
import { environmentWithoutKeys } from '../environment-without-keys.ts';
import { root } from '../run-cli.ts';

export interface ServerWish {
  /** A data folder that is there already; it is not removed. */
  readonly home?: string;
  /** More words for `npm start --`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** As without `--no-open`. */
  readonly open?: boolean;
}

/** `npm start` as a person would run it on a machine without a screen. */
export interface StudioServer {
  readonly home: string;
  /** With a ticket; good for any number of browsers. */
  readonly address: string;
  /** `http://<label>.localhost:<port>`. */
  readonly origin: string;
  readonly process: ChildProcess;
  /** Everything it said so far. */
  said(): string;
  seen(pattern: RegExp): Promise<void>;
  ended(): Promise<number | null>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the server host on a temporary data folder and a free port. No key of whoever runs the tests reaches it. */
export async function startStudioServer(wish: ServerWish = {}): Promise<StudioServer> {
  const home = wish.home ?? mkdtempSync(join(tmpdir(), 'reelwright-server-'));
  // A screen that was built elsewhere, where the usual folder is in use.
  const renderer = process.env['REELWRIGHT_TEST_RENDERER'];
  // Of two studios that look for a port from the same number on, one could get that of the other while it restarts.
  // A port alone means a browser: where the desktop app is asked for as well, none is named.
  const port = wish.open || wish.args?.includes('--port') ? [] : ['--port', String(await freePort())];
  const args = [
    ...(wish.open ? [] : ['--no-open']),
    ...['--home', home],
    ...port,
    ...(wish.args ?? ['--reuse-address']),
    ...(renderer === undefined ? [] : ['--renderer', renderer]),
  ];
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), ...args], {
    cwd: root,
    env: { ...environmentWithoutKeys(), ...wish.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const watchers = new Set<() => void>();
  const note = (chunk: Buffer): void => {
    said += chunk;
    for (const watcher of watchers) watcher();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const seen = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!pattern.test(said)) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      void closed.then(() => reject(new Error(`The server ended before it said ${pattern}:\n${said}`)));
      look();
    });
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && isAlive(child.pid)) child.kill('SIGTERM');
    await closed;
    if (wish.home === undefined) rmSync(home, { recursive: true, force: true });
  };
  try {
    await seen(/#ticket=[0-9a-f]{64}/);
  } catch (error) {
    await stop();
    throw error;
  }
  const address = /http:\/\/\S+#ticket=[0-9a-f]{64}/.exec(said)?.[0] ?? '';
  return {
    home,
    address,
    origin: new URL(address).origin,
    process: child,
    said: () => said,
    seen,
    ended: () => closed,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
