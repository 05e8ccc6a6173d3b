import { expect, test } from 'vitest';
import { entityNames, type RecordsPatch } from '../../domain/kernel/patch.ts';
import { type Result, unwrap } from '../../domain/kernel/result.ts';
import { frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import { moveScene } from '../../domain/scenes/commands/move-scene.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import { addShot } from '../../domain/shots/commands/add-shot.ts';
import type { BreakdownRows } from '../../domain/shots/commands/breakdown-rows.ts';
import { deleteShot } from '../../domain/shots/commands/delete-shot.ts';
import { duplicateShot } from '../../domain/shots/commands/duplicate-shot.ts';
import { moveShot } from '../../domain/shots/commands/move-shot.ts';
import { splitScene } from '../../domain/shots/commands/split-scene.ts';
import { shotsInFilmOrder } from '../../domain/shots/shot-numbers.ts';
import { travels } from '../../domain/sync/synced-fields.ts';
import { insertBlocks } from '../../domain/text/commands/insert-blocks.ts';
import { deleteItem } from '../../domain/timeline/commands/delete-item.ts';
import { moveItem } from '../../domain/timeline/commands/move-item.ts';
import { removeTransition, setTransition } from '../../domain/timeline/commands/set-transition.ts';
import { splitItem } from '../../domain/timeline/commands/split-item.ts';
import { indexTimeline, type TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { testProjectId } from '../../testing/builders/timeline-rows.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { faultsOfFilm } from '../../testing/sync/faults-of-film.ts';
import { exchangeAll, mergeAnyEdits } from '../../testing/sync/merged-film.ts';
import { assembleStory } from '../pipeline/assets-to-timeline/assemble-story.ts';
import { scenesToShots } from '../pipeline/scenes-to-shots/scenes-to-shots.ts';
import { textToScenes } from '../pipeline/text-to-scenes/text-to-scenes.ts';
import type { Store } from '../store/store.ts';

const rate = frameRates['24'];
const films = 40;

const readAll = (store: Store) =>
  entityNames.filter(travels).map((kind) => [kind, store.rows(kind, testProjectId)]);
const storedAll = (store: Store) =>
  entityNames.filter(travels).map((kind) => [kind, store.storedRows(kind, testProjectId)]);

type Random = ReturnType<typeof createSeededRandom>;
type Edit = (store: Store, random: Random, newId: () => string) => Result<unknown>;

const commit = (store: Store, patch: Result<RecordsPatch>): Result<unknown> =>
  patch.ok ? store.commit(patch.value, { projectId: testProjectId, label: 'Edit', undoable: true }) : patch;
const onBreakdown =
  (command: (rows: BreakdownRows, random: Random, newId: () => string) => Result<RecordsPatch>): Edit =>
  (store, random, newId) => {
    const rows = {
      blocks: store.rows('block', testProjectId),
      scenes: store.rows('scene', testProjectId),
      shots: store.rows('shot', testProjectId),
    };
    return commit(store, command(rows, random, newId));
  };
const onTimeline =
  (command: (index: TimelineIndex, random: Random, newId: () => string) => Result<RecordsPatch>): Edit =>
  (store, random, newId) => {
    const rows = {
      tracks: store.rows('track', testProjectId),
      items: store.rows('item', testProjectId),
      transitions: store.rows('transition', testProjectId),
    };
    return commit(store, command(indexTimeline(rows, rate), random, newId));
  };

const pick = <T extends { readonly id: string }>(rows: Iterable<T>, random: Random): T => {
  const all = [...rows];
  return all[random.int(0, Math.max(0, all.length - 1))] ?? ({ id: 'none' } as T);
};
const mainItem = (index: TimelineIndex, random: Random) =>
  pick(
    [...index.main.from(0)].map(({ item }) => item),
    random,
  );

const edits: Readonly<Record<string, Edit>> = {
  'move a scene': onBreakdown(({ scenes }, random) =>
    moveScene(scenes, pick(scenes, random).id, pick(scenes, random).id),
  ),
  'split a scene': onBreakdown((rows, random) => {
    const scene: Partial<Scene> & { readonly id: string } = pick(rows.scenes, random);
    return splitScene(rows, scene.id, scene.blockIds?.[1] ?? '');
  }),
  'move a shot': onBreakdown((rows, random) => {
    const scene = pick(rows.scenes, random);
    const own = shotsInFilmOrder(rows.scenes, rows.shots).filter(({ sceneId }) => sceneId === scene.id);
    return moveShot(
      rows,
      pick(rows.shots, random).id,
      scene.id,
      own.length === 0 ? null : pick(own, random).id,
    );
  }),
  'add a shot': onBreakdown((rows, random, newId) =>
    addShot(rows, [], rate, {
      id: newId() as never,
      sceneId: pick(rows.scenes, random).id,
      afterShotId: null,
      fields: {},
    }),
  ),
  'duplicate a shot': onBreakdown((rows, random, newId) =>
    duplicateShot(rows, pick(rows.shots, random).id, newId() as never),
  ),
  'delete a shot': onBreakdown((rows, random) => deleteShot(rows, pick(rows.shots, random).id)),
  'insert a paragraph': (store, random, newId) => {
    const blocks = store.rows('block', testProjectId);
    const added = [{ id: newId() as never, kind: 'action' as const, text: 'Snow.' }];
    return commit(
      store,
      insertBlocks(blocks, testProjectId, { afterBlockId: pick(blocks, random).id, added }),
    );
  },
  'break down': (store) => {
    const done = textToScenes(store, testProjectId);
    return done.ok ? scenesToShots(store, testProjectId) : done;
  },
  assemble: (store) => assembleStory(store, testProjectId),
  'split an item': onTimeline((index, random, newId) => {
    const placed = [...index.main.from(0)];
    const { item, startFlicks } = placed[random.int(0, placed.length - 1)] ?? {
      item: { id: 'none' as never },
      startFlicks: 0,
    };
    return splitItem(index, { itemId: item.id, atFlicks: startFlicks + framesToFlicks(12, rate), newId });
  }),
  'delete an item': onTimeline((index, random, newId) =>
    deleteItem(index, { itemId: pick(index.items.values(), random).id, newId }),
  ),
  'move an item': onTimeline((index, random) =>
    moveItem(index, { itemId: mainItem(index, random).id, beforeItemId: mainItem(index, random).id }),
  ),
  'set a transition': onTimeline((index, random, newId) =>
    setTransition(index, {
      leftItemId: mainItem(index, random).id,
      kind: 'dissolve',
      durationFlicks: framesToFlicks(4, rate),
      newId,
    }),
  ),
  'remove a transition': onTimeline((index, random) => {
    const { leftItemId } = pick(index.transitions.values(), random);
    return removeTransition(index, { leftItemId });
  }),
  undo: (store) => store.undo(testProjectId),
};

/** What commands say where there is nothing to do it to; anything of the store's or thrown is a fault of ours. */
const refusals = /^(shot|scene|text|timeline)\.|^store\.nothing-to-undo$/;

test('whatever two devices did, both read one sound film, which stays sound through any edit; reading writes nothing', () => {
  let mended = 0;
  const done = new Set<string>();
  for (let n = 0; n < films; n++) {
    const random = createSeededRandom(`merged film ${n}`);
    const { stores, close } = mergeAnyEdits(random);
    const [first, second] = stores;
    expect(storedAll(first), `film ${n}`).toEqual(storedAll(second));
    const read = readAll(first);
    expect(readAll(second), `film ${n}`).toEqual(read);
    expect(faultsOfFilm(first, testProjectId), `film ${n}`).toEqual([]);
    expect([first.sync.waiting(testProjectId), storedAll(second)]).toEqual([0, storedAll(first)]);
    if (JSON.stringify(read) !== JSON.stringify(storedAll(first))) mended += 1;
    let ids = 0;
    for (let turn = 0; turn < 12; turn++) {
      const name = Object.keys(edits)[random.int(0, Object.keys(edits).length - 1)] ?? '';
      const result = edits[name]?.(first, random, () => `new-${n}-${++ids}`);
      if (result?.ok === true) done.add(name);
      else if (result !== undefined) expect(result.fault.code, `${name} in film ${n}`).toMatch(refusals);
      expect(faultsOfFilm(first, testProjectId), `${name} in film ${n}`).toEqual([]);
    }
    exchangeAll(first, second);
    expect(readAll(second), `film ${n}`).toEqual(readAll(first));
    close();
  }
  expect(mended).toBeGreaterThan(films / 2);
  expect([...done].sort()).toEqual(Object.keys(edits).sort());
});

test('a transition that is taken off a cut where two devices put one each is off it', () => {
  for (let n = 0; n < 40; n++) {
    const { stores, close } = mergeAnyEdits(createSeededRandom(`two transitions ${n}`));
    const [store] = stores;
    const read = store.rows('transition', testProjectId);
    const hidden = store
      .storedRows('transition', testProjectId)
      .find(({ id }) => read.every((one) => one.id !== id));
    const onCut = read.find(({ leftItemId }) => leftItemId === hidden?.leftItemId);
    if (onCut !== undefined) {
      const index = indexTimeline(
        {
          tracks: store.rows('track', testProjectId),
          items: store.rows('item', testProjectId),
          transitions: read,
        },
        rate,
      );
      unwrap(commit(store, removeTransition(index, { leftItemId: onCut.leftItemId })));
      const left = store.storedRows('transition', testProjectId);
      expect(left.filter(({ leftItemId }) => leftItemId === onCut.leftItemId)).toEqual([]);
      close();
      return;
    }
    close();
  }
  throw new Error('no history put two transitions on one cut');
});
