import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrModules } from './qr-modules.ts';

const drawn = (text: string): string =>
  (qrModules(text) ?? []).map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');

/** Read back with a reader of somebody else's, as the fingerprints below were when they were taken. */
const hello = `
#######.##.#..#######
#.....#..##.#.#.....#
#.###.#..####.#.###.#
#.###.#.#..#..#.###.#
#.###.#.#...#.#.###.#
#.....#.#.##..#.....#
#######.#.#.#.#######
........#####........
#...#.######.#####..#
...###..#.###..#.####
#.##..#.#.##..###..#.
###..#...#...##.#....
..#.###..#..###...##.
........###.###..#.##
#######.##..##...#.#.
#.....#....##..#...#.
#.###.#.#..#..###.#.#
#.###.#....##....#.##
#.###.#..###..####...
#.....#..#...##......
#######.#...#####.#.#`;

/** The longest text of each version, from 1. */
const lengths = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412];

test('a short text is the smallest code, module by module', () => {
  expect(`\n${drawn('HELLO')}`).toBe(hello);
});

test('each version holds its longest text, and one letter more needs the next', () => {
  for (const [at, length] of lengths.entries()) {
    const text = textOf(length);
    expect(qrModules(text)).toHaveLength(21 + 4 * at);
    expect(qrModules(`${text}x`)?.length ?? null).toBe(at === 14 ? null : 25 + 4 * at);
  }
});

test('all of them together are as they were read back', () => {
  const all = lengths.map((length) => drawn(textOf(length))).join('\n\n');
  expect(createHash('sha256').update(all).digest('hex').slice(0, 16)).toBe('ccba3bd3157f9cbb');
});

function textOf(length: number): string {
  const letters = 'abcdefghijklmnop/?=&:%ABC';
  return Array.from({ length }, (_, n) => letters[(n * 7 + length) % letters.length]).join('');
}
