import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frames,
  makeClip,
  makeRows,
  makeTrack,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import type { AudioPiece } from './audio-piece.ts';
import { describeAudio } from './audio-plan.ts';
import { bendsOf, gainAt } from './gain-curve.ts';
import { duckDb, ducking, standingIn } from './make-room.ts';
import type { ClipItem, Track } from './records.ts';
import { indexTimeline, type TimelineIndex } from './timeline-index.ts';

const tracks: Track[] = [
  makeTrack('audio', 'a0', { id: trackId('music'), role: 'music', ducks: true }),
  makeTrack('audio', 'a1', { id: trackId('effects'), role: 'effects' }),
  makeTrack('audio', 'a2', { id: trackId('dialogue'), role: 'dialogue' }),
  makeTrack('main', 'a3'),
];

const onTrack = (id: string, track: string, from: number, length: number, more: Partial<ClipItem> = {}) =>
  makeClip(id, length, {
    trackId: trackId(track),
    anchor: { to: 'time', atFlicks: frames(from) },
    sourceInFlicks: 0,
    sourceLengthFlicks: frames(length),
    ...more,
  });
const line = (id: string, from: number, length: number, more: Partial<ClipItem> = {}) =>
  onTrack(id, 'dialogue', from, length, more);
const film = (main: readonly ClipItem[], others: readonly ClipItem[], with_ = tracks): TimelineIndex =>
  indexTimeline({ ...makeRows(main, others), tracks: with_ }, testRate);
const pieceOf = (index: TimelineIndex, id: string): AudioPiece => {
  const found = describeAudio(index, 0, frames(5_000)).find(({ itemId }) => itemId === id);
  if (found === undefined) throw new Error(`${id} is not heard`);
  return found;
};
const at = (index: TimelineIndex, id: string, frame: number) => gainAt(pieceOf(index, id), frames(frame));
const down = 10 ** (duckDb / 20);

describe('music under dialogue', () => {
  const music = onTrack('music', 'music', 0, 600);

  test('is down at the first word, stays down in a short pause, and comes up behind the last', () => {
    const index = film([], [music, line('one', 100, 48), line('two', 170, 48)]);
    expect(at(index, 'music', 80)).toBe(1);
    for (const frame of [100, 130, 160, 200, 218]) expect(at(index, 'music', frame)).toBeCloseTo(down, 12);
    expect(at(index, 'music', 240)).toBe(1);
    expect(at(index, 'music', 97)).toBeLessThan(1);
    expect(at(index, 'music', 97)).toBeGreaterThan(down);
  });

  test('stays up where it, its track, or the voice is told so', () => {
    const voice = line('one', 100, 48);
    expect(at(film([], [{ ...music, ducks: false }, voice]), 'music', 120)).toBe(1);
    const still = tracks.map((track) => ({ ...track, ducks: false }));
    expect(at(film([], [music, voice], still), 'music', 120)).toBe(1);
    expect(at(film([], [music, { ...voice, muted: true }]), 'music', 120)).toBe(1);
    const mute = tracks.map((track) => ({ ...track, muted: track.role === 'dialogue' }));
    expect(at(film([], [music, voice], mute), 'music', 120)).toBe(1);
    expect(at(film([], [voice, line('two', 0, 20)]), 'one', 120)).toBe(1);
  });
});

test('scratch sound is silent where the real one is, and comes back when that is taken away', () => {
  const clip = makeClip('clip', 200, { sourceInFlicks: 0, scratch: true });
  const voice = line('voice', 60, 60);
  const index = film([clip], [voice]);
  expect([
    at(index, 'clip', 20),
    at(index, 'clip', 60),
    at(index, 'clip', 120),
    at(index, 'clip', 190),
  ]).toEqual([1, 0, 0, 1]);
  expect(at(film([clip], []), 'clip', 90)).toBe(1);
  expect(at(film([{ ...clip, scratch: false }], [voice]), 'clip', 90)).toBe(1);
  expect(at(film([clip], [onTrack('wind', 'effects', 60, 60)]), 'clip', 90)).toBe(0);
});

const arrangement = fc.record({
  lines: fc.array(
    fc.record({ from: fc.nat({ max: 900 }), length: fc.integer({ min: 1, max: 90 }), muted: fc.boolean() }),
    { maxLength: 12 },
  ),
  music: fc.record({
    from: fc.nat({ max: 300 }),
    length: fc.integer({ min: 1, max: 300 }),
    fade: fc.nat({ max: 40 }),
  }),
  loops: fc.boolean(),
});
type Arrangement = typeof arrangement extends fc.Arbitrary<infer A> ? A : never;
const build = ({ lines, music, loops }: Arrangement): TimelineIndex =>
  film(
    [makeClip('scratch', 900, { sourceInFlicks: 0, scratch: true })],
    [
      onTrack('music', 'music', music.from, loops ? music.length * 3 : music.length, {
        sourceLengthFlicks: frames(music.length),
        loops,
        fadeInFlicks: frames(Math.min(music.fade, music.length)),
      }),
      ...lines.map(({ from, length, muted }, i) => line(`l${i}`, from, length, { muted })),
    ],
  );

describe('whatever is said where', () => {
  test('making room never makes anything louder, and never jumps', () => {
    fc.assert(
      fc.property(arrangement, (wish) => {
        for (const piece of describeAudio(build(wish), 0, frames(2_000))) {
          const steepest = 1 / Math.min(ducking.downFlicks, ducking.upFlicks, standingIn.downFlicks);
          for (const bend of bendsOf({ ...piece, ramps: [] })) {
            for (const time of [bend - 1, bend, bend + 1, bend + frames(1)]) {
              expect(gainAt(piece, time)).toBeLessThanOrEqual(gainAt({ ...piece, dips: [] }, time) + 1e-12);
              const step = gainAt({ ...piece, ramps: [] }, time + 1) - gainAt({ ...piece, ramps: [] }, time);
              expect(Math.abs(step)).toBeLessThanOrEqual(steepest + 1e-9);
            }
          }
          for (const [i, dip] of piece.dips.entries()) {
            expect(dip.fromFlicks).toBeGreaterThanOrEqual(
              piece.dips[i - 1]?.toFlicks ?? Number.NEGATIVE_INFINITY,
            );
          }
        }
      }),
    );
  });

  test('the plan of a range is the cut of the plan of the whole', () => {
    fc.assert(
      fc.property(
        arrangement,
        fc.nat({ max: 900 }),
        fc.integer({ min: 1, max: 100 }),
        (wish, from, length) => {
          const index = build(wish);
          const range = [frames(from), frames(from + length)] as const;
          const whole = describeAudio(index, 0, frames(3_000));
          const part = describeAudio(index, ...range);
          const heard = whole.filter(
            (one) => one.startFlicks < range[1] && one.startFlicks + one.durationFlicks > range[0],
          );
          const bare = (pieces: readonly AudioPiece[]) => pieces.map((piece) => ({ ...piece, dips: [] }));
          expect(bare(part)).toEqual(bare(heard));
          for (const [i, piece] of part.entries()) {
            for (let share = 0; share <= 1; share += 1 / 16) {
              const time = range[0] + share * (range[1] - range[0]);
              expect(gainAt(piece, time)).toBeCloseTo(gainAt(heard[i] ?? piece, time), 12);
            }
          }
        },
      ),
    );
  });
});
