import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import type { Block } from '../../domain/text/block.ts';
import { makeTake } from '../../testing/builders/story-rows.ts';
import { assetId } from '../../testing/builders/timeline-rows.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { type EditCases, failureOf, testEveryEdit } from '../../testing/edit-cases.ts';
import { projectRows } from '../../testing/project-rows.ts';
import { lookAtFilm, prepareFilm, takeFrames } from '../../testing/test-film.ts';

const frames = (count: number): number => framesToFlicks(count, frameRates['24']);

interface ShotList {
  readonly shots: readonly Shot[];
  readonly blocks: readonly Block[];
  /** The shot whose takes there are. */
  readonly taken: Shot;
  shot(id: string): Shot | undefined;
  /** Shots of the scene of `id`, in order. */
  beside(id: string): readonly Shot[];
  /** Media of the clips that are linked to a shot. */
  media(shotId: string): readonly (string | null)[];
}

function look(studio: TestStudio, projectId: ProjectId): ShotList {
  const { store } = studio.studio.parts;
  const shots = store.rows('shot', projectId);
  const takes = store.rows('take', projectId);
  const clips = store.rows('item', projectId).filter((item) => item.kind === 'clip');
  const shot = (id: string): Shot | undefined => shots.find((other) => other.id === id);
  return {
    shots,
    blocks: store.rows('block', projectId),
    get taken() {
      const taken = shots.find(({ id }) => takes.some(({ shotId }) => shotId === id));
      if (taken === undefined) throw new Error('no shot has takes');
      return taken;
    },
    shot,
    beside: (id) => shots.filter(({ sceneId }) => sceneId === shot(id)?.sceneId),
    media: (id) => clips.filter(({ shotId }) => shotId === id).map((clip) => clip.assetId),
  };
}

/** Two neighbours of a scene that may become one. */
function pair({ shots }: ShotList): readonly [Shot, Shot] {
  const at = shots.findIndex(
    (shot, i) => shots[i + 1]?.sceneId === shot.sceneId && shots[i + 1]?.dialogue === null,
  );
  const [first, second] = shots.slice(at, at + 2);
  if (first === undefined || second === undefined) throw new Error('no neighbours');
  return [first, second];
}

/** A shot without a line that films words of the action. */
function told({ shots, blocks }: ShotList): Shot {
  const action = new Set(blocks.filter(({ kind }) => kind === 'action').map(({ id }) => id));
  const found = shots.find(
    ({ dialogue, covers }) => dialogue === null && covers.some(({ blockId }) => action.has(blockId)),
  );
  if (found === undefined) throw new Error('no shot of action');
  return found;
}

/** A place between two words of a shot that has several. */
function cut({ shots, blocks }: ShotList): { shot: Shot; at: { blockId: string; offset: number } } {
  for (const shot of shots) {
    for (const { blockId, start, end } of shot.covers) {
      const text = blocks.find(({ id }) => id === blockId)?.text ?? '';
      const offset = text.slice(0, end).indexOf(' ', start + 10) + 1;
      if (offset > 0 && offset < end - 10) return { shot, at: { blockId, offset } };
    }
  }
  throw new Error('no shot can be cut');
}

