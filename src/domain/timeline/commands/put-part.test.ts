import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  frames,
  itemId,
  makeClip,
  makeGap,
  makeRows,
  testRate,
} from '../../../testing/builders/timeline-rows.ts';
import { expectIndexTrue } from '../../../testing/timeline-model.ts';
import type { AssetId } from '../../kernel/ids.ts';
import { reversePatch } from '../../kernel/patch.ts';
import { unwrap } from '../../kernel/result.ts';
import { startOf } from '../queries.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { type NewPart, putIntoGap, putOver, putRightBehind } from './put-part.ts';

const film = (): TimelineIndex =>
  indexTimeline(
    makeRows([
      makeClip('a', 20, { sourceInFlicks: frames(5), fadeOutFlicks: frames(3), gainDb: -6 }),
      makeGap('g', 10),
      makeClip('b', 12),
    ]),
    testRate,
  );

function part(lengthFrames: number): NewPart {
  let cuts = 0;
  return {
    ...{ id: itemId('new'), assetId: 'f'.repeat(64) as AssetId, sourceInFlicks: 0 },
    ...{ sourceLengthFlicks: frames(lengthFrames), durationFlicks: frames(lengthFrames) },
    newId: () => `cut-${++cuts}`,
  };
}

const order = (index: TimelineIndex): string[] => [...index.main.from(0)].map(({ item }) => item.id);

test('right behind a clip: as loud as it is, with its fade at the new end, and the rest begins later', () => {
  const index = film();
  const patch = unwrap(putRightBehind(index, itemId('a'), part(8)));
  applyPatch(index, patch);
  expect(order(index)).toEqual(['a', 'new', 'g', 'b']);
  expect(index.items.get(itemId('new'))).toMatchObject({
    gainDb: -6,
    fadeOutFlicks: frames(3),
    shotId: null,
  });
  expect(index.items.get(itemId('a'))).toMatchObject({ fadeOutFlicks: 0 });
  expect(startOf(index, itemId('b'))).toBe(frames(38));
});

test('over a span of a clip’s medium: what is around it shows what it showed, whatever was trimmed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 23 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (from, span, length) => {
        const index = film();
        const before = index.main.durationFlicks;
        const to = Math.min(from + span, 25);
        const wish = { fromFlicks: frames(from), toFlicks: frames(from + span) };
        const patch = unwrap(putOver(index, itemId('a'), wish, part(length)));
        applyPatch(index, patch);
        expectIndexTrue(index);
        const made = index.items.get(itemId('new'));
        expect(made).toMatchObject({ durationFlicks: frames(length), gainDb: -6 });
        expect(startOf(index, itemId('new'))).toBe(frames(from - 5));
        const longer = Math.max(0, length - (to - from));
        // A part that is shorter than its span leaves the rest of the clip there.
        expect(index.main.durationFlicks).toBe(before + frames(longer));
        expect(startOf(index, itemId('b'))).toBe(frames(30 + longer));
        applyPatch(index, reversePatch(patch));
        expect(order(index)).toEqual(['a', 'g', 'b']);
      },
    ),
  );
});

test('into a gap: in its place, or longer, and then what follows begins later', () => {
  for (const [length, starts] of [
    [10, 30],
    [16, 36],
    [4, 30],
  ] as const) {
    const index = film();
    applyPatch(index, unwrap(putIntoGap(index, itemId('g'), part(length))));
    expectIndexTrue(index);
    expect(startOf(index, itemId('new'))).toBe(frames(20));
    expect(startOf(index, itemId('b'))).toBe(frames(starts));
    expect(index.items.has(itemId('g'))).toBe(length < 10);
  }
});

test('what is no place for it is refused', () => {
  const index = film();
  expect(putIntoGap(index, itemId('a'), part(4))).toMatchObject({ ok: false });
  expect(putOver(index, itemId('g'), { fromFlicks: 0, toFlicks: frames(2) }, part(4))).toMatchObject({
    ok: false,
  });
  expect(putOver(index, itemId('a'), { fromFlicks: 0, toFlicks: frames(2) }, part(4))).toMatchObject({
    ok: false,
  });
  expect(putRightBehind(index, itemId('nowhere'), part(4))).toMatchObject({ ok: false });
});
