import { describe, expect, test } from 'vitest';
import { shotId } from '../../../testing/builders/story-rows.ts';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTitle,
  makeTransition,
  testProjectId,
  testRate,
  trackId,
} from '../../../testing/builders/timeline-rows.ts';
import { rowsOf } from '../../../testing/timeline-model.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { type Result, unwrap } from '../../kernel/result.ts';
import { itemsOfTrack, startOf, tracksInOrder } from '../queries.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { deleteItems } from './delete-items.ts';
import { duplicateItems } from './duplicate-items.ts';
import { addTrack, deleteTrack, moveTrack } from './edit-tracks.ts';
import { liftItems } from './lift-items.ts';
import { lowerItems } from './lower-items.ts';
import { moveItems } from './move-items.ts';
import { shiftItems } from './shift-items.ts';
import { splitAll } from './split-all.ts';

/** a (10) b (20) gap (5) c (30) d (40), a dissolve between a and b and one between c and d, words and a title. */
function film(): TimelineIndex {
  const own = shotId('s');
  return indexTimeline(
    makeRows(
      [
        makeClip('a', 10),
        makeClip('b', 20, { shotId: own }),
        makeGap('g', 5),
        makeClip('c', 30),
        makeClip('d', 40),
      ],
      [
        makeCaption('words', 4, {
          shotId: own,
          anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(2) },
        }),
        makeTitle('t', 5, { anchor: { to: 'item', itemId: itemId('c'), offsetFlicks: frames(1) } }),
      ],
      [makeTransition('a', 4), makeTransition('c', 4)],
    ),
    testRate,
  );
}

let made = 0;
const newId = (): string => `new-${made++}`;
const ids = (...names: string[]) => names.map(itemId);
const order = (index: TimelineIndex): string[] => [...index.main].map(({ id }) => id);
const run = (index: TimelineIndex, result: Result<RecordsPatch>): void => applyPatch(index, unwrap(result));
const codeOf = (result: Result<RecordsPatch>): string => (result.ok ? 'ok' : result.fault.code);

/** The film with c and d lifted off it, and another track for overlays. */
function overlaid(): TimelineIndex {
  const index = film();
  run(index, liftItems(index, { itemIds: ids('c', 'd'), trackId: null, newId }));
  run(index, addTrack(index, { projectId: testProjectId, kind: 'video', name: 'More', newId: () => 'more' }));
  return index;
}

describe('clips that leave the film and come back', () => {
  test('lifted together they keep their times, and one gap stays where they were', () => {
    const index = overlaid();
    expect(order(index)).toEqual(['a', 'b', 'g']);
    expect(['c', 'd'].map((id) => startOf(index, itemId(id)))).toEqual([frames(35), frames(65)]);
  });

  test('lowered to where they were, the film is what it was but for the transition', () => {
    const index = overlaid();
    const given = { itemIds: ids('d', 'c'), atFlicks: frames(35), way: 'overwrite', newId } as const;
    run(index, lowerItems(index, given));
    expect(order(index)).toEqual(['a', 'b', 'g', 'c', 'd']);
    expect(index.items.get(itemId('c'))).toMatchObject({ anchor: null, trackId: index.mainTrackId });
    expect(startOf(index, itemId('d'))).toBe(frames(65));
  });

  test('inserted they stand one behind the other, and what follows begins later', () => {
    const index = overlaid();
    run(index, lowerItems(index, { itemIds: ids('c', 'd'), atFlicks: frames(10), way: 'insert', newId }));
    expect(order(index)).toEqual(['a', 'c', 'd', 'b', 'g']);
    expect(startOf(index, itemId('b'))).toBe(frames(80));
    expect([...index.transitions.values()]).toEqual([]);
  });

  test('a clip that lies on what it takes away does not hold on to it', () => {
    const index = film();
    run(index, liftItems(index, { itemIds: ids('d'), trackId: null, newId }));
    run(index, shiftItems(index, { itemIds: ids('d'), byFlicks: frames(-65) }));
    run(index, lowerItems(index, { itemIds: ids('d'), atFlicks: 0, way: 'overwrite', newId }));
    expect(order(index)).toEqual(['d', 'c']);
    expect(index.items.get(itemId('d'))?.anchor).toBeNull();
    expect(startOf(index, itemId('c'))).toBe(frames(40));
  });

  test('only clips of video tracks come down', () => {
    const index = overlaid();
    const given = { atFlicks: 0, way: 'insert', newId } as const;
    expect(codeOf(lowerItems(index, { itemIds: ids('t'), ...given }))).toBe('timeline.wrong-kind');
    expect(codeOf(lowerItems(index, { itemIds: ids('a'), ...given }))).toBe('timeline.only-on-main');
  });

  test('moved to another track together, unless they would lie on each other there', () => {
    const index = overlaid();
    const [from, to] = [trackId('video'), trackId('more')];
    run(index, shiftItems(index, { itemIds: ids('c'), byFlicks: 0, toTracks: [{ from, to }] }));
    expect(index.items.get(itemId('c'))?.trackId).toBe(to);
    const back = { itemIds: ids('c', 'd'), toTracks: [{ from: to, to: from }] };
    run(index, shiftItems(index, { ...back, byFlicks: frames(3) }));
    expect(['c', 'd'].map((id) => startOf(index, itemId(id)))).toEqual([frames(38), frames(68)]);
    run(index, shiftItems(index, { itemIds: ids('c'), byFlicks: 0, toTracks: [{ from, to }] }));
    run(index, shiftItems(index, { itemIds: ids('c'), byFlicks: frames(20) }));
    expect(codeOf(shiftItems(index, { ...back, byFlicks: 0 }))).toBe('timeline.place-taken');
    expect(codeOf(shiftItems(index, { ...back, byFlicks: frames(1) }))).toBe('timeline.place-taken');
    const wrong = [{ from, to: trackId('title') }];
    expect(codeOf(shiftItems(index, { itemIds: ids('d'), byFlicks: 0, toTracks: wrong }))).toBe(
      'timeline.no-track',
    );
  });
});

