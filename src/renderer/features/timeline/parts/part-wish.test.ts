import { expect, test } from 'vitest';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { indexTimeline } from '../../../../domain/timeline/timeline-index.ts';
import { frames, makeClip, makeGap, makeRows, testRate } from '../../../../testing/builders/timeline-rows.ts';
import { meantSpan } from './part-wish.ts';

const rows = makeRows([makeGap('g', 10), makeClip('a', 100)]);
const index = indexTimeline(rows, testRate);
const clip = rows.items.find(({ id }) => id === 'a') as ClipItem;
const span = (playhead: number, from: number | null, to: number | null): readonly [number, number] => {
  const { fromFlicks, toFlicks } = meantSpan(index, clip, {
    playheadFlicks: frames(playhead),
    inFlicks: from === null ? null : frames(from),
    outFlicks: to === null ? null : frames(to),
  });
  return [fromFlicks / frames(1), toFlicks / frames(1)];
};

test('the marks count as far as they are in the clip, then the playhead, then all of it', () => {
  expect(span(0, 20, 30)).toEqual([20, 30]);
  expect(span(50, 0, 30)).toEqual([10, 30]);
  expect(span(50, 40, null)).toEqual([40, 110]);
  expect(span(50, null, null)).toEqual([50, 50 + 2 * 24]);
  expect(span(100, null, null)).toEqual([100, 110]);
  expect(span(0, null, null)).toEqual([10, 110]);
  // Marks around another clip say nothing of this one.
  expect(span(0, 0, 5)).toEqual([10, 110]);
});
