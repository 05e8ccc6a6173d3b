import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frames, makeClip, makeRows, testRate, trackId } from '../../testing/builders/timeline-rows.ts';
import { type AudioPiece, pieceKey } from './audio-piece.ts';
import { describeAudio } from './audio-plan.ts';
import { gainAt } from './gain-curve.ts';
import { loopPeriod } from './looped-passes.ts';
import { indexTimeline } from './timeline-index.ts';

const piecesOf = (length: number, medium: number, into = 0): AudioPiece[] => {
  const clip = makeClip('music', length, {
    trackId: trackId('audio'),
    anchor: { to: 'time', atFlicks: frames(24) },
    sourceInFlicks: frames(into),
    sourceLengthFlicks: frames(medium),
    loops: true,
  });
  return describeAudio(indexTimeline(makeRows([], [clip]), testRate), 0, frames(10_000));
};

describe('a medium that begins again', () => {
  test('crosses into itself at equal power, two seconds long', () => {
    const pieces = piecesOf(500, 240);
    expect(loopPeriod(frames(240))).toBe(frames(192));
    expect(
      pieces.map((piece) => [piece.pass, piece.startFlicks / frames(1), piece.durationFlicks / frames(1)]),
    ).toEqual([
      [0, 24, 240],
      [1, 216, 240],
      [2, 408, 116],
    ]);
    expect(pieces.map(pieceKey)).toEqual(['music', 'music 1', 'music 2']);
    for (const frame of [216, 230, 245, 263.9]) {
      const [first, second] = pieces.map((piece) => gainAt(piece, frames(frame)));
      expect((first ?? 0) ** 2 + (second ?? 0) ** 2).toBeCloseTo(1, 9);
    }
  });

  test('is one piece where it is long enough', () => {
    expect(piecesOf(100, 240).map(({ durationFlicks, ramps }) => [durationFlicks, ramps])).toEqual([
      [frames(100), []],
    ]);
  });

  test('covers its clip from end to end, each pass inside of its medium', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 4, max: 300 }),
        fc.nat({ max: 1_000 }),
        (length, medium, into) => {
          const pieces = piecesOf(length, medium, into);
          let covered = frames(24);
          for (const piece of pieces) {
            expect(piece.startFlicks).toBeLessThanOrEqual(covered);
            expect(piece.sourceInFlicks).toBeGreaterThanOrEqual(0);
            expect(piece.sourceInFlicks + piece.durationFlicks).toBeLessThanOrEqual(frames(medium));
            covered = Math.max(covered, piece.startFlicks + piece.durationFlicks);
          }
          expect(covered).toBe(frames(24 + length));
        },
      ),
    );
  });
});
