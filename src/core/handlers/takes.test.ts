import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { Take } from '../../domain/assets/take.ts';
import type { ProjectId, ShotId, TakeId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

let studio: TestStudio;
let projectId: ProjectId;
let shotId: ShotId;
const ids = ['shown', 'second', 'third'] as TakeId[];

beforeAll(async () => {
  studio = createTestStudio();
  projectId = await studio.openStory();
  const [shot] = await studio.client.shots.list({ projectId });
  if (shot === undefined) throw new Error('a film has shots');
  shotId = shot.id;
  const takes = ids.map((id) =>
    sampleRow('take', {
      ...{ id, projectId, shotId, kind: 'still', jobId: null, fromTakeId: null },
      ...{ sceneId: null, castId: null, placeId: null, rating: null, discardedAtMs: null },
    }),
  );
  const free = { projectId, label: 'Job step', undoable: false };
  unwrap(studio.studio.parts.store.commit(patchOf(takes.map((take) => addChange('take', take))), free));
  await studio.client.shots.chooseTake({ projectId, shotId, kind: 'still', takeId: ids[0] ?? null });
});
afterAll(() => studio.cleanup());

const take = (id: string): Take | null => studio.studio.parts.store.row('take', id);
const code = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no fault',
    (error: unknown) => faultOfCall(error).code,
  );

test('takes are rated together as one edit, and one undo takes it back', async () => {
  const { client } = studio;
  const receipt = await client.takes.rate({ projectId, takeIds: [...ids, ...ids], rating: 4 });
  expect(receipt).toMatchObject({ label: 'Rate 6 takes', changes: 3 });
  expect(ids.map((id) => take(id)?.rating)).toEqual([4, 4, 4]);
  await client.projects.undo({ projectId });
  expect(ids.map((id) => take(id)?.rating)).toEqual([null, null, null]);
  expect(await client.takes.rate({ projectId, takeIds: ids, rating: null })).toMatchObject({ changes: 0 });
});

test('a take that the film shows is not put away, and none is put away with it', async () => {
  const { client } = studio;
  expect(await code(client.takes.putAway({ projectId, takeIds: ids }))).toBe('take.chosen');
  expect(ids.map((id) => take(id)?.discardedAtMs)).toEqual([null, null, null]);
});

test('what was put away is brought back by hand, by undo, or by being chosen', async () => {
  const { client } = studio;
  const [shown, second, third] = ids as [TakeId, TakeId, TakeId];
  await client.takes.putAway({ projectId, takeIds: [second, third] });
  const away = take(second)?.discardedAtMs;
  expect(away).not.toBeNull();
  // Again changes nothing: it is away since then.
  expect(await client.takes.putAway({ projectId, takeIds: [second] })).toMatchObject({ changes: 0 });
  expect(take(second)?.discardedAtMs).toBe(away);
  await client.takes.bringBack({ projectId, takeIds: [third] });
  expect(take(third)?.discardedAtMs).toBeNull();
  await client.shots.chooseTake({ projectId, shotId, kind: 'still', takeId: second });
  expect(take(second)?.discardedAtMs).toBeNull();
  await client.projects.undo({ projectId });
  expect(take(second)?.discardedAtMs).toBe(away);
  expect(studio.studio.parts.store.row('shot', shotId)?.chosenStillId).toBe(shown);
});

test('takes of nowhere, and ratings that are none, are refused', async () => {
  const { client } = studio;
  const takeIds = ['nowhere' as TakeId];
  expect(await code(client.takes.rate({ projectId, takeIds, rating: 1 }))).toBe('take.not-found');
  expect(await code(client.takes.putAway({ projectId, takeIds }))).toBe('take.not-found');
  expect(await code(client.takes.bringBack({ projectId, takeIds }))).toBe('take.not-found');
  await expect(client.takes.rate({ projectId, takeIds: ids, rating: 6 })).rejects.toThrow();
  const gone = 'gone' as ProjectId;
  expect(await code(client.takes.rate({ projectId: gone, takeIds, rating: 1 }))).toBe('project.not-found');
});
