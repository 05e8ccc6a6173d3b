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
  testRate,
} from '../../../testing/builders/timeline-rows.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { describeFrame } from '../frame-plan.ts';
import { startOf } from '../queries.ts';
import type { Item, Transition } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { rippleTrim } from './ripple-trim.ts';
import { rollCut } from './roll-cut.ts';
import { slideItem } from './slide-item.ts';
import { slipClip } from './slip-clip.ts';
import { splitItem } from './split-item.ts';
import { trimItem } from './trim-item.ts';

let made = 0;
const newId = (): string => `new${made++}`;
const film = (
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
): TimelineIndex => indexTimeline(makeRows(main, others, transitions), testRate);

/** The main track in frames: `id length@source`. */
function shown(index: TimelineIndex): string[] {
  return [...index.main].map((item) => {
    const length = item.durationFlicks / frames(1);
    if (item.kind === 'gap') return `gap ${length}`;
    const id = item.id.startsWith('new') ? 'new' : item.id;
    return item.kind === 'clip' ? `${id} ${length}@${item.sourceInFlicks / frames(1)}` : `${id} ${length}`;
  });
}
const startFrame = (index: TimelineIndex, id: string): number =>
  (startOf(index, itemId(id)) ?? -1000) / frames(1);

function edit(index: TimelineIndex, result: Result<RecordsPatch>): TimelineIndex {
  if (!result.ok) throw new Error(result.fault.code);
  applyPatch(index, result.value);
  return index;
}
const codeOf = (result: Result<RecordsPatch>): string | null => (result.ok ? null : result.fault.code);

/** Clips of media four times as long, beginning one quarter in: a at 0, b at 10, c at 20. */
const abc = [makeClip('a', 10), makeClip('b', 10), makeClip('c', 10)];
const at = (id: string, edge: 'start' | 'end', frame: number) => ({
  itemId: itemId(id),
  edge,
  toFlicks: frames(frame),
  newId,
});

describe('trimItem', () => {
  test('what is trimmed off becomes a gap, and a gap beside it grows or is used up', () => {
    const index = film(abc);
    edit(index, trimItem(index, at('b', 'end', 17)));
    expect(shown(index)).toEqual(['a 10@10', 'b 7@10', 'gap 3', 'c 10@10']);
    edit(index, trimItem(index, at('b', 'end', 15)));
    expect(shown(index)).toEqual(['a 10@10', 'b 5@10', 'gap 5', 'c 10@10']);
    edit(index, trimItem(index, at('c', 'start', 18)));
    expect(shown(index)).toEqual(['a 10@10', 'b 5@10', 'gap 3', 'c 12@8']);
    edit(index, trimItem(index, at('b', 'end', 18)));
    expect(shown(index)).toEqual(['a 10@10', 'b 8@10', 'c 12@8']);
    expect(codeOf(trimItem(index, at('b', 'end', 19)))).toBe('timeline.no-room');
    edit(index, trimItem(index, at('a', 'start', 4)));
    expect(shown(index)).toEqual(['gap 4', 'a 6@14', 'b 8@10', 'c 12@8']);
    edit(index, trimItem(index, at('c', 'end', 50)));
    expect(shown(index)).toEqual(['gap 4', 'a 6@14', 'b 8@10', 'c 32@8']);
    expect(codeOf(trimItem(index, at('c', 'end', 51)))).toBe('timeline.no-media');
    expect(codeOf(trimItem(index, at('c', 'end', 18)))).toBe('timeline.too-short');
  });

  test('what is anchored keeps its time, and a transition into the new gap goes', () => {
    const title = makeTitle('t', 3, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(5) } });
    const index = film(abc, [title], [makeTransition('a', 4)]);
    edit(index, trimItem(index, at('b', 'start', 13)));
    expect(startFrame(index, 't')).toBe(15);
    expect(index.transitions.size).toBe(0);
  });

  test('on another track an edge stops at its neighbour', () => {
    const [one, two] = [0, 10].map((start, i) =>
      makeTitle(`t${i}`, 5, { anchor: { to: 'time', atFlicks: frames(start) } }),
    );
    if (one === undefined || two === undefined) throw new Error('no titles');
    const index = film(abc, [one, two]);
    expect(codeOf(trimItem(index, at('t0', 'end', 11)))).toBe('timeline.place-taken');
    edit(index, trimItem(index, at('t0', 'end', 10)));
    edit(index, trimItem(index, at('t1', 'start', 12)));
    expect(startFrame(index, 't1')).toBe(12);
    expect(index.items.get(itemId('t1'))?.durationFlicks).toBe(frames(3));
  });

  test('half frames are moved to whole ones; fades shrink with the clip', () => {
    const index = film([makeClip('a', 10, { fadeInFlicks: frames(6), fadeOutFlicks: frames(4) })]);
    edit(index, trimItem(index, at('a', 'end', 6.6)));
    expect(shown(index)).toEqual(['a 7@10']);
    expect(index.items.get(itemId('a'))).toMatchObject({ fadeInFlicks: frames(6), fadeOutFlicks: frames(1) });
  });
});

