import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/core/store/open-store.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import { createTestStudio } from '../../src/testing/create-test-studio.ts';
import { environmentWithoutKeys } from '../environment-without-keys.ts';
import { root } from '../run-cli.ts';
import { rawRequest, signIn } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';
import { startStudioServer } from './start-studio-server.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-start-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** `npm start` where it is expected to end by itself. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), ...args], {
    cwd: root,
    env: { ...environmentWithoutKeys(), DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said += piece;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

test('words that make no sense are refused in one sentence, and nothing is made', async () => {
  const { code, said } = await run(['--port', '99999', '--home', join(home, 'none')]);
  expect(code).toBe(2);
  expect(said.trim()).toBe(
    '--port takes a whole number from 1 to 65535, not "99999". Nothing was started. "npm start -- --help" lists the options.',
  );
  expect(existsSync(join(home, 'none'))).toBe(false);
  const help = await run(['--help']);
  expect(help.code).toBe(0);
  expect(help.said).toContain('--no-open');
});

test('a port that was asked for and is in use is said; the data folder is let go', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, said } = await run(['--no-open', '--home', home, '--port', String(port)]);
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is in use by another program. Nothing was started.`);
  other.close();
  createTestStudio({ home }).studio.parts.store.close();
});

test('without a port each start takes a free one', async () => {
  await using one = await startStudioServer();
  await using other = await startStudioServer();
  expect(new URL(one.origin).port).not.toBe(new URL(other.origin).port);
});

test('a second start on the same data folder brings the first, with an address of its own', async () => {
  await using server = await startStudioServer({ home, args: [] });
  const first = await signIn(server);
  expect(first).toMatch(/^reelwright=/);
  // The printed ticket is used up now.
  expect(await signIn(server)).toBe('');
  const { code, said } = await run(['--no-open', '--home', home]);
  expect(code).toBe(0);
  expect(said).toContain(
    'Reelwright runs already with this data folder (the studio in the browser, process ',
  );
  const address = /http:\S+/.exec(said)?.[0] ?? '';
  expect(new URL(address).origin).toBe(server.origin);
  expect(await signIn({ ...server, address })).toBe(first);
});

test('a data folder that something else writes is named, with who it is', async () => {
  const store = unwrap(
    openStore({
      home,
      clock: { nowMs: () => Date.now() } as never,
      ids: { newId: () => crypto.randomUUID() } as never,
      holder: { what: 'film harbour.txt', pid: process.pid },
    }),
  );
  const { code, said } = await run(['--no-open', '--home', home]);
  store.close();
  expect(code).toBe(1);
  expect(said).toContain(`${home} is in use by film harbour.txt (process ${process.pid}`);
});

test('a polite end closes everything in order', async () => {
  const server = await startStudioServer({ home });
  expect((await rawRequest(server, '/', { headers: { cookie: await signIn(server) } })).status).toBe(200);
  server.process.kill('SIGINT');
  expect(await server.ended()).toBe(0);
  for (const name of ['control.json', 'control.sock', 'writer.json']) {
    expect(existsSync(join(home, name))).toBe(false);
  }
});

test('a studio that dies is started again: same address, same cookie, nothing lost', async () => {
  await using server = await startStudioServer({ home });
  const cookie = await signIn(server);
  const pid = servingPid(home);
  expect(pid).not.toBe(server.process.pid);
  process.kill(pid, 'SIGKILL');
  await server.seen(/The studio ended unexpectedly \(SIGKILL\)\..*\n.*back at the same address/);
  expect((await rawRequest(server, '/', { headers: { cookie } })).status).toBe(200);
});

test.runIf(process.platform === 'linux')(
  'where there is no display the desktop app is not waited for, and one line says so',
  async () => {
    const server = await startStudioServer({
      home,
      args: [],
      env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
      open: true,
    });
    await server.stop();
    expect(server.said()).toContain(
      'There is no display for a desktop window here, so Reelwright is served to your browser.\n',
    );
  },
);
