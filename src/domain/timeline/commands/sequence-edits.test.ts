import { describe, expect, test } from 'vitest';
import { shotId } from '../../../testing/builders/story-rows.ts';
import {
  assetId,
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTitle,
  makeTransition,
  testRate,
  trackId,
} from '../../../testing/builders/timeline-rows.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { startOf } from '../queries.ts';
import type { Item, Transition } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { addCaption, addTitle } from './add-title.ts';
import { appendClip } from './append-clip.ts';
import { deleteItem } from './delete-item.ts';
import { insertClip } from './insert-clip.ts';
import { liftItem } from './lift-item.ts';
import { moveItem } from './move-item.ts';
import { overwriteClip } from './overwrite-clip.ts';
import { placeItem } from './place-item.ts';
import { rippleDelete } from './ripple-delete.ts';
import { setAnchor } from './set-anchor.ts';
import { setFade } from './set-fade.ts';
import { setGain } from './set-gain.ts';
import { removeTransition, setTransition } from './set-transition.ts';

let made = 0;
const newId = (): string => `new${made++}`;
const film = (
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
): TimelineIndex => indexTimeline(makeRows(main, others, transitions), testRate);
const shown = (index: TimelineIndex): string[] =>
  [...index.main].map((item) => {
    const name = item.kind === 'gap' ? 'gap' : item.id.startsWith('new') ? 'new' : item.id;
    return `${name} ${item.durationFlicks / frames(1)}`;
  });
const startFrame = (index: TimelineIndex, id: string): number =>
  (startOf(index, itemId(id)) ?? -1000) / frames(1);
function edit(index: TimelineIndex, result: Result<RecordsPatch>): TimelineIndex {
  if (!result.ok) throw new Error(result.fault.code);
  applyPatch(index, result.value);
  return index;
}
const codeOf = (result: Result<RecordsPatch>): string | null => (result.ok ? null : result.fault.code);
const [a, b, c] = [makeClip('a', 10), makeClip('b', 10), makeClip('c', 10)] as const;
const clip = (length: number, sourceLength = 100) => ({
  assetId: assetId(5),
  shotId: null,
  sourceInFlicks: 0,
  sourceLengthFlicks: frames(sourceLength),
  durationFlicks: frames(length),
  fit: 'fill' as const,
});
const titleOn = (id: string, on: string, offset: number): Item =>
  makeTitle(id, 3, { anchor: { to: 'item', itemId: itemId(on), offsetFlicks: frames(offset) } });

describe('putting clips in', () => {
  test('append, insert at a cut and in the middle', () => {
    const index = film([a, b], [titleOn('t', 'b', 6)], [makeTransition('a', 4)]);
    edit(index, appendClip(index, { clip: clip(4), newId }));
    expect(shown(index)).toEqual(['a 10', 'b 10', 'new 4']);
    edit(index, insertClip(index, { clip: clip(5), atFlicks: frames(10), newId }));
    expect(shown(index)).toEqual(['a 10', 'new 5', 'b 10', 'new 4']);
    expect(index.transitions.size).toBe(0);
    edit(index, insertClip(index, { clip: clip(1), atFlicks: frames(19), newId }));
    expect(shown(index)).toEqual(['a 10', 'new 5', 'b 4', 'new 1', 'new 6', 'new 4']);
    expect(startFrame(index, 't')).toBe(22);
  });

  test('a piece that is not in the medium is refused, and so is a project without a timeline', () => {
    const index = film([a]);
    expect(codeOf(appendClip(index, { clip: clip(101), newId }))).toBe('timeline.no-media');
    const empty = indexTimeline({ tracks: [], items: [], transitions: [] }, testRate);
    expect(codeOf(appendClip(empty, { clip: clip(1), newId }))).toBe('timeline.no-main-track');
  });

  test('overwrite covers, cuts off and cuts in two, and moves nothing', () => {
    const own = makeCaption('words', 3, {
      shotId: shotId('s'),
      anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: 0 },
    });
    const index = film(
      [a, { ...b, shotId: shotId('s') }, c],
      [own, titleOn('t', 'b', 6), titleOn('u', 'c', 7)],
    );
    edit(index, overwriteClip(index, { clip: clip(17), atFlicks: frames(8), newId }));
    expect(shown(index)).toEqual(['a 8', 'new 17', 'c 5']);
    expect([startFrame(index, 't'), startFrame(index, 'u')]).toEqual([16, 27]);
    expect(index.items.has(itemId('words'))).toBe(false);
    edit(index, overwriteClip(index, { clip: clip(2), atFlicks: frames(14), newId }));
    expect(shown(index)).toEqual(['a 8', 'new 6', 'new 2', 'new 9', 'c 5']);
    expect(startFrame(index, 't')).toBe(16);
    edit(index, overwriteClip(index, { clip: clip(2), atFlicks: frames(33), newId }));
    expect(shown(index).slice(-3)).toEqual(['c 5', 'gap 3', 'new 2']);
  });
});