describe('several items as one edit', () => {
  test('moved together they keep their order, and the transition between them', () => {
    const index = film();
    run(index, moveItems(index, { itemIds: ids('d', 'c'), beforeItemId: itemId('a') }));
    expect(order(index)).toEqual(['c', 'd', 'a', 'b', 'g']);
    expect([...index.transitions.values()].map(({ leftItemId }) => leftItemId).sort()).toEqual(['a', 'c']);
  });

  test('moved to where they are, nothing changes', () => {
    const index = film();
    expect(unwrap(moveItems(index, { itemIds: ids('a', 'b'), beforeItemId: itemId('g') })).changes).toEqual(
      [],
    );
    expect(unwrap(moveItems(index, { itemIds: ids('a', 'b'), beforeItemId: itemId('b') })).changes).toEqual(
      [],
    );
  });

  test('deleted without ripple their time stays, as one gap; with ripple it closes', () => {
    const index = film();
    run(index, deleteItems(index, { itemIds: ids('b', 'c', 'words'), ripple: false, newId }));
    expect(index.main.size).toBe(3);
    expect(startOf(index, itemId('d'))).toBe(frames(65));
    const other = film();
    run(other, deleteItems(other, { itemIds: ids('b', 'g', 'c'), ripple: true, newId }));
    expect(order(other)).toEqual(['a', 'd']);
    expect(codeOf(deleteItems(film(), { itemIds: ids('g'), ripple: false, newId }))).toBe(
      'timeline.wrong-kind',
    );
  });

  test('a refusal in the middle leaves the timeline as it was', () => {
    const index = film();
    const before = rowsOf(index);
    const title = { itemIds: ids('b', 't'), atFlicks: frames(36), newId };
    expect(codeOf(duplicateItems(index, title))).toBe('ok');
    expect(rowsOf(index)).toEqual(before);
    expect(codeOf(duplicateItems(index, { itemIds: ids('t'), atFlicks: frames(37), newId }))).toBe(
      'timeline.place-taken',
    );
    expect(rowsOf(index)).toEqual(before);
  });

  test('copies of clips are inserted with copies of their words, and what follows begins later', () => {
    const index = film();
    run(index, duplicateItems(index, { itemIds: ids('a', 'b'), atFlicks: frames(35), newId }));
    const names = order(index);
    expect(names.slice(0, 3)).toEqual(['a', 'b', 'g']);
    expect(names.slice(5)).toEqual(['c', 'd']);
    expect(startOf(index, itemId('c'))).toBe(frames(65));
    const captions = itemsOfTrack(index, trackId('caption'));
    expect(captions.map(({ startFlicks }) => startFlicks)).toEqual([frames(12), frames(47)]);
  });

  test('items of other tracks shift together, and not over one that stays', () => {
    const index = film();
    run(index, shiftItems(index, { itemIds: ids('words', 't'), byFlicks: frames(-3) }));
    expect(startOf(index, itemId('words'))).toBe(frames(9));
    expect(startOf(index, itemId('t'))).toBe(frames(33));
    expect(codeOf(shiftItems(index, { itemIds: ids('words', 'a'), byFlicks: frames(1) }))).toBe(
      'timeline.only-on-main',
    );
    expect(codeOf(shiftItems(index, { itemIds: ids('words'), byFlicks: frames(-10) }))).toBe(
      'timeline.out-of-range',
    );
  });

  test('a cut through all tracks leaves captions whole', () => {
    const index = film();
    run(index, splitAll(index, { atFlicks: frames(38), newId }));
    expect(index.items.size).toBe(9);
    expect(index.byTrack.get(trackId('caption'))?.size).toBe(1);
    expect(codeOf(splitAll(index, { atFlicks: frames(38), newId }))).toBe('timeline.too-short');
  });
});

describe('tracks', () => {
  const kinds = (index: TimelineIndex): string[] => tracksInOrder(index).map(({ id }) => id);

  test('a new one lies above the others of its kind', () => {
    const index = film();
    run(index, addTrack(index, { projectId: testProjectId, kind: 'video', name: 'B', newId: () => 'v2' }));
    expect(kinds(index)).toEqual(['audio', 'main', 'video', 'v2', 'title', 'caption']);
  });

  test('moves above another one, or lowest; where it is already, nothing changes', () => {
    const index = film();
    run(index, moveTrack(index, { trackId: trackId('title'), aboveTrackId: trackId('audio') }));
    expect(kinds(index)).toEqual(['audio', 'title', 'main', 'video', 'caption']);
    run(index, moveTrack(index, { trackId: trackId('main'), aboveTrackId: null }));
    expect(kinds(index)).toEqual(['main', 'audio', 'title', 'video', 'caption']);
    const same = moveTrack(index, { trackId: trackId('title'), aboveTrackId: trackId('audio') });
    expect(unwrap(same).changes).toEqual([]);
  });

  test('goes with what is on it; the main track stays', () => {
    const index = film();
    run(index, deleteTrack(index, { trackId: trackId('caption') }));
    expect(index.items.has(itemId('words'))).toBe(false);
    expect(codeOf(deleteTrack(index, { trackId: trackId('main') }))).toBe('timeline.main-track-stays');
  });
});
