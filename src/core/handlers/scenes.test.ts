import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { makeAsset, makeTake } from '../../testing/builders/story-rows.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { type EditCases, failureOf, testEveryEdit } from '../../testing/edit-cases.ts';
import { projectRows } from '../../testing/project-rows.ts';

interface Breakdown {
  readonly scenes: readonly Scene[];
  readonly shots: readonly Shot[];
  scene(at: number): Scene;
}

function look({ studio }: TestStudio, projectId: ProjectId): Breakdown {
  const { store } = studio.parts;
  const scenes = store.rows('scene', projectId);
  return {
    scenes,
    shots: store.rows('shot', projectId),
    scene(at) {
      const scene = scenes[at];
      if (scene === undefined) throw new Error(`no scene ${at}`);
      return scene;
    },
  };
}

const inScene = (shots: readonly Shot[], id: string) => shots.filter(({ sceneId }) => sceneId === id);

const cases: EditCases<'scenes', Breakdown> = {
  edit: {
    label: 'Edit scene',
    input: ({ scene }) => ({ sceneId: scene(1).id, fields: { mood: 'tense', synopsis: null, number: '2A' } }),
    shows: ({ scene }, before) => {
      expect(scene(1)).toMatchObject({ mood: 'tense', number: '2A', heading: before.scene(1).heading });
      expect(scene(1).editedFields).toContain('number');
    },
  },
  chooseSound: {
    label: 'Choose take',
    input: ({ scene }) => ({ sceneId: scene(0).id, effectId: null, takeId: 'music-1' }),
    shows: ({ scene }) => expect(scene(0).chosenMusicId).toBe('music-1'),
  },
  split: {
    label: 'Split scene',
    input: ({ scene }) => ({ sceneId: scene(0).id, blockId: scene(0).blockIds.at(-1) ?? '' }),
    shows: (after, before, { added }) => {
      expect(after.scenes.length).toBe(before.scenes.length + 1);
      expect(added).toEqual([{ entity: 'scene', id: after.scene(1).id }]);
      expect(after.scene(1).blockIds).toEqual(before.scene(0).blockIds.slice(-1));
    },
  },
  merge: {
    label: 'Merge scenes',
    input: ({ scene }) => ({ firstSceneId: scene(1).id, secondSceneId: scene(2).id }),
    shows: (after, before) => {
      const [first, second] = [before.scene(1), before.scene(2)];
      expect(after.scenes.length).toBe(before.scenes.length - 1);
      expect(after.scene(1).blockIds).toEqual([...first.blockIds, ...second.blockIds]);
      expect(inScene(after.shots, first.id).length).toBe(
        inScene(before.shots, first.id).length + inScene(before.shots, second.id).length,
      );
    },
  },
  move: {
    label: 'Move scene',
    input: ({ scene }) => ({ sceneId: scene(3).id, afterSceneId: null }),
    shows: ({ scene }, before) => {
      expect(scene(0).id).toBe(before.scene(3).id);
      expect(scene(1).id).toBe(before.scene(0).id);
    },
  },
};

/** The story, with a piece of music for its first scene. */
async function prepareWithMusic(studio: TestStudio): Promise<ProjectId> {
  const projectId = await studio.openStory();
  const { store } = studio.studio.parts;
  const sceneId = look(studio, projectId).scene(0).id;
  const music = makeTake('music-1', 'none', 1, { projectId, shotId: null, sceneId, kind: 'music' });
  const patch = patchOf([addChange('asset', makeAsset(1, 400)), addChange('take', music)]);
  unwrap(store.commit(patch, { projectId, label: 'Take', undoable: false }));
  return projectId;
}

testEveryEdit('scenes', prepareWithMusic, look, cases);

test('what cannot be done to scenes is a coded fault with a sentence, and changes nothing', async () => {
  await using studio = createTestStudio();
  const { scenes } = studio.client;
  const projectId = await studio.openStory();
  const { scene } = look(studio, projectId);
  const before = projectRows(studio.studio, projectId);
  const sceneId = scene(0).id;
  const refused = {
    'scene.not-found': () => scenes.move({ projectId, sceneId: 'gone', afterSceneId: null }),
    'scene.empty-heading': () => scenes.edit({ projectId, sceneId, fields: { heading: ' ' } }),
    'scene.bad-split': () => scenes.split({ projectId, sceneId, blockId: scene(1).blockIds[0] ?? '' }),
    'scene.not-neighbours': () =>
      scenes.merge({ projectId, firstSceneId: scene(0).id, secondSceneId: scene(2).id }),
    'project.not-found': () => scenes.list({ projectId: 'nobody' }),
  };
  for (const [code, call] of Object.entries(refused)) {
    expect(await failureOf(call())).toMatchObject({
      code: 'FAULT',
      data: { code },
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
  }
  const misfits = [
    scenes.edit({ projectId, sceneId, fields: { heading: 'x'.repeat(501) } }),
    scenes.edit({ projectId, sceneId, fields: { kind: 'dream' } as never }),
    scenes.edit({ projectId, sceneId, fields: { order: 'a0' } as never }),
  ];
  for (const call of misfits) expect(await failureOf(call)).toMatchObject({ code: 'BAD_REQUEST' });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});

test('an edit that says what is so already joins no history', async () => {
  await using studio = createTestStudio();
  const projectId = await studio.openStory();
  const { scene } = look(studio, projectId);
  const { id: sceneId, heading } = scene(0);
  const receipt = await studio.client.scenes.edit({ projectId, sceneId, fields: { heading } });
  expect(receipt).toEqual({ label: 'Edit scene', changes: 0, added: [] });
  expect(await studio.client.projects.undo({ projectId })).toMatchObject({ label: 'Assemble timeline' });
});

test('hand edits of scenes stay when the text is broken down again', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await studio.openStory();
  const facts = async (): Promise<readonly Partial<Scene>[]> =>
    (await client.scenes.list({ projectId })).map(({ id, kind, heading, place, timeOfDay, blockIds }) => ({
      id,
      kind,
      heading,
      place,
      timeOfDay,
      blockIds,
    }));
  const { scene } = look(studio, projectId);
  const kinds = new Map((await client.text.list({ projectId })).map(({ id, kind }) => [id, kind]));
  const actions = scene(3).blockIds.filter((id) => kinds.get(id) === 'action');
  await client.scenes.merge({ projectId, firstSceneId: scene(0).id, secondSceneId: scene(1).id });
  await client.scenes.split({ projectId, sceneId: scene(3).id, blockId: actions.at(-1) ?? '' });
  await client.scenes.edit({ projectId, sceneId: scene(2).id, fields: { heading: 'THE STAIRS' } });
  const before = await facts();
  await client.text.editBlock({ projectId, blockId: actions[0] ?? '', text: 'She runs to the radio.' });
  await client.scenes.breakDown({ projectId });
  expect(await facts()).toEqual(before);
});
