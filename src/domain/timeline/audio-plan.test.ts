import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frames,
  makeClip,
  makeGap,
  makeRows,
  makeTracks,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import type { AudioPiece } from './audio-piece.ts';
import { describeAudio } from './audio-plan.ts';
import { gainAt as curveAt } from './gain-curve.ts';
import type { Item, Transition } from './records.ts';
import { indexTimeline, type TimelineIndex } from './timeline-index.ts';

const film = (
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
): TimelineIndex => indexTimeline(makeRows(main, others, transitions), testRate);
/** `id from+length@source`, in frames. */
const brief = (pieces: readonly AudioPiece[]): string[] =>
  pieces.map(
    (piece) =>
      `${piece.itemId} ${piece.startFlicks / frames(1)}+${piece.durationFlicks / frames(1)}@${piece.sourceInFlicks / frames(1)}`,
  );
const all = (index: TimelineIndex): AudioPiece[] => describeAudio(index, 0, frames(1000));
const gainAt = (piece: AudioPiece | undefined, frame: number): number =>
  piece === undefined ? Number.NaN : curveAt(piece, frames(frame));

const a = makeClip('a', 10);
const b = makeClip('b', 10);

describe('describeAudio', () => {
  test('clips sound where they are; gaps, stills, muted and empty clips do not', () => {
    const index = film([
      a,
      makeGap('g', 5),
      makeClip('still', 5, { sourceInFlicks: 0, sourceLengthFlicks: 0 }),
      makeClip('muted', 5, { muted: true }),
      makeClip('empty', 5, { assetId: null }),
      b,
    ]);
    expect(brief(all(index))).toEqual(['a 0+10@10', 'b 30+10@10']);
    expect(brief(describeAudio(index, frames(10), frames(30)))).toEqual([]);
    expect(brief(describeAudio(index, frames(9), frames(31)))).toEqual(['a 0+10@10', 'b 30+10@10']);
  });

  test('a dissolve lengthens both sides into their handles and crosses at equal power', () => {
    const index = film([a, b], [], [makeTransition('a', 4)]);
    const [left, right] = all(index);
    expect(brief(all(index))).toEqual(['a 0+12@10', 'b 8+12@8']);
    for (const frame of [8, 8.5, 9, 10, 11.7, 12]) {
      expect(gainAt(left, frame) ** 2 + gainAt(right, frame) ** 2).toBeCloseTo(1, 12);
    }
    expect([gainAt(left, 8), gainAt(right, 8)]).toEqual([1, 0]);
    expect(gainAt(left, 12)).toBeCloseTo(0, 12);
    expect(brief(describeAudio(index, frames(11), frames(12)))).toEqual(['a 0+12@10', 'b 8+12@8']);
    expect(brief(describeAudio(index, frames(8), frames(9)))).toEqual(['a 0+12@10', 'b 8+12@8']);
  });

  test('where there is no handle, a side ends or begins with its medium', () => {
    const whole = { sourceInFlicks: 0, sourceLengthFlicks: frames(10) };
    const index = film([makeClip('a', 10, whole), makeClip('b', 10, whole)], [], [makeTransition('a', 4)]);
    expect(brief(all(index))).toEqual(['a 0+10@0', 'b 10+10@0']);
    const short = film([makeClip('a', 10, { sourceInFlicks: 0, sourceLengthFlicks: frames(6) })]);
    expect(brief(all(short))).toEqual(['a 0+6@0']);
  });

  test('a fade through black is silent at the cut; gain and fades multiply', () => {
    const [left, right] = all(
      film([{ ...a, gainDb: -6, fadeInFlicks: frames(4) }, b], [], [makeTransition('a', 4, 'fade-black')]),
    );
    expect([8, 9, 10].map((frame) => gainAt(left, frame))).toEqual([10 ** -0.3, 10 ** -0.3 / 2, 0]);
    expect([10, 11, 12].map((frame) => gainAt(right, frame))).toEqual([0, 0.5, 1]);
    expect(gainAt(left, 2)).toBeCloseTo(10 ** -0.3 / 2, 12);
    expect(curveAt({ gainDb: -60, ramps: [], dips: [] }, 0)).toBe(0);
  });

  test('other tracks sound as they are placed; a muted track does not', () => {
    const music = makeClip('music', 50, {
      trackId: trackId('audio'),
      anchor: { to: 'time', atFlicks: frames(3) },
    });
    expect(brief(all(film([a], [music])))).toEqual(['a 0+10@10', 'music 3+50@50']);
    const rows = makeRows([a], [music]);
    const tracks = makeTracks().map((track) => ({ ...track, muted: track.kind !== 'video' }));
    expect(all(indexTimeline({ ...rows, tracks }, testRate))).toEqual([]);
  });

  test('asking in windows gives the same pieces as asking for everything', () => {
    const clip = fc.record({
      length: fc.integer({ min: 1, max: 20 }),
      gap: fc.boolean(),
      dissolve: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(clip, { maxLength: 10 }), fc.integer({ min: 1, max: 40 }), (list, window) => {
        const main = list.map(({ length, gap }, i) =>
          gap ? makeGap(`m${i}`, length) : makeClip(`m${i}`, length),
        );
        const index = film(
          main,
          [],
          list.flatMap(({ dissolve }, i) => (dissolve > 0 ? [makeTransition(`m${i}`, dissolve)] : [])),
        );
        const pieces = new Map<string, AudioPiece>();
        for (let from = 0; from < 250; from += window) {
          for (const piece of describeAudio(index, frames(from), frames(from + window))) {
            const seen = pieces.get(piece.itemId);
            if (seen !== undefined) expect(piece).toEqual(seen);
            expect(piece.startFlicks).toBeLessThan(frames(from + window));
            expect(piece.startFlicks + piece.durationFlicks).toBeGreaterThan(frames(from));
            pieces.set(piece.itemId, piece);
          }
        }
        expect([...pieces.values()]).toEqual(all(index));
      }),
    );
  });
});
