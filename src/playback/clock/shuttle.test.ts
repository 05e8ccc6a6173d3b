import { describe, expect, test } from 'vitest';
import { type ShuttleKey, shuttleSpeed, soundsAt } from './shuttle.ts';

const press = (keys: string, speed = 0): number =>
  [...keys].reduce((now, key) => shuttleSpeed(now, key as ShuttleKey), speed);

describe('the shuttle', () => {
  test.each([
    ['L', 1],
    ['LL', 2],
    ['LLLL', 8],
    ['LLLLLL', 8],
    ['J', -1],
    ['JJJJJ', -8],
    ['LLLJ', -1],
    ['JJL', 1],
    ['LLK', 0],
    ['K', 0],
  ])('%s plays at %d', (keys, speed) => {
    expect(press(keys)).toBe(speed);
  });

  test('plays slowly while K is held, and from slow to real time without', () => {
    expect(shuttleSpeed(0, 'L', true)).toBe(0.25);
    expect(shuttleSpeed(4, 'J', true)).toBe(-0.25);
    expect(shuttleSpeed(0.25, 'L')).toBe(1);
  });

  test('sounds from half to twice real time, and not backwards', () => {
    expect([0.25, 0.5, 1, 2, 4, -1].map(soundsAt)).toEqual([false, true, true, true, false, false]);
  });
});
