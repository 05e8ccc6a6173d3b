import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProjectSettings } from '../../../contract/projects.ts';
import { createTestStudio, type TestStudio } from '../../../testing/create-test-studio.ts';

const settings: ProjectSettings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null };
const words = 'Title: Rain\n\nEXT. PIER - NIGHT\n\nMara waits.\n\nA boat comes in.\n';

/** A studio with a story on disk, and the way to open it again. */
async function begin(): Promise<{
  studio: TestStudio;
  path: string;
  open(
    path: string,
    more?: Partial<ProjectSettings>,
    fresh?: boolean,
  ): ReturnType<TestStudio['client']['projects']['openStory']>;
}> {
  const studio = createTestStudio();
  const path = join(studio.home, 'stories', 'rain.fountain');
  await mkdir(dirname(path));
  await writeFile(path, words);
  return {
    studio,
    path,
    open: (story, more = {}, fresh = false) =>
      studio.client.projects.openStory({ path: story, settings: { ...settings, ...more }, fresh }),
  };
}

test('the same file with the same settings is the same project, and nothing is written the second time', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const first = await open(path);
  expect(first).toMatchObject({ created: true, project: { title: 'Rain', sourceName: 'rain.fountain' } });
  let commits = 0;
  studio.studio.parts.store.onCommit(() => {
    commits++;
  });
  const second = await open(path);
  expect(second).toEqual({ ...first, created: false, changedBlocks: 0 });
  expect(commits).toBe(0);
});

test('an edited file changes its project by the edited paragraph alone', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  const before = await studio.client.text.list({ projectId: project.id });
  await writeFile(path, words.replace('A boat', 'A smaller boat'));
  const again = await open(path);
  expect(again).toMatchObject({ created: false, changedBlocks: 1, project: { id: project.id } });
  const after = await studio.client.text.list({ projectId: project.id });
  expect(after.filter((block, i) => block.text !== before[i]?.text).map(({ text }) => text)).toEqual([
    'A smaller boat comes in.',
  ]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a moved file is found again by its bytes, and its new place is kept', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  const moved = join(studio.home, 'stories', 'downpour.fountain');
  await rename(path, moved);
  expect(await open(moved)).toMatchObject({
    created: false,
    changedBlocks: 0,
    project: { id: project.id, sourcePath: moved, sourceName: 'downpour.fountain' },
  });
  await writeFile(moved, `${words}\nShe leaves.\n`);
  expect((await open(moved)).project.id).toBe(project.id);
});

test.each([{ aspect: '9:16' }, { heightPx: 180 }, { fpsNum: 25 }] as const)(
  'other settings (%j) make another project, and the first one stays',
  async (more) => {
    const { studio, path, open } = await begin();
    await using _ = studio;
    const { project } = await open(path);
    const other = await open(path, more);
    expect(other.created).toBe(true);
    expect((await open(path)).project.id).toBe(project.id);
    expect((await open(path, more)).project.id).toBe(other.project.id);
  },
);

test('the same rate in other numbers is the same setting', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  expect((await open(path, { fpsNum: 48, fpsDen: 2 })).project.id).toBe(project.id);
});

test('a fresh project is another one, and is the one that is continued from then on', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  await studio.clock.advance(1_000);
  const fresh = await open(path, {}, true);
  expect(fresh.created).toBe(true);
  expect(fresh.project.id).not.toBe(project.id);
  expect((await open(path)).project.id).toBe(fresh.project.id);
});

test('the story itself is kept in the library: the project does not need the file any more', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  const copy = join(studio.home, 'copy.fountain');
  const kept = studio.studio.parts.library.assetPath(project.sourceAssetId ?? ('' as never));
  if (!kept.ok) throw new Error(kept.fault.message);
  await copyFile(kept.value.path, copy);
  await rm(path);
  expect(await open(copy)).toMatchObject({ created: false, changedBlocks: 0, project: { id: project.id } });
});

test('what was edited in the studio stays when the file is read again; where both changed, both are kept', async () => {
  const { studio, path, open } = await begin();
  await using _ = studio;
  const { project } = await open(path);
  const { client } = studio;
  const texts = async () =>
    (await client.text.list({ projectId: project.id })).map(({ kind, text }) => [kind, text]);
  const boat = (await client.text.list({ projectId: project.id })).at(-1);
  await client.text.editBlock({ projectId: project.id, blockId: boat?.id ?? '', text: 'A barge comes in.' });

  expect(await open(path)).toMatchObject({ changedBlocks: 0 });
  expect((await texts()).at(-1)).toEqual(['action', 'A barge comes in.']);

  await writeFile(path, words.replace('A boat', 'A smaller boat').replace('waits', 'waits alone'));
  await open(path);
  expect((await texts()).slice(-3)).toEqual([
    ['action', 'Mara waits alone.'],
    ['action', 'A barge comes in.'],
    ['note', 'From the file: A smaller boat comes in.'],
  ]);
  expect(await open(path)).toMatchObject({ changedBlocks: 0 });
});