describe('rippleTrim', () => {
  test('moves the rest along, from either edge, with what is anchored to the content', () => {
    const title = makeTitle('t', 3, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(5) } });
    const late = makeTitle('u', 3, { anchor: { to: 'item', itemId: itemId('c'), offsetFlicks: 0 } });
    const index = film(abc, [title, late]);
    edit(index, rippleTrim(index, at('b', 'start', 13)));
    expect(shown(index)).toEqual(['a 10@10', 'b 7@13', 'c 10@10']);
    expect([startFrame(index, 't'), startFrame(index, 'u')]).toEqual([12, 17]);
    edit(index, rippleTrim(index, at('b', 'end', 20)));
    expect(shown(index)).toEqual(['a 10@10', 'b 10@13', 'c 10@10']);
    expect(codeOf(rippleTrim(index, at('b', 'start', -4)))).toBe('timeline.no-media');
    expect(codeOf(rippleTrim(index, at('t', 'end', 30)))).toBe('timeline.not-on-main');
  });

  test('words whose sound was cut away are not shown, and come back with it', () => {
    const clip = makeClip('a', 10, { shotId: shotId('s') });
    const caption = makeCaption('words', 3, {
      shotId: shotId('s'),
      anchor: { to: 'item', itemId: itemId('a'), offsetFlicks: frames(1) },
    });
    const words = (index: TimelineIndex, frame: number): boolean =>
      describeFrame(index, frames(frame)).layers.some((layer) => layer.kind === 'caption');
    const index = film([clip, makeClip('b', 10)], [caption]);
    edit(index, rippleTrim(index, at('a', 'start', 6)));
    for (let frame = 0; frame < 14; frame++) expect(words(index, frame)).toBe(false);
    edit(index, rippleTrim(index, at('a', 'start', -6)));
    expect([0, 1, 3, 4].map((frame) => words(index, frame))).toEqual([false, true, true, false]);
    edit(index, trimItem(index, at('a', 'end', 2)));
    expect([1, 2].map((frame) => words(index, frame))).toEqual([true, false]);
  });
});

describe('splitItem', () => {
  test('leaves the film as it looked: dissolve, captions and titles included', () => {
    const clips = abc.map((clip) => ({ ...clip, shotId: shotId(`s-${clip.id}`) }));
    const others = [
      makeCaption('words', 6, {
        shotId: shotId('s-b'),
        anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(2) },
      }),
      makeTitle('t', 3, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(6) } }),
    ];
    const index = film(clips, others, [makeTransition('a', 4), makeTransition('b', 4)]);
    const film1 = Array.from({ length: 30 }, (_, frame) => looks(index, frame));
    edit(index, splitItem(index, { itemId: itemId('b'), atFlicks: frames(15), newId }));
    expect(shown(index)).toEqual(['a 10@10', 'b 5@10', 'new 5@15', 'c 10@10']);
    expect(Array.from({ length: 30 }, (_, frame) => looks(index, frame))).toEqual(film1);
    edit(index, splitItem(index, { itemId: itemId('t'), atFlicks: frames(17), newId }));
    edit(index, splitItem(index, { itemId: itemId('words'), atFlicks: frames(14), newId }));
    expect(Array.from({ length: 30 }, (_, frame) => looks(index, frame))).toEqual(film1);
  });

  test('is refused at the edges', () => {
    const index = film(abc);
    for (const frame of [10, 20, 10.4, 5]) {
      expect(codeOf(splitItem(index, { itemId: itemId('b'), atFlicks: frames(frame), newId }))).toBe(
        'timeline.too-short',
      );
    }
  });
});

function looks(index: TimelineIndex, frame: number): unknown[] {
  return describeFrame(index, frames(frame)).layers.map((layer) => ({ ...layer, itemId: null }));
}

describe('slip, roll and slide', () => {
  test('slip shows another stretch and stops at the ends of the medium', () => {
    const index = film(abc);
    edit(index, slipClip(index, { itemId: itemId('b'), byFlicks: frames(20) }));
    expect(shown(index)).toEqual(['a 10@10', 'b 10@30', 'c 10@10']);
    expect(codeOf(slipClip(index, { itemId: itemId('b'), byFlicks: frames(1) }))).toBe('timeline.no-media');
  });

  test('roll moves one cut', () => {
    const index = film(abc);
    edit(index, rollCut(index, { leftItemId: itemId('a'), toFlicks: frames(14) }));
    expect(shown(index)).toEqual(['a 14@10', 'b 6@14', 'c 10@10']);
    expect(codeOf(rollCut(index, { leftItemId: itemId('a'), toFlicks: frames(20) }))).toBe(
      'timeline.too-short',
    );
    expect(codeOf(rollCut(index, { leftItemId: itemId('c'), toFlicks: frames(32) }))).toBe(
      'timeline.no-neighbour',
    );
  });

  test('slide moves a clip between its neighbours, over a gap too', () => {
    const index = film([makeClip('a', 10), makeClip('b', 10), makeGap('g', 10)]);
    edit(index, slideItem(index, { itemId: itemId('b'), byFlicks: frames(3) }));
    expect(shown(index)).toEqual(['a 13@10', 'b 10@10', 'gap 7']);
    expect(codeOf(slideItem(index, { itemId: itemId('b'), byFlicks: frames(7) }))).toBe('timeline.too-short');
  });
});
