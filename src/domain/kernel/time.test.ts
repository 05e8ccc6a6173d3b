import { describe, expect, test } from 'vitest';
import {
  flicksPerSecond,
  flicksToFrame,
  formatTimecode,
  frameFlicks,
  frameRates,
  framesToFlicks,
} from './time.ts';

describe('flicks', () => {
  test.each(Object.entries(frameRates))('a frame at %s is a whole number of flicks', (_name, rate) => {
    expect((flicksPerSecond * rate.den) % rate.num).toBe(0);
    for (const frame of [0, 1, 2, 1000, 123_456]) {
      expect(flicksToFrame(framesToFlicks(frame, rate), rate)).toBe(frame);
      expect(flicksToFrame(framesToFlicks(frame + 1, rate) - 1, rate)).toBe(frame);
    }
  });

  test.each([44_100, 48_000])('a sample at %i Hz is a whole number of flicks', (hz) => {
    expect(flicksPerSecond % hz).toBe(0);
  });

  test('timecode counts frames at the nominal rate', () => {
    const rate = frameRates['23.976'];
    expect(formatTimecode(framesToFlicks(24 * 61 + 5, rate), rate)).toBe('00:01:01:05');
    expect(frameFlicks(frameRates['24'])).toBe(29_400_000);
  });
});
