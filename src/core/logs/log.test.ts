import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { withoutWords } from './log.ts';
import { createLogFile } from './log-file.ts';
import { createSecrets } from './secrets.ts';

test('lines take no more room than they were given, and the newest are there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-log-'));
  try {
    const file = createLogFile({ folder, mostBytes: 1_000, files: 3 });
    for (let i = 0; i < 200; i++) file.append(`line ${i} ${'x'.repeat(40)}`);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['studio.1.log', 'studio.2.log', 'studio.log']);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000);
    expect(file.tail(3).map((line) => line.slice(0, 8))).toEqual(['line 197', 'line 198', 'line 199']);
    expect(createLogFile({ folder }).tail(1)[0]).toContain('line 199');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['Authorization: Key 0123456789abcdef', 'Authorization: Key [hidden]'],
  ['Bearer abc.def.ghi12345', 'Bearer [hidden]'],
  ['http://x.localhost:1/?token=abcdef&a=1', 'http://x.localhost:1/?token=[hidden]&a=1'],
  ['https://user:pass@host/', 'https://[hidden]@host/'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, clean) => {
  expect(createSecrets().hide(text)).toBe(clean);
});

test('a known key is hidden in whole, in its parts and as part of an address', () => {
  const secrets = createSecrets();
  secrets.learn('the-id-part:the/secret part');
  expect(secrets.hide('a the-id-part:the/secret part b')).toBe('a [hidden] b');
  expect(secrets.hide(`x${encodeURIComponent('the/secret part')}y`)).toBe('x[hidden]y');
});

test('what stands in quotes is a value, and left out', () => {
  expect(withoutWords('cannot read "Mara opens “the door” of 3" now')).toBe('cannot read "…" now');
  expect(withoutWords("It's nothing, and it isn't quoted")).toBe("It's nothing, and it isn't quoted");
});

test('a whole story with edits, refusals and takes leaves none of its words in the log or the diagnostics', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client, clock, home } = studio;
  const projectId = await studio.openStory();
  const shots = await client.shots.list({ projectId });
  const blocks = await client.text.list({ projectId });
  const choice = { provider: 'fake', stillModel: null, clipModel: null, slate: false };
  await client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
  while ((await client.activities.list())[0]?.finishedAtMs === null) await clock.advanceToNext();
  await client.shots.delete({ projectId, shotId: 'no such shot' as never }).catch(() => undefined);
  await client.assets.import({ paths: ['/nowhere/Maras Diary.mp4'] }).catch(() => undefined);
  await client.studio.reportProblem({
    where: 'board',
    message: `Cannot draw "${shots[0]?.description}"`,
    stack: `Error: Cannot draw "${shots[0]?.description}"\n    at draw (app://studio/assets/main.js:1:2)`,
  });
  const { text } = await client.studio.diagnostics();
  const log = readFileSync(join(home, 'logs', 'studio.log'), 'utf8');
  expect(log).toContain('shots.delete');
  expect(log).toContain('assets/main.js:1:2');
  expect(text).not.toContain(home);
  const words = new Set(
    [...blocks.map((block) => block.text), ...shots.map(({ description }) => description), 'Maras Diary']
      .flatMap((line) => line.match(/[\p{L}’']+ [\p{L}’']+ [\p{L}’']+|Maras Diary/gu) ?? [])
      .filter((phrase) => phrase.length > 10),
  );
  expect(words.size).toBeGreaterThan(50);
  for (const phrase of words) expect(`${log}${text}`, phrase).not.toContain(phrase);
});

test('what is refused is logged with its row, also where it arises in the middle of a stream', async () => {
  await using studio = createTestStudio();
  const { client, studio: core } = studio;
  const projectId = ProjectId.parse('no-such-project');
  await expect(client.projects.get({ projectId })).rejects.toMatchObject({
    data: { code: 'project.not-found' },
  });
  const events = await client.projects.watch({ projectId });
  await expect(events.next()).rejects.toMatchObject({ data: { code: 'project.not-found' } });
  const lines = core.parts.log.tail(20).join('\n');
  expect(lines).toContain('projects.get project.not-found');
  expect(lines).toContain('projects.watch project.not-found');
});

test('a window that stops following a stream is no news for the log', async () => {
  await using studio = createTestStudio();
  const { client, studio: core } = studio;
  const projectId = await studio.openStory();
  const ending = new AbortController();
  const events = await client.projects.watch({ projectId }, { signal: ending.signal });
  await events.next();
  ending.abort();
  await events.next().catch(() => undefined);
  expect(core.parts.log.tail(50).join('\n')).not.toContain('projects.watch');
});
