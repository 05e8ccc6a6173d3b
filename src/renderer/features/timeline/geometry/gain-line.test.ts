import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTracks } from '../../../../testing/builders/timeline-rows.ts';
import { gainAtPx, gainLinePx, soundSpan } from './gain-line.ts';

const track = (kind: string) => {
  const found = makeTracks().find((other) => other.kind === kind);
  if (found === undefined) throw new Error(`no track for ${kind}`);
  return found;
};
const span = { topPx: 20, bottomPx: 220 };

test('a gain lies where a press there gives it back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -120, max: 24 }), (halves) => {
      const gainDb = halves / 2;
      const back = gainAtPx(span, gainLinePx(span, gainDb));
      // The places of very small gains are a fraction of a pixel from that of 0 dB, which sticks.
      expect(Math.abs(back - gainDb)).toBeLessThanOrEqual(gainDb > -1 && gainDb < 0.5 ? 1 : 0);
    }),
  );
});

test('louder lies higher, within the sound', () => {
  const heights = [-60, -30, -12, -3, 0, 6, 12].map((gainDb) => gainLinePx(span, gainDb));
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(Math.max(...heights)).toBeLessThan(span.bottomPx);
  expect(Math.min(...heights)).toBeGreaterThan(span.topPx);
  expect([gainAtPx(span, -1_000), gainAtPx(span, 1_000)]).toEqual([12, -60]);
});

test('sound has the body of an audio clip, and a part of one with pictures where there is room', () => {
  const row = { topPx: 100, heightPx: 90 };
  expect(soundSpan({ ...row, track: track('audio') }, false)).toEqual({ topPx: 119, bottomPx: 188 });
  expect(soundSpan({ ...row, track: track('main') }, false)).toBeNull();
  expect(soundSpan({ ...row, track: track('main') }, true)).toEqual({ topPx: 167, bottomPx: 188 });
  expect(soundSpan({ ...row, heightPx: 40, track: track('main') }, true)).toBeNull();
});
