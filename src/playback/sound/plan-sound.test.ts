import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import { gainAt } from '../../domain/timeline/gain-curve.ts';
import { indexTimeline } from '../../domain/timeline/timeline-index.ts';
import {
  frames,
  makeClip,
  makeRows,
  makeTrack,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import { gainPoints, planSound } from './plan-sound.ts';

const index = indexTimeline(
  makeRows(
    [makeClip('a', 48, { fadeInFlicks: frames(12) }), makeClip('b', 48, { gainDb: -6 })],
    [],
    [makeTransition('a', 24)],
  ),
  testRate,
);

/** Music that goes down under a line and begins again. */
const underDialogue = (() => {
  const rows = makeRows(
    [makeClip('a', 96, { scratch: true })],
    [
      makeClip('music', 96, {
        trackId: trackId('music'),
        anchor: { to: 'time', atFlicks: 0 },
        sourceLengthFlicks: frames(60),
        loops: true,
      }),
      makeClip('line', 24, { trackId: trackId('dialogue'), anchor: { to: 'time', atFlicks: frames(30) } }),
    ],
  );
  const tracks = [
    ...rows.tracks,
    makeTrack('audio', 'a00', { id: trackId('music'), role: 'music', ducks: true }),
    makeTrack('audio', 'a01', { id: trackId('dialogue'), role: 'dialogue' }),
  ];
  return indexTimeline({ ...rows, tracks }, testRate);
})();

test('pieces are cut to the stretch, with the time of their medium', () => {
  const [part] = planSound(index, { fromFlicks: frames(24), toFlicks: frames(30), fromMs: 0 });
  expect(part?.piece.itemId).toBe('a');
  expect([part?.fromFlicks, part?.toFlicks]).toEqual([frames(24), frames(30)]);
  expect(part?.sourceFromSeconds).toBeCloseTo(flicksToSeconds(frames(48 + 24)), 9);
});

test('in a dissolve both sides are heard', () => {
  const parts = planSound(index, { fromFlicks: frames(40), toFlicks: frames(56), fromMs: 0 });
  expect(parts.map(({ piece }) => piece.itemId)).toEqual(['a', 'b']);
});

test.each([
  ['fades and a cross-fade', index],
  ['music under a line', underDialogue],
])('straight lines between gain points are the gain of the export within half a hundredth: %s', (_, film) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 95 }),
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, length, share) => {
        const stretch = { fromFlicks: frames(from), toFlicks: frames(from + length), fromMs: 0 };
        for (const part of planSound(film, stretch)) {
          const points = gainPoints(part);
          const at = part.fromFlicks + share * (part.toFlicks - part.fromFlicks);
          const after = points.findIndex(({ atFlicks }) => atFlicks >= at);
          const right = points[Math.max(1, after)];
          const left = points[Math.max(1, after) - 1];
          if (left === undefined || right === undefined) throw new Error('a part has two ends');
          const through = (at - left.atFlicks) / (right.atFlicks - left.atFlicks);
          const line = left.gain + (right.gain - left.gain) * through;
          expect(Math.abs(line - gainAt(part.piece, at))).toBeLessThan(0.005);
        }
      },
    ),
  );
});