describe('taking items out', () => {
  test('delete leaves a gap and joins gaps', () => {
    const index = film(
      [a, makeGap('g', 2), b, makeGap('h', 3), c],
      [titleOn('t', 'b', 4), titleOn('u', 'h', 1)],
      [makeTransition('h', 2)],
    );
    edit(index, deleteItem(index, { itemId: itemId('b'), newId }));
    expect(shown(index)).toEqual(['a 10', 'gap 15', 'c 10']);
    expect([startFrame(index, 't'), startFrame(index, 'u')]).toEqual([16, 23]);
    expect([...index.transitions.values()].map((one) => one.leftItemId)).toEqual(['g']);
    edit(index, deleteItem(index, { itemId: itemId('c'), newId }));
    expect(shown(index)).toEqual(['a 10', 'gap 15']);
    edit(index, deleteItem(index, { itemId: itemId('a'), newId }));
    expect(shown(index)).toEqual(['gap 25']);
    expect(codeOf(deleteItem(index, { itemId: itemId('g'), newId }))).toBe('timeline.wrong-kind');
  });

  test('ripple delete closes the place; a title stays at its time, own captions go', () => {
    const own = makeCaption('words', 3, {
      shotId: shotId('s'),
      anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: 0 },
    });
    const index = film(
      [a, { ...b, shotId: shotId('s') }, c],
      [own, titleOn('t', 'b', 4)],
      [makeTransition('a', 4)],
    );
    edit(index, rippleDelete(index, { itemId: itemId('b') }));
    expect(shown(index)).toEqual(['a 10', 'c 10']);
    expect(startFrame(index, 't')).toBe(14);
    expect(index.items.has(itemId('words'))).toBe(false);
    expect(index.transitions.size).toBe(0);
    edit(index, rippleDelete(index, { itemId: itemId('c') }));
    expect(startFrame(index, 't')).toBe(14);
    edit(index, rippleDelete(index, { itemId: itemId('a') }));
    expect(shown(index)).toEqual([]);
    expect(startFrame(index, 't')).toBe(14);
  });

  test('lift puts a clip over the gap that it leaves, with its captions', () => {
    const own = makeCaption('words', 3, {
      shotId: shotId('s'),
      anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(2) },
    });
    const index = film([a, { ...b, shotId: shotId('s') }, c], [own]);
    edit(index, liftItem(index, { itemId: itemId('b'), trackId: null, newId }));
    expect(shown(index)).toEqual(['a 10', 'gap 10', 'c 10']);
    expect([startFrame(index, 'b'), startFrame(index, 'words')]).toEqual([10, 12]);
    expect(codeOf(liftItem(index, { itemId: itemId('a'), trackId: trackId('audio'), newId }))).toBeNull();
  });
});

