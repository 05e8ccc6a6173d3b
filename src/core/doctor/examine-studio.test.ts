import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { DoctorFinding } from '../../contract/studio.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

/** But for the disk's: how full it is, is not this test's to say. */
const problems = (findings: readonly DoctorFinding[]): DoctorFinding[] =>
  findings.filter(({ level, topic }) => level === 'problem' && topic !== 'Disk');

/** Where the library keeps the story of the studio's project. */
async function storyFile(studio: TestStudio): Promise<string> {
  const projectId = await studio.openStory();
  const id = studio.studio.parts.store.row('project', projectId)?.sourceAssetId;
  return unwrap(studio.studio.parts.library.assetPath(id ?? ('' as never))).path;
}

test('a healthy studio has no problem, and everything a film depends on is named', async () => {
  await using studio = createTestStudio();
  await studio.openStory();
  const findings = await studio.client.studio.doctor();
  expect(problems(findings)).toEqual([]);
  const topics = ['Node', 'Data folder', 'Projects', 'Disk', 'Library', 'Generators', 'Looks'];
  expect(findings.map(({ topic }) => topic)).toEqual(expect.arrayContaining(topics));
  expect(findings.find(({ topic }) => topic === 'Library')?.message).toMatch(/^1 of 1 files are there/);
});

test('a file whose bytes have changed is a problem with a sentence', async () => {
  await using studio = createTestStudio();
  await writeFile(await storyFile(studio), 'something else');
  const [found, ...more] = problems(await studio.client.studio.doctor());
  expect(more).toEqual([]);
  expect(found?.topic).toBe('Library');
  expect(found?.message).toContain('the-last-signal.fountain');
});

test('a file that is gone is a problem', async () => {
  await using studio = createTestStudio();
  await rm(await storyFile(studio));
  const findings = await studio.client.studio.doctor();
  expect(problems(findings).map(({ topic }) => topic)).toEqual(['Library']);
  expect(findings.find(({ topic }) => topic === 'Library')?.message).toMatch(/^0 of 1 files/);
});
