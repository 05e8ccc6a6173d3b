import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, startCli, stories } from './run-cli.ts';

let folder = '';
let home = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reelwright-bad-'));
  home = join(folder, 'home');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const film = (story: string, ...more: string[]) => runCli(['film', story, '--home', home, ...more]);

async function story(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const entityBomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><FinalDraft><Content><Paragraph Type="Action"><Text>&b;</Text></Paragraph></Content></FinalDraft>`;

describe('a story that cannot be read gets one sentence with its name, and a non-zero exit', () => {
  test.each<[string, string | Uint8Array]>([
    ['empty.fountain', ''],
    ['blank.txt', ' \n\n \t\n'],
    ['binary.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 0xff])],
    ['picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['broken.fdx', '<FinalDraft><Content><Paragraph Type="Action"><Text>x</Content>'],
    ['bomb.fdx', entityBomb],
    ['huge.txt', new Uint8Array(21 * 1024 * 1024).fill(0x61)],
  ])('%s', async (name, bytes) => {
    const run = await film(await story(name, bytes));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(name);
    expect(run.stderr).toMatch(/nothing was|unchanged/i);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stdout).toBe('');
  });

  test('no such file', async () => {
    const run = await film(join(folder, 'gone.md'));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('gone.md');
  });

  test('with --json the last line says it too', async () => {
    const run = await film(join(folder, 'gone.md'), '--json');
    expect(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      error: { code: 'text.unreadable' },
    });
  });
});

describe('options', () => {
  test.each([
    [['--aspect', '3:1'], '--aspect'],
    [['--fps', '23'], '--fps'],
    [['--height', '20'], '--height'],
    [['--captions', 'loud'], '--captions'],
    [['--provider', 'magic'], '--provider'],
    [['--max-cost', 'lots'], '--max-cost'],
    [['--colour'], '--colour'],
    [['--style', 'cubist'], 'cubist'],
  ])('%j is refused by name', async (args, named) => {
    const run = await film(join(stories, 'harbour-radio.txt'), ...args);
    expect(run.code).toBeGreaterThan(0);
    expect(run.stderr).toContain(named);
  });

  test('Fal without a key, and with a key but without a limit', async () => {
    const without = await film(join(stories, 'harbour-radio.txt'), '--provider', 'fal', '--max-cost', '1');
    expect(without.code).toBe(1);
    expect(without.stderr).toContain('FAL_KEY');
    const args = ['film', join(stories, 'harbour-radio.txt'), '--home', home, '--provider', 'fal'];
    const limitless = await runCli(args, { FAL_KEY: 'id:secret-canary' });
    expect(limitless.code).toBe(2);
    expect(limitless.stderr).toContain('--max-cost');
    expect(limitless.stderr).not.toContain('canary');
  });

  test('an address for Fal that is not on this computer', async () => {
    const args = ['film', join(stories, 'harbour-radio.txt'), '--home', home, '--provider', 'fal'];
    const run = await runCli(args, { FAL_KEY: 'id:secret', REELWRIGHT_FAL_URL: 'http://example.com' });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('REELWRIGHT_FAL_URL');
  });
});

test('a key or address of Fal that cannot be used does not stop what needs no Fal', async () => {
  const env = { FAL_KEY: 'id:secret', REELWRIGHT_FAL_URL: 'http://example.com' };
  const text = await story('free.md', 'A cat sleeps.\n');
  const out = join(folder, 'free.mp4');
  const run = await runCli(['film', text, '--home', home, '--height', '144', '--out', out], env);
  expect(run.code).toBe(0);
  expect((await runCli(['projects', '--home', home], env)).code).toBe(0);
});

describe('the data folder', () => {
  test('two studios: the second is told who holds it; reading goes on beside it', async () => {
    const own = join(folder, 'shared-home');
    const first = startCli(['film', join(stories, 'harbour-radio.txt'), '--home', own, '--height', '144']);
    await first.seen(/scenes/);
    const second = await runCli(['film', join(stories, 'the-paper-boat.md'), '--home', own]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(own);
    expect(second.stderr).toContain(String(first.process.pid));
    const reader = await runCli(['projects', '--home', own, '--json']);
    expect(reader.code).toBe(0);
    expect(JSON.parse(reader.stdout)).toHaveLength(1);
    first.process.kill('SIGINT');
    expect((await first.ended).code).toBe(130);
  });

  test('a damaged database is set aside and said; the film is made', async () => {
    const own = join(folder, 'damaged-home');
    await mkdir(own);
    await writeFile(
      join(own, 'reelwright.db'),
      'this is not a database at all, but it is long enough to look at'.repeat(100),
    );
    const run = await runCli([
      'film',
      await story('one.md', 'A man waits.\n'),
      '--home',
      own,
      '--height',
      '144',
      '--out',
      join(folder, 'one.mp4'),
    ]);
    expect(run.stderr).toContain('damaged');
    expect(run.code).toBe(0);
    expect(await readdir(own)).toContain('damaged');
  });

  test('a data folder that is a file', async () => {
    const run = await runCli(['projects', '--home', await story('not-a-folder', 'x')]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('not-a-folder');
  });
});

describe('the film file', () => {
  test('a place that cannot be written keeps what stood there', async () => {
    const text = await story('two.md', 'A woman waits.\n');
    const place = join(folder, 'locked', 'film.mp4');
    const run = await film(text, '--height', '144', '--out', place);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(join(folder, 'locked'));
    await mkdir(join(folder, 'locked', 'film.mp4'), { recursive: true });
    const onFolder = await film(text, '--height', '144', '--out', place);
    expect(onFolder.code).toBe(1);
    expect(onFolder.stderr).toContain(place);
  });

  test('the story itself is never overwritten', async () => {
    const text = await story('three.md', 'Rain.\n');
    const run = await film(text, '--height', '144', '--out', text);
    expect(run.code).toBe(1);
    expect(await readFile(text, 'utf8')).toBe('Rain.\n');
    await chmod(text, 0o644);
  });
});
