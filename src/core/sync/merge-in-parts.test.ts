import { expect, onTestFinished, test } from 'vitest';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { makeProject, makeScene, makeShot } from '../../testing/builders/story-rows.ts';
import { testProjectId } from '../../testing/builders/timeline-rows.ts';
import { createLightDevices } from '../../testing/sync/light-store.ts';
import { sendAll } from '../../testing/sync/merged-film.ts';
import type { Store } from '../store/store.ts';
import { mergeInParts } from './merge-in-parts.ts';

const shots = 1_500;

/** A film with many shots on one device, and another that is to get it. */
function bigPage() {
  const [from, to] = createLightDevices(2, 1_000).map(({ store }) => store) as [Store, Store];
  onTestFinished(() => {
    from.close();
    to.close();
  });
  const film = [
    addChange('project', makeProject()),
    addChange('scene', makeScene('one', 'a0')),
    ...Array.from({ length: shots }, (_, i) => addChange('shot', makeShot(`shot-${i}`, 'a0'))),
  ];
  unwrap(from.commit(patchOf(film), { projectId: testProjectId, label: 'Film', undoable: false }));
  from.sync.begin(testProjectId, 'here');
  to.sync.begin(testProjectId, 'elsewhere');
  const place = () => {
    const [found] = to.sync.places();
    if (found === undefined) throw new Error('the film is mirrored');
    return found;
  };
  return { page: sendAll(from), to, place, here: () => to.rows('shot', testProjectId).length };
}

test('others are answered while a large page is merged, and its end is saved with its last row', async () => {
  const { page, to, place, here } = bigPage();
  const merging = mergeInParts(to.sync, place(), page, { cursor: 9 });
  const seen: (readonly [number, number])[] = [];
  let isDone = false;
  const look = (): void => {
    if (isDone) return;
    seen.push([here(), place().cursor]);
    setImmediate(look);
  };
  setImmediate(look);
  expect(unwrap(await merging)).toEqual({ changed: true, stale: false });
  isDone = true;
  expect(new Set(seen.map(([rows]) => rows)).size).toBeGreaterThan(1);
  for (const [rows, cursor] of seen) expect(cursor).toBe(rows < shots ? 0 : 9);
  expect([here(), place().cursor]).toEqual([shots, 9]);
});

test('a project that is switched off between two parts keeps its place, and gets the whole page when it comes again', async () => {
  const { page, to, place, here } = bigPage();
  const merging = mergeInParts(to.sync, place(), page, { cursor: 9 });
  setImmediate(() => to.sync.end(testProjectId));
  expect(unwrap(await merging)).toMatchObject({ stale: true });
  expect(here()).toBeLessThan(shots);
  to.sync.begin(testProjectId, 'elsewhere');
  expect(place().cursor).toBe(0);
  expect(unwrap(await mergeInParts(to.sync, place(), page, { cursor: 9 }))).toMatchObject({ stale: false });
  expect([here(), place().cursor]).toEqual([shots, 9]);
});
