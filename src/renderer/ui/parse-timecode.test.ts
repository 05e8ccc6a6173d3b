import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimecode, frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import { parseTimecode } from './parse-timecode.ts';

const rate = frameRates['24'];
const frames = (text: string, from = 0): number | null => {
  const flicks = parseTimecode(text, rate, framesToFlicks(from, rate));
  return flicks === null ? null : flicks / framesToFlicks(1, rate);
};

test('timecode is read as editors type it', () => {
  expect(frames('01:02:03:04')).toBe((3600 + 123) * 24 + 4);
  expect(frames('3:04')).toBe(76);
  expect(frames('304')).toBe(76);
  expect(frames('5')).toBe(5);
  expect(frames('2.5s')).toBe(60);
  expect(frames('2,5 s')).toBe(60);
  expect(frames('48f')).toBe(48);
  expect(frames(' 00:00:01;00 ')).toBe(24);
});

test('a sign moves from where one is, and never before the start', () => {
  expect(frames('+12', 100)).toBe(112);
  expect(frames('-1:00', 100)).toBe(76);
  expect(frames('- 12f', 100)).toBe(88);
  expect(frames('-9:00', 100)).toBe(0);
});

test('anything else is refused', () => {
  for (const text of ['', 'abc', '1:2:3:4:5', '12:', ':12', '1:100', '123456789', '1.5', '--2', 's', 'NaN'])
    expect(frames(text), text).toBeNull();
});

test('what is shown is read as itself, at every rate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(frameRates)), fc.nat(5_000_000), (at, frame) => {
      const flicks = framesToFlicks(frame, at);
      expect(parseTimecode(formatTimecode(flicks, at), at, 0)).toBe(flicks);
    }),
  );
});
