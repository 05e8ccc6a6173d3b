import { describe, expect, test } from 'vitest';
import { indexTimeline } from '../../domain/timeline/timeline-index.ts';
import {
  frames,
  makeClip,
  makeRows,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import { pictureNeeds } from './picture-needs.ts';

const needsOf = (
  index: ReturnType<typeof indexTimeline>,
  at: number,
  horizon: number,
  backward = false,
): [string, number][] =>
  pictureNeeds(index, frames(at), frames(horizon), backward).map(({ layer, atFlicks }) => [
    layer.itemId,
    Math.floor(atFlicks / frames(1)),
  ]);

describe('the pictures that are needed next', () => {
  const main = [makeClip('a', 48), makeClip('b', 24), makeClip('c', 48)];

  test('are those behind the next cuts, each once, nearest first', () => {
    const index = indexTimeline(makeRows(main), testRate);
    expect(needsOf(index, 30, 24)).toEqual([['b', 48]]);
    expect(needsOf(index, 30, 60)).toEqual([
      ['b', 48],
      ['c', 72],
    ]);
    expect(needsOf(index, 80, 24)).toEqual([]);
  });

  test('a dissolve needs its second picture when it begins, from its handle', () => {
    const index = indexTimeline(makeRows(main, [], [makeTransition('a', 12)]), testRate);
    const [need] = pictureNeeds(index, frames(30), frames(24));
    expect(need?.atFlicks).toBe(frames(42));
    expect(need?.layer.sourceFlicks).toBe(frames(24 - 6));
  });

  test('clips on tracks above count too', () => {
    const above = makeClip('above', 24, {
      trackId: trackId('video'),
      anchor: { to: 'time', atFlicks: frames(10) },
    });
    expect(needsOf(indexTimeline(makeRows(main, [above]), testRate), 0, 24)).toEqual([['above', 10]]);
  });

  test('backwards they are those before, with their last frame', () => {
    const index = indexTimeline(makeRows(main), testRate);
    const needs = pictureNeeds(index, frames(75), frames(24), true);
    expect(needs.map(({ layer }) => layer.itemId)).toEqual(['b']);
    expect(needs[0]?.atFlicks).toBe(frames(72) - 1);
  });
});
