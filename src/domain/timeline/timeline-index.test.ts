import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeRows,
  makeTracks,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import { expectIndexTrue } from '../../testing/timeline-model.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  removeChange,
  reversePatch,
  updateChange,
} from '../kernel/patch.ts';
import { mainItemAt, startOf } from './queries.ts';
import type { Item } from './records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from './timeline-index.ts';
import { transitionOf } from './transition-span.ts';

const change = fc.record({
  pick: fc.nat(),
  kind: fc.constantFrom('add', 'remove', 'duration', 'order', 'track', 'anchor', 'text'),
  order: fc.nat({ max: 40 }).map((n) => `a${n.toString(36)}`),
  length: fc.integer({ min: 1, max: 20 }),
  track: fc.constantFrom('main', 'video', 'caption'),
  offset: fc.integer({ min: -30, max: 30 }),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function anchorFor(c: Change, items: readonly Item[]): Item['anchor'] {
  const to = items[c.pick % Math.max(1, items.length)];
  return to === undefined || c.offset % 3 === 0
    ? { to: 'time', atFlicks: frames(Math.abs(c.offset)) }
    : { to: 'item', itemId: to.id, offsetFlicks: frames(c.offset) };
}

function recordChange(index: TimelineIndex, c: Change, serial: number): RecordChange | null {
  const items = [...index.items.values()];
  const item = items[c.pick % Math.max(1, items.length)];
  if (c.kind === 'add' || item === undefined) {
    const id = `i${serial}`;
    return addChange(
      'item',
      c.track === 'main'
        ? makeClip(id, c.length, { order: c.order })
        : makeCaption(id, c.length, {
            trackId: trackId(c.track),
            order: c.order,
            anchor: anchorFor(c, items),
          }),
    );
  }
  switch (c.kind) {
    case 'remove':
      return removeChange('item', item);
    case 'duration':
      return updateChange<Item>('item', item, { durationFlicks: frames(c.length) });
    case 'order':
      return updateChange<Item>('item', item, { order: c.order });
    case 'track':
      return updateChange<Item>('item', item, { trackId: trackId(c.track), anchor: anchorFor(c, items) });
    case 'anchor':
      return updateChange<Item>('item', item, { anchor: anchorFor(c, items) });
    case 'text':
      return updateChange<Item>('item', item, { projectId: item.projectId });
  }
}

describe('the timeline index', () => {
  test('after any patches, and after taking them back, it equals one built from the rows', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 0, max: 500 }), (changes, size) => {
        const main = Array.from({ length: size }, (_, i) => makeClip(`m${i}`, (i % 7) + 1));
        const rows = makeRows(main, [makeCaption('c', 3)]);
        const index = indexTimeline(rows, testRate);
        expectIndexTrue(index);
        const done = changes.map((c, serial) => {
          const patch = patchOf([recordChange(index, c, serial)]);
          applyPatch(index, patch);
          mainItemAt(index, 0);
          return patch;
        });
        expectIndexTrue(index);
        const rebuilt = indexTimeline(
          { tracks: makeTracks(), items: [...index.items.values()], transitions: [] },
          testRate,
        );
        expectIndexTrue(rebuilt);
        for (const patch of done.reverse()) applyPatch(index, reversePatch(patch));
        expectIndexTrue(index);
        expect(new Set(index.items.values())).toEqual(new Set(rows.items));
      }),
      { numRuns: 60 },
    );
  });

  test('another main track takes over when the first goes', () => {
    const index = indexTimeline(makeRows([makeClip('a', 3)]), testRate);
    const [, main] = makeTracks();
    if (main === undefined) throw new Error('no main track');
    applyPatch(index, patchOf([removeChange('track', main)]));
    expect(index.main.size).toBe(0);
    expect(startOf(index, itemId('a'))).toBeNull();
    applyPatch(index, patchOf([addChange('track', main)]));
    expect(startOf(index, itemId('a'))).toBe(0);
  });

  test('of two transitions after one clip the one with the smaller id counts, on every device', () => {
    const first = makeTransition('a', 4);
    const second = { ...first, id: `${first.id}-2` as typeof first.id };
    for (const transitions of [
      [first, second],
      [second, first],
    ]) {
      const index = indexTimeline(makeRows([makeClip('a', 9), makeClip('b', 9)], [], transitions), testRate);
      expect(transitionOf(index, itemId('a'))?.id).toBe(first.id);
    }
  });
});
