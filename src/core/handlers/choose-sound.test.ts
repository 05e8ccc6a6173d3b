import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sceneSoundIdOf } from '../../domain/timeline/assembly/sound/plan-scene-sounds.ts';
import { speechIdOf } from '../../domain/timeline/assembly/sound/plan-speech.ts';
import { makeAsset, makeTake, takeId } from '../../testing/builders/story-rows.ts';
import { assetId, frames } from '../../testing/builders/timeline-rows.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import { expectTimelineInStep, projectRows } from '../../testing/project-rows.ts';

/** A story whose first shot with a line has two takes of it, and whose first scene has music and an effect. */
async function prepare(studio: TestStudio) {
  const projectId = await studio.openStory();
  const { store } = studio.studio.parts;
  const shot = store.rows('shot', projectId).find(({ dialogue }) => dialogue !== null);
  const [scene] = store.rows('scene', projectId);
  if (shot === undefined || scene === undefined) throw new Error('the story has a line');
  const forScene = { projectId, shotId: null, sceneId: scene.id };
  const takes = [
    makeTake('line-1', shot.id, 1, { projectId, kind: 'speech' }),
    makeTake('line-2', shot.id, 2, { projectId, kind: 'speech', discardedAtMs: 1 }),
    makeTake('music-1', 'none', 3, { ...forScene, kind: 'music' }),
    makeTake('rain', 'none', 4, { ...forScene, kind: 'effect' }),
  ];
  const changes = [
    ...[40, 400, 900, 30].map((length, i) =>
      addChange('asset', { ...makeAsset(i + 1, length), kind: 'audio' as const }),
    ),
    ...takes.map((take) => addChange('take', take)),
  ];
  unwrap(store.commit(patchOf(changes), { projectId, label: 'Takes', undoable: false }));
  await studio.client.scenes.edit({
    projectId,
    sceneId: scene.id,
    fields: { effects: [{ id: 'fx', prompt: 'Rain', chosenTakeId: null }] },
  });
  return { projectId, shotId: shot.id, sceneId: scene.id };
}

const itemOf = (studio: TestStudio, projectId: ProjectId, id: string) =>
  expectTimelineInStep(studio.studio, projectId).items.get(id as never);

test('a chosen line is laid under its shot and lengthens it, in one edit; undo takes all of it back', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const { projectId, shotId } = await prepare(studio);
  const before = projectRows(studio.studio, projectId);
  const id = speechIdOf(projectId, shotId);
  await client.shots.chooseTake({ projectId, shotId, kind: 'speech', takeId: 'line-1' });
  expect(itemOf(studio, projectId, id)).toMatchObject({ assetId: assetId(1), durationFlicks: frames(40) });
  await client.shots.chooseTake({ projectId, shotId, kind: 'speech', takeId: 'line-2' });
  expect(itemOf(studio, projectId, id)).toMatchObject({ assetId: assetId(2), durationFlicks: frames(400) });
  expect(studio.studio.parts.store.row('take', takeId('line-2'))?.discardedAtMs).toBeNull();
  const clip = expectTimelineInStep(studio.studio, projectId).byShot.get(shotId);
  const lengths = [...(clip ?? [])].flatMap((item) => {
    const row = itemOf(studio, projectId, item);
    return row?.kind === 'clip' ? [row.durationFlicks] : [];
  });
  expect(Math.max(...lengths)).toBeGreaterThan(frames(400));
  expect(await client.timeline.assemble({ projectId })).toMatchObject({ changes: 0 });
  await client.projects.undo({ projectId });
  await client.projects.undo({ projectId });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});

test('music and effects of a scene are chosen, heard, and taken away again', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const { projectId, sceneId } = await prepare(studio);
  const music = sceneSoundIdOf(projectId, { what: 'music', sceneId });
  const rain = sceneSoundIdOf(projectId, { what: 'effect', sceneId, effectId: 'fx' });
  await client.scenes.chooseSound({ projectId, sceneId, effectId: null, takeId: 'music-1' });
  await client.scenes.chooseSound({ projectId, sceneId, effectId: 'fx', takeId: 'rain' });
  expect(itemOf(studio, projectId, music)).toMatchObject({ assetId: assetId(3), loops: true });
  expect(itemOf(studio, projectId, rain)).toMatchObject({ assetId: assetId(4) });
  const copy = await client.projects.duplicate({ projectId });
  expect(await client.timeline.assemble({ projectId: copy.project.id })).toMatchObject({ changes: 2 });
  await client.scenes.chooseSound({ projectId, sceneId, effectId: null, takeId: null });
  expect(itemOf(studio, projectId, music)).toBeUndefined();
  await client.scenes.edit({ projectId, sceneId, fields: { effects: [] } });
  expect(itemOf(studio, projectId, rain)).toBeUndefined();
  await client.projects.undo({ projectId });
  expect(itemOf(studio, projectId, rain)).toMatchObject({ assetId: assetId(4) });
});

test('what cannot be chosen is a coded fault with a sentence, and changes nothing', async () => {
  await using studio = createTestStudio();
  const { scenes } = studio.client;
  const { projectId, sceneId } = await prepare(studio);
  const other = studio.studio.parts.store.rows('scene', projectId).at(-1)?.id ?? '';
  const before = projectRows(studio.studio, projectId);
  const refused = {
    'scene.not-found': () => scenes.chooseSound({ projectId, sceneId: 'gone', effectId: null, takeId: null }),
    'take.not-found': () => scenes.chooseSound({ projectId, sceneId, effectId: null, takeId: 'gone' }),
    'scene.foreign-take': () =>
      scenes.chooseSound({ projectId, sceneId: other, effectId: null, takeId: 'music-1' }),
    'scene.wrong-take-kind': () => scenes.chooseSound({ projectId, sceneId, effectId: null, takeId: 'rain' }),
    'scene.no-effect': () => scenes.chooseSound({ projectId, sceneId, effectId: 'gone', takeId: 'rain' }),
  };
  for (const [code, call] of Object.entries(refused)) {
    expect(await failureOf(call())).toMatchObject({
      code: 'FAULT',
      data: { code },
      message: expect.stringMatching(/\.$/),
    });
  }
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});
