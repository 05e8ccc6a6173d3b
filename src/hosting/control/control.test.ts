import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { readUntilReady } from '../../testing/read-until-ready.ts';
import { newControlFile, readControlFile, writeControlFile } from './control-file.ts';
import { findRunningStudio, type RunningStudio } from './find-running-studio.ts';
import { type Control, serveControl } from './serve-control.ts';

let folder: string;
let bench: TestStudio | null = null;
let control: Control | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-control-'));
});
afterEach(async () => {
  control?.close();
  await bench?.cleanup();
  control = null;
  bench = null;
  rmSync(folder, { recursive: true, force: true });
});

async function serve(home = folder): Promise<TestStudio> {
  bench = createTestStudio({ home });
  control = await serveControl({ studio: bench.studio, what: 'a test', show: () => 'http://a.localhost/' });
  return bench;
}

async function running(home = folder): Promise<RunningStudio> {
  const found = unwrap(await findRunningStudio(home));
  if (found === null) throw new Error('No studio was found.');
  return found;
}

test('a command line finds the studio, calls it with every right of its person, and may ask to see it', async () => {
  const { openStory } = await serve();
  const { what, pid, open, show } = await running();
  expect([what, pid]).toEqual(['a test', process.pid]);
  await openStory('harbour-radio.txt');
  const { client, close } = await open();
  expect(await client.projects.list()).toHaveLength(1);
  expect(await client.studio.about()).toMatchObject({ fileAccess: 'any' });
  expect(unwrap(await show())).toBe('http://a.localhost/');
  close();
});

test.runIf(process.platform !== 'win32')('the socket and its file are for their owner alone', async () => {
  await serve();
  for (const name of ['control.json', 'control.sock']) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

test('nothing is left of a studio that ended, and nothing is found', async () => {
  await serve();
  control?.close();
  expect(existsSync(join(folder, 'control.json'))).toBe(false);
  expect(existsSync(join(folder, 'control.sock'))).toBe(false);
  expect(unwrap(await findRunningStudio(folder))).toBeNull();
});

test('what a killed studio left is nobody, and is no obstacle to the next', async () => {
  writeControlFile(folder, newControlFile(folder));
  writeFileSync(join(folder, 'control.sock'), '');
  expect(unwrap(await findRunningStudio(folder))).toBeNull();
  await serve();
  expect((await running()).what).toBe('a test');
});

test.each(['', '{', '{"socket": 1}', '[]', 'null'])('a file of %j is nobody', async (text) => {
  writeFileSync(join(folder, 'control.json'), text);
  expect(unwrap(await findRunningStudio(folder))).toBeNull();
});

test('without the right token nothing is said and no line opens', async () => {
  await serve();
  const file = readControlFile(folder);
  if (file === null) throw new Error('There is no file.');
  const found = await running();
  expect(found.what).toBe('a test');
  // Another program's file, for the same socket.
  writeControlFile(folder, { ...file, token: 'f'.repeat(64) });
  expect(unwrap(await findRunningStudio(folder))).toBeNull();
});

test.runIf(process.platform !== 'win32')('a studio of another version is named, not used', async () => {
  const file = newControlFile(folder);
  const other = createServer((_, response) => {
    response.end(JSON.stringify({ version: '99.0.0', what: 'the desktop app', pid: 1 }));
  }).listen(file.socket);
  await once(other, 'listening');
  writeControlFile(folder, file);
  const found = await findRunningStudio(folder);
  expect(found).toMatchObject({ ok: false, fault: { code: 'control.other-version' } });
  expect(found.ok ? '' : found.fault.message).toContain('Reelwright 99.0.0 has');
  other.close();
});

test.runIf(process.platform !== 'win32')('a program that answers anything else is nobody', async () => {
  const file = newControlFile(folder);
  const other = createServer((_, response) => response.end('<html>')).listen(file.socket);
  await once(other, 'listening');
  writeControlFile(folder, file);
  expect(unwrap(await findRunningStudio(folder))).toBeNull();
  other.close();
});

test('a data folder with a path too long for a socket works too', async () => {
  const home = join(folder, 'a'.repeat(60), 'ü'.repeat(60));
  mkdirSync(home, { recursive: true });
  await serve(home);
  const { socket } = JSON.parse(readFileSync(join(home, 'control.json'), 'utf8')) as { socket: string };
  expect(Buffer.byteLength(socket)).toBeLessThan(104);
  expect((await running(home)).what).toBe('a test');
  control?.close();
  expect(existsSync(socket)).toBe(false);
});

test('a line that the studio ends under a call fails as a lost connection', async () => {
  const { openStory } = await serve();
  const projectId = await openStory('harbour-radio.txt');
  const { client } = await (await running()).open();
  const events = await client.projects.watch({ projectId });
  await readUntilReady(events);
  const waiting = events.next();
  control?.close();
  await expect(waiting).rejects.toThrow(/closed or aborted/);
});
