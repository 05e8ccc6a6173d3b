import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTransition,
  testRate,
} from '../../../testing/builders/timeline-rows.ts';
import { randomEdit, runEdit } from '../../../testing/random-edits.ts';
import { expectIndexTrue, rowsOf } from '../../../testing/timeline-model.ts';
import { describeAudio } from '../audio-plan.ts';
import { describeFrame } from '../frame-plan.ts';
import { applyPatch, indexTimeline, type TimelineIndex, type TimelineRows } from '../timeline-index.ts';

const base = makeRows(
  [makeClip('a', 12), makeClip('b', 9), makeGap('g', 5), makeClip('c', 14), makeClip('d', 8)],
  [makeCaption('t', 6, { anchor: { to: 'item', itemId: itemId('c'), offsetFlicks: frames(2) } })],
  [makeTransition('a', 4)],
);
const edits = fc.array(randomEdit, { minLength: 1, maxLength: 8 });
type Edits = typeof edits extends fc.Arbitrary<infer E> ? E : never;

/** What a device makes of the film by itself, as patches. */
function workAlone(rows: TimelineRows, list: Edits, device: string) {
  const index = indexTimeline(rows, testRate);
  return list.flatMap((edit, serial) => {
    const result = runEdit(index, edit, `${device}${serial}`);
    if (!result.ok) return [];
    applyPatch(index, result.value);
    return [result.value];
  });
}

/** Both devices' work met in one film, the second one's fields winning. */
function meet(first: ReturnType<typeof workAlone>, second: ReturnType<typeof workAlone>): TimelineIndex {
  const index = indexTimeline(base, testRate);
  for (const patch of [...first, ...second]) applyPatch(index, patch);
  return index;
}

test('two devices that edited the same film alone get a film: one sequence, every frame and sound described', () => {
  fc.assert(
    fc.property(edits, edits, (one, two) => {
      const index = meet(workAlone(base, one, 'x'), workAlone(base, two, 'y'));
      expectIndexTrue(index);
      expectIndexTrue(indexTimeline(rowsOf(index), testRate));
      for (const item of index.items.values()) expect(item.durationFlicks).toBeGreaterThan(0);
      for (let at = 0; at < index.main.durationFlicks; at += frames(1)) {
        for (const layer of describeFrame(index, at).layers) {
          expect(layer.opacity).toBeGreaterThan(0);
          expect(layer.opacity).toBeLessThanOrEqual(1);
        }
      }
      for (const piece of describeAudio(index, 0, index.main.durationFlicks)) {
        expect(piece.durationFlicks).toBeGreaterThan(0);
        expect(piece.sourceInFlicks).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('edits of different clips on two devices both stand, and commands go on working on the result', () => {
  const shorten = { name: 'ripple-trim-end', other: 0, amount: -2, length: 1 } as const;
  const first = workAlone(base, [{ ...shorten, pick: 0 }], 'x');
  const second = workAlone(base, [{ ...shorten, pick: 3 }], 'y');
  const index = meet(first, second);
  expect(index.main.durationFlicks).toBe(frames(12 + 9 + 5 + 14 + 8 - 4));
  expect(runEdit(index, { ...shorten, pick: 1 }, 'z').ok).toBe(true);
});