describe('moving', () => {
  test('a clip moves in the sequence with what is anchored to it', () => {
    const index = film([a, b, c], [titleOn('t', 'a', 2)], [makeTransition('a', 2), makeTransition('b', 2)]);
    edit(index, moveItem(index, { itemId: itemId('a'), beforeItemId: itemId('c') }));
    expect(shown(index)).toEqual(['b 10', 'a 10', 'c 10']);
    expect(startFrame(index, 't')).toBe(12);
    expect(index.transitions.size).toBe(0);
    edit(index, moveItem(index, { itemId: itemId('b'), beforeItemId: null }));
    expect(shown(index)).toEqual(['a 10', 'c 10', 'b 10']);
  });

  test('between neighbours that two devices gave the same key there is room all the same', () => {
    const same = [a, b, c].map((item) => ({ ...item, order: 'a1' }));
    const index = indexTimeline({ ...makeRows([]), items: same }, testRate);
    edit(index, insertClip(index, { clip: clip(2), atFlicks: frames(10), newId }));
    expect(shown(index)).toEqual(['a 10', 'new 2', 'b 10', 'c 10']);
  });

  test('an item of another track holds on to what it is moved over, and lands on no other', () => {
    const index = film([a, b], [titleOn('t', 'a', 0), titleOn('u', 'b', 5)]);
    edit(index, placeItem(index, { itemId: itemId('t'), atFlicks: frames(11.3), trackId: null }));
    expect(index.items.get(itemId('t'))?.anchor).toEqual({
      to: 'item',
      itemId: 'b',
      offsetFlicks: frames(1),
    });
    const taken = placeItem(index, { itemId: itemId('t'), atFlicks: frames(13), trackId: null });
    expect(codeOf(taken)).toBe('timeline.place-taken');
    expect(codeOf(placeItem(index, { itemId: itemId('t'), atFlicks: 0, trackId: trackId('caption') }))).toBe(
      'timeline.no-track',
    );
    edit(index, setAnchor(index, { itemId: itemId('t'), to: null }));
    expect(index.items.get(itemId('t'))?.anchor).toEqual({ to: 'time', atFlicks: frames(11) });
    expect(startFrame(index, 't')).toBe(11);
  });
});

describe('looks and sound', () => {
  test('a dissolve is set, changed and removed within half of the neighbours', () => {
    const index = film([a, makeClip('b', 7), c]);
    const dissolve = (length: number) => ({
      leftItemId: itemId('a'),
      kind: 'dissolve' as const,
      durationFlicks: frames(length),
      newId,
    });
    const long = setTransition(index, dissolve(8));
    expect(long).toMatchObject(
      fail('timeline.too-long', expect.any(String) as string, { longestFlicks: frames(6) }),
    );
    edit(index, setTransition(index, dissolve(6)));
    edit(index, setTransition(index, { ...dissolve(4), kind: 'fade-white' }));
    expect([...index.transitions.values()]).toMatchObject([
      { kind: 'fade-white', durationFlicks: frames(4) },
    ]);
    edit(index, removeTransition(index, { leftItemId: itemId('a') }));
    expect(index.transitions.size).toBe(0);
    expect(codeOf(removeTransition(index, { leftItemId: itemId('a') }))).toBe('timeline.no-transition');
    expect(codeOf(setTransition(index, { ...dissolve(4), leftItemId: itemId('c') }))).toBe(
      'timeline.no-neighbour',
    );
  });

  test('gain and fades have limits', () => {
    const index = film([a, makeGap('g', 5), b]);
    expect(codeOf(setGain(index, { itemId: itemId('a'), gainDb: 13 }))).toBe('timeline.out-of-range');
    expect(codeOf(setGain(index, { itemId: itemId('a'), gainDb: Number.NaN }))).toBe('timeline.out-of-range');
    expect(codeOf(setGain(index, { itemId: itemId('g'), gainDb: 0 }))).toBe('timeline.wrong-kind');
    edit(index, setFade(index, { itemId: itemId('a'), edge: 'in', durationFlicks: frames(6) }));
    expect(codeOf(setFade(index, { itemId: itemId('a'), edge: 'out', durationFlicks: frames(5) }))).toBe(
      'timeline.too-long',
    );
  });

  test('titles and captions are put over what is there, on a track that is made for them', () => {
    const rows = makeRows([a, b]);
    const index = indexTimeline(
      { ...rows, tracks: rows.tracks.filter((track) => track.kind === 'main') },
      testRate,
    );
    const place = { trackId: null, atFlicks: frames(12), durationFlicks: frames(5), newId };
    const title = {
      ...place,
      text: 'Later',
      style: 'chapter' as const,
      fadeInFlicks: frames(1),
      fadeOutFlicks: frames(1),
    };
    edit(index, addTitle(index, title));
    edit(index, addCaption(index, { ...place, text: 'Hello', speaker: 'ANN' }));
    expect([...index.tracks.values()].map((track) => track.kind)).toEqual(['main', 'title', 'caption']);
    expect(codeOf(addTitle(index, title))).toBe('timeline.place-taken');
    expect(codeOf(addTitle(index, { ...title, atFlicks: frames(30), fadeInFlicks: frames(5) }))).toBe(
      'timeline.too-long',
    );
  });
});