const cases: EditCases<'shots', ShotList> = {
  add: {
    label: 'Add shot',
    input: ({ taken }) => ({
      sceneId: taken.sceneId,
      afterShotId: taken.id,
      fields: { description: 'A gull on the rail.', size: 'close', durationFlicks: frames(36) },
    }),
    shows: (after, { taken }, { added }) => {
      const own = after.beside(taken.id);
      const made = own[own.findIndex(({ id }) => id === taken.id) + 1];
      expect(added).toEqual([{ entity: 'shot', id: made?.id }]);
      expect(made).toMatchObject({
        description: 'A gull on the rail.',
        size: 'close',
        durationFlicks: frames(36),
        origin: 'user',
      });
    },
  },
  edit: {
    label: 'Edit shot',
    input: ({ taken }) => ({
      shotId: taken.id,
      fields: { lensMm: 85, move: 'push-in', characters: [], promptOverride: 'Fog.' },
    }),
    shows: ({ taken }, before) =>
      expect(taken).toMatchObject({
        lensMm: 85,
        move: 'push-in',
        promptOverride: 'Fog.',
        description: before.taken.description,
      }),
  },
  duplicate: {
    label: 'Duplicate shot',
    input: ({ taken }) => ({ shotId: taken.id }),
    shows: (after, { taken }, { added }) =>
      expect(after.shot(added[0]?.id ?? '')).toMatchObject({
        description: taken.description,
        chosenClipId: null,
        covers: [],
      }),
  },
  delete: {
    label: 'Delete shot',
    input: ({ taken }) => ({ shotId: taken.id }),
    shows: (after, { taken, beside }) => {
      expect(after.shot(taken.id)).toBeUndefined();
      const heirs = beside(taken.id).flatMap(({ id }) => after.shot(id)?.covers ?? []);
      for (const { blockId } of taken.covers) {
        expect(heirs.some((range) => range.blockId === blockId)).toBe(true);
      }
    },
  },
  move: {
    label: 'Move shot',
    input: ({ taken, shots }) => ({
      shotId: taken.id,
      sceneId: shots.at(-1)?.sceneId ?? '',
      afterShotId: shots.at(-1)?.id ?? null,
    }),
    shows: (after, { taken, shots }) => {
      expect(after.taken.sceneId).toBe(shots.at(-1)?.sceneId);
      expect(after.shots.at(-1)?.id).toBe(taken.id);
    },
  },
  split: {
    label: 'Split shot',
    input: (list) => ({ shotId: cut(list).shot.id, at: cut(list).at }),
    shows: (after, before, { added }) => {
      const { shot, at } = cut(before);
      const second = after.shot(added[0]?.id ?? '');
      expect(second?.covers[0]).toMatchObject({ blockId: at.blockId, start: at.offset });
      const first = after.shot(shot.id);
      expect((first?.durationFlicks ?? 0) + (second?.durationFlicks ?? 0)).toBe(shot.durationFlicks);
    },
  },
  merge: {
    label: 'Merge shots',
    input: (list) => ({ firstShotId: pair(list)[0].id, secondShotId: pair(list)[1].id }),
    shows: (after, before) => {
      const [first, second] = pair(before);
      expect(after.shot(second.id)).toBeUndefined();
      expect(after.shot(first.id)?.durationFlicks).toBe(first.durationFlicks + second.durationFlicks);
    },
  },
  editMany: {
    label: 'Edit 2 shots',
    input: (list) => ({ shotIds: pair(list).map(({ id }) => id), fields: { lensMm: 135 } }),
    shows: (after, before) => {
      const changed = after.shots.filter(({ id }) => after.shot(id)?.lensMm !== before.shot(id)?.lensMm);
      expect(changed.map(({ id }) => id)).toEqual(pair(before).map(({ id }) => id));
    },
  },
  moveMany: {
    label: 'Move 2 shots',
    input: (list) => ({
      shotIds: pair(list).map(({ id }) => id),
      sceneId: list.shots.at(-1)?.sceneId ?? '',
      afterShotId: list.shots.at(-1)?.id ?? null,
    }),
    shows: (after, before) =>
      expect(after.shots.slice(-2).map(({ id }) => id)).toEqual(pair(before).map(({ id }) => id)),
  },
  approveStills: {
    label: 'Approve stills',
    input: ({ taken }) => ({ shotIds: [taken.id], approved: true }),
    shows: (after) => expect(after.taken.approvedStillId).toBe('still-1'),
  },
  narrate: {
    label: 'Let a narrator speak',
    input: (list) => ({ shotIds: [told(list).id] }),
    shows: (after, before) => {
      const { dialogue, editedFields } = after.shot(told(before).id) ?? {};
      expect(dialogue).toMatchObject({ speaker: 'NARRATOR', offScreen: true });
      expect(dialogue?.text.length).toBeGreaterThan(3);
      expect(editedFields).toContain('dialogue');
    },
  },
  deleteMany: {
    label: 'Delete 2 shots',
    input: (list) => ({ shotIds: pair(list).map(({ id }) => id) }),
    shows: (after, before) => {
      expect(after.shots).toHaveLength(before.shots.length - 2);
      for (const { id } of pair(before)) expect(after.shot(id)).toBeUndefined();
    },
  },
  chooseTake: {
    label: 'Choose take',
    input: ({ taken }) => ({ shotId: taken.id, kind: 'clip', takeId: 'take-2' }),
    shows: (after, { taken, media }) => {
      expect(after.taken.chosenClipId).toBe('take-2');
      expect(media(taken.id)).toEqual([assetId(1)]);
      expect(after.media(taken.id)).toEqual([assetId(2)]);
    },
  },
};

/** The film with a still of the shot that has takes, and chosen. */
async function prepareWithStill(studio: TestStudio): Promise<ProjectId> {
  const projectId = await prepareFilm(studio);
  const { taken } = look(studio, projectId);
  const still = makeTake('still-1', taken.id, 1, { projectId, kind: 'still' });
  const { store } = studio.studio.parts;
  unwrap(store.commit(patchOf([addChange('take', still)]), { projectId, label: 'Take', undoable: false }));
  await studio.client.shots.chooseTake({ projectId, shotId: taken.id, kind: 'still', takeId: 'still-1' });
  return projectId;
}

