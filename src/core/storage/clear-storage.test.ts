import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GenerationChoice } from '../../contract/jobs.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const choice: GenerationChoice = {
  provider: 'fake',
  clipProvider: null,
  stillModel: null,
  clipModel: null,
  slate: false,
  shotIds: null,
  again: false,
  stillsFirst: false,
  payAgain: false,
  upTo: 'still',
};

async function generate(
  studio: TestStudio,
  projectId: ProjectId,
  wish: Partial<GenerationChoice>,
): Promise<void> {
  const { client, clock } = studio;
  const run = await client.jobs.start({ projectId, choice: { ...choice, ...wish }, maxCostUsdMicros: null });
  const state = async () => (await client.activities.list()).find(({ id }) => id === run.id)?.state;
  while ((await state()) === 'running') await clock.advanceToNext();
}

const partOf = async ({ client }: TestStudio, what: string) =>
  (await client.studio.storage()).parts.find((part) => part.what === what);

test('unused takes go with their files; chosen ones, and what another project shows, stay', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const { store, library } = studio.studio.parts;
  const projectId = await studio.openStory();
  const [a, b] = await client.shots.list({ projectId });
  if (a === undefined || b === undefined) throw new Error('the story has shots');
  await generate(studio, projectId, { shotIds: [a.id, b.id] });
  await generate(studio, projectId, { shotIds: [a.id], again: true });
  const takes = await client.assets.takes({ projectId, shotId: a.id });
  const chosen = store.row('shot', a.id)?.chosenStillId;
  const old = takes.find(({ id }) => id !== chosen);
  if (old === undefined) throw new Error('there is a take before');
  const file = library.assetPath(old.assetId);
  if (!file.ok) throw new Error('its file is there');
  expect(await partOf(studio, 'takes-unused')).toMatchObject({ files: 1, clearable: true });
  expect(await partOf(studio, 'takes-used')).toMatchObject({ files: 2, clearable: false });

  const { projects } = await client.studio.storage();
  const freed = await client.studio.clear({ what: 'takes-unused', projectId: null });
  expect(freed).toEqual({ files: 1, bytes: projects[0]?.unusedBytes });
  expect(existsSync(file.value.path)).toBe(false);
  expect((await client.assets.takes({ projectId, shotId: a.id })).map(({ id }) => id)).toEqual([chosen]);
  expect(await partOf(studio, 'takes-used')).toMatchObject({ files: 2 });
  for (const { assetId } of await client.assets.takes({ projectId, shotId: null })) {
    expect(library.assetPath(assetId).ok).toBe(true);
  }
});

test('a take that was cleared can be made again', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await client.shots.list({ projectId });
  if (shot === undefined) throw new Error('the story has a shot');
  await generate(studio, projectId, { shotIds: [shot.id] });
  await client.shots.chooseTake({ projectId, shotId: shot.id, kind: 'still', takeId: null });
  await client.studio.clear({ what: 'takes-unused', projectId });
  expect(await client.assets.takes({ projectId, shotId: shot.id })).toEqual([]);
  await generate(studio, projectId, { shotIds: [shot.id] });
  expect(await client.assets.takes({ projectId, shotId: shot.id })).toHaveLength(1);
});

test('files that no row knows are orphans once they are old enough not to be on their way in', async () => {
  await using studio = createTestStudio();
  const { client, home } = studio;
  const folder = join(home, 'media', 'ab', 'cd');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `abcd${'0'.repeat(60)}.png`);
  writeFileSync(path, 'left over');
  expect(await partOf(studio, 'orphans')).toMatchObject({ files: 0 });
  const old = new Date(Date.now() - 2 * 60 * 60_000);
  utimesSync(path, old, old);
  // The time at which the name was given counts too, and that is now: nothing that was just put there goes.
  expect(await client.studio.clear({ what: 'orphans', projectId: null })).toEqual({ files: 0, bytes: 0 });
  expect(existsSync(path)).toBe(true);
});

test('caches go, and are made again', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client, home } = studio;
  const projectId = await studio.openStory();
  const [shot] = await client.shots.list({ projectId });
  if (shot === undefined) throw new Error('the story has a shot');
  await generate(studio, projectId, { shotIds: [shot.id] });
  const [take] = await client.assets.takes({ projectId, shotId: null });
  if (take === undefined) throw new Error('there is a take');
  const wish = { assetId: take.assetId, frames: 1, heightPx: 32 };
  const { path } = await client.assets.thumbnails(wish);
  expect(path.startsWith(home)).toBe(true);
  expect((await client.studio.clear({ what: 'caches', projectId: null })).files).toBe(2);
  expect(existsSync(path)).toBe(false);
  await client.assets.thumbnails(wish);
  expect(existsSync(path)).toBe(true);
});
