import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

/** A film of a few seconds without any take: its slates are drawn. */
async function openShortStory({ client }: TestStudio): Promise<ProjectId> {
  const { project } = await client.projects.create({
    name: 'Short.fountain',
    source: { from: 'words', words: 'INT. ROOM - DAY\n\nMara waits at the window.\n' },
    settings: { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null },
  });
  await client.scenes.breakDown({ projectId: project.id });
  await client.timeline.assemble({ projectId: project.id });
  return project.id;
}

const order = (projectId: ProjectId, fileName = 'Short') => ({
  projectId,
  destination: { to: 'exports-folder', fileName } as const,
  preset: 'draft',
  captions: 'none' as const,
});

/** Films are written by a process of their own, in real time. */
async function ended({ client, studio }: TestStudio, { id }: Activity): Promise<Activity> {
  for (;;) {
    const found = (await client.activities.list()).find((activity) => activity.id === id);
    if (found === undefined) throw new Error('the activity is gone');
    if (found.finishedAtMs !== null) return found;
    await new Promise<void>((resolve) => {
      const stop = studio.parts.activities.onChange(() => {
        stop();
        resolve();
      });
    });
  }
}

test('films are written one after the other, under names that replace nothing', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await openShortStory(studio);
  const folder = join(studio.home, 'exports');
  const first = await client.exports.queue(order(projectId));
  const second = await client.exports.queue(order(projectId));
  expect([first.state, second.state]).toEqual(['running', 'waiting']);
  expect([first.path, second.path]).toEqual([join(folder, 'Short.mp4'), join(folder, 'Short 2.mp4')]);
  expect(await ended(studio, second)).toMatchObject({ state: 'done' });
  expect(readdirSync(folder).sort()).toEqual(['Short 2.mp4', 'Short.mp4']);
  const records = await client.exports.list({ projectId });
  expect(records.map(({ state, path, bytes }) => [state, path, bytes])).toEqual([
    ['done', first.path, statSync(first.path ?? '').size],
    ['done', second.path, statSync(second.path ?? '').size],
  ]);
  const notices = await client.studio.notices();
  expect(notices.map(({ code, path }) => [code, path])).toEqual([
    ['export.done', second.path],
    ['export.done', first.path],
  ]);
});

test('a name never leads out of the folder for films', async () => {
  await using studio = createTestStudio();
  const projectId = await openShortStory(studio);
  const { path } = await studio.client.exports.outline(order(projectId, '../../secret/.bashrc'));
  expect(path.startsWith(join(studio.home, 'exports'))).toBe(true);
  expect(path.slice(join(studio.home, 'exports').length + 1)).not.toMatch(/[/\\]/);
});

test('cancelling leaves nothing of the film, and the next one is written', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await openShortStory(studio);
  const first = await client.exports.queue(order(projectId));
  const second = await client.exports.queue(order(projectId, 'Other'));
  const cancelled = await client.activities.cancel({ activityId: first.id });
  expect(cancelled).toMatchObject({ state: 'cancelled', message: expect.stringContaining('Nothing') });
  expect(await ended(studio, second)).toMatchObject({ state: 'done' });
  expect(readdirSync(join(studio.home, 'exports'))).toEqual(['Other.mp4']);
});

test('an outline says how each stretch comes about, and adds up to the film', async () => {
  await using studio = createTestStudio();
  const projectId = await openShortStory(studio);
  const outline = await studio.client.exports.outline(order(projectId));
  const total = outline.segments.reduce((sum, { durationFlicks }) => sum + durationFlicks, 0);
  expect(total).toBe(outline.durationFlicks);
  expect(outline.segments[0]).toMatchObject({ startFlicks: 0, how: 'composite' });
  expect(new Set(outline.segments.map(({ why }) => why))).toContain('no-take');
  expect(outline).toMatchObject({ missing: [], replaces: false, widthPx: 256, heightPx: 144 });
  expect(outline.estimatedBytes).toBeGreaterThan(1_000);
});

test('a medium that is gone is named beforehand, and the film is refused', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await openShortStory(studio);
  const picture = join(studio.home, 'gone.png');
  writeFileSync(
    picture,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAAUSURBVAiZY+zo6PjPwMDAwMQABQAnqAKbrbKzowAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const [asset] = await client.assets.import({ paths: [picture] });
  const [clip] = (await client.timeline.get({ projectId })).items.filter(({ kind }) => kind === 'clip');
  if (asset === undefined || clip === undefined) throw new Error('there is a picture and a clip');
  const { parts } = studio.studio;
  const file = parts.library.assetPath(asset.id);
  if (!file.ok) throw new Error('the picture is stored');
  parts.store.commit(
    {
      changes: [
        { kind: 'update', entity: 'item', id: clip.id, fields: { assetId: { from: null, to: asset.id } } },
      ],
    },
    { projectId, label: 'Medium', undoable: false },
  );
  rmSync(file.value.path);
  expect((await client.exports.outline(order(projectId))).missing).toEqual(['gone.png']);
  await expect(client.exports.queue(order(projectId))).rejects.toMatchObject({
    data: { code: 'library.not-found' },
  });
  expect(existsSync(join(studio.home, 'exports'))).toBe(false);
});