testEveryEdit('shots', prepareWithStill, look, cases);

test('a chosen take changes every clip of its shot, as assembly would, and keeps the cut', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await prepareFilm(studio);
  const { target } = lookAtFilm(studio, projectId);
  const shotId = target.clip.shotId ?? '';
  await client.timeline.split({ projectId, itemId: target.clip.id, atFlicks: target.start + frames(10) });
  const before = lookAtFilm(studio, projectId);
  const receipt = await client.shots.chooseTake({ projectId, shotId, kind: 'clip', takeId: 'take-2' });
  expect(receipt.changes).toBe(3);
  const after = lookAtFilm(studio, projectId);
  expect(after.main.map(({ startFlicks }) => startFlicks)).toEqual(
    before.main.map(({ startFlicks }) => startFlicks),
  );
  const linked = after.main.filter(({ item }) => item.kind === 'clip' && item.shotId === shotId);
  expect(linked.map(({ item }) => item)).toMatchObject([
    { assetId: assetId(2), sourceInFlicks: 0, sourceLengthFlicks: frames(takeFrames[1]) },
    { assetId: assetId(2), sourceInFlicks: frames(10), sourceLengthFlicks: frames(takeFrames[1]) },
  ]);
  expect(await client.timeline.assemble({ projectId })).toMatchObject({ changes: 0 });
  const none = await client.shots.chooseTake({ projectId, shotId, kind: 'clip', takeId: null });
  expect(none.changes).toBe(3);
  expect(look(studio, projectId).media(shotId)).toEqual([null, null]);
});

test('what cannot be done to shots is a coded fault with a sentence, and changes nothing', async () => {
  await using studio = createTestStudio();
  const { shots } = studio.client;
  const projectId = await prepareFilm(studio);
  const { taken, shots: list } = look(studio, projectId);
  const other = list.find(({ id }) => id !== taken.id)?.id ?? '';
  const foreign = await studio.openStory('harbour-radio.txt');
  const before = projectRows(studio.studio, projectId);
  const shotId = taken.id;
  const refused = {
    'shot.not-found': () => shots.delete({ projectId, shotId: 'gone' }),
    'shot.empty-description': () => shots.edit({ projectId, shotId, fields: { description: '' } }),
    'shot.bad-lens': () => shots.edit({ projectId, shotId, fields: { lensMm: 1 } }),
    'shot.bad-duration': () => shots.edit({ projectId, shotId, fields: { durationFlicks: 1 } }),
    'shot.unknown-character': () => shots.edit({ projectId, shotId, fields: { characters: ['NOBODY'] } }),
    'shot.not-in-scene': () =>
      shots.add({ projectId, sceneId: taken.sceneId, afterShotId: list.at(-1)?.id ?? '', fields: {} }),
    'scene.not-found': () => shots.add({ projectId, sceneId: 'gone', afterShotId: null, fields: {} }),
    'shot.bad-split': () => shots.split({ projectId, shotId, at: { blockId: 'gone', offset: 0 } }),
    'shot.not-neighbours': () => shots.merge({ projectId, firstShotId: shotId, secondShotId: shotId }),
    'shot.foreign-take': () => shots.chooseTake({ projectId, shotId: other, kind: 'clip', takeId: 'take-1' }),
    'shot.wrong-take-kind': () => shots.chooseTake({ projectId, shotId, kind: 'still', takeId: 'take-1' }),
    'take.not-found': () => shots.chooseTake({ projectId, shotId, kind: 'clip', takeId: 'gone' }),
    'project.not-found': () => shots.print({ projectId: 'nobody' }),
  };
  for (const [code, call] of Object.entries(refused)) {
    expect(await failureOf(call())).toMatchObject({
      code: 'FAULT',
      data: { code },
      message: expect.stringMatching(/^[A-Z"].*\.$/),
    });
  }
  const elsewhere = [
    shots.edit({ projectId: foreign, shotId, fields: { lensMm: 85 } }),
    shots.chooseTake({ projectId: foreign, shotId, kind: 'clip', takeId: 'take-1' }),
  ];
  for (const call of elsewhere) expect(await failureOf(call)).toMatchObject({ code: 'FAULT' });
  const misfits = [
    shots.edit({ projectId, shotId, fields: { lensMm: Number.NaN } }),
    shots.edit({ projectId, shotId, fields: { description: 'x'.repeat(10_001) } }),
    shots.edit({ projectId, shotId, fields: { chosenClipId: 'take-1' } as never }),
    shots.split({ projectId, shotId, at: { blockId: 'gone', offset: -1 } }),
  ];
  for (const call of misfits) expect(await failureOf(call)).toMatchObject({ code: 'BAD_REQUEST' });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});
