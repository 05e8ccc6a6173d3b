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
import { compareByOrder } from '../kernel/order.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  removeChange,
  reversePatch,
  updateChange,
} from '../kernel/patch.ts';
import { attachedItemsIn, itemsOfTrack, mainItemAt, startOf, timelineDurationFlicks } from './queries.ts';
import type { Item } from './records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from './timeline-index.ts';
import { transitionOf } from './transition-span.ts';

/** Start times by plain counting: what the index must agree with. */
function naiveStarts(items: readonly Item[]): Map<string, number> {
  const starts = new Map<string, number>();
  const main = items.filter((item) => item.trackId === 'main').sort(compareByOrder);
  let at = 0;
  for (const item of main) {
    starts.set(item.id, at);
    at += item.durationFlicks;
  }
  for (const item of items) {
    if (item.trackId === 'main' || item.anchor === null) continue;
    const { anchor } = item;
    if (anchor.to === 'time') starts.set(item.id, anchor.atFlicks);
    else if (main.some((other) => other.id === anchor.itemId)) {
      starts.set(item.id, (starts.get(anchor.itemId) ?? 0) + anchor.offsetFlicks);
    }
  }
  return starts;
}

function expectTrue(index: TimelineIndex): void {
  const items = [...index.items.values()];
  const starts = naiveStarts(items);
  for (const item of items) expect(startOf(index, item.id)).toBe(starts.get(item.id) ?? null);
  const main = items.filter((item) => item.trackId === 'main').sort(compareByOrder);
  expect([...index.main].map((item) => item.id)).toEqual(main.map((item) => item.id));
  expect(itemsOfTrack(index, trackId('main')).map((placed) => placed.startFlicks)).toEqual(
    main.map((item) => starts.get(item.id)),
  );
  const total = main.reduce((sum, item) => sum + item.durationFlicks, 0);
  expect(index.main.durationFlicks).toBe(total);
  expect(timelineDurationFlicks(index)).toBeGreaterThanOrEqual(total);
  const everything = attachedItemsIn(index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  expect(new Map(everything.map((placed) => [placed.item, placed.startFlicks]))).toEqual(
    new Map(
      items
        .filter((item) => item.trackId !== 'main' && starts.has(item.id))
        .map((item) => [item, starts.get(item.id)]),
    ),
  );
  for (const at of [-1, 0, frames(1) - 1, Math.floor(total / 3), Math.floor(total / 2), total - 1, total]) {
    const covers = (item: Item): boolean => {
      const start = starts.get(item.id);
      return start !== undefined && start <= at && start + item.durationFlicks > at;
    };
    expect(mainItemAt(index, at)?.item).toBe(main.find(covers));
    const others = items.filter((item) => item.trackId !== 'main' && covers(item));
    expect(
      attachedItemsIn(index, at, at + 1)
        .map((placed) => placed.item.id)
        .sort(),
    ).toEqual(others.map((item) => item.id).sort());
  }
}

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
        expectTrue(index);
        const done = changes.map((c, serial) => {
          const patch = patchOf([recordChange(index, c, serial)]);
          applyPatch(index, patch);
          mainItemAt(index, 0);
          return patch;
        });
        expectTrue(index);
        const rebuilt = indexTimeline(
          { tracks: makeTracks(), items: [...index.items.values()], transitions: [] },
          testRate,
        );
        expectTrue(rebuilt);
        for (const patch of done.reverse()) applyPatch(index, reversePatch(patch));
        expectTrue(index);
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
