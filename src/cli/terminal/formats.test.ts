import { expect, test } from 'vitest';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { countOf, formatDuration, formatTable, formatTimeLeft } from './formats.ts';

test.each([
  [0, '0.0 s'],
  [8.54, '8.5 s'],
  [59.94, '59.9 s'],
  [59.96, '1 min 00 s'],
  [184, '3 min 04 s'],
  [3_599.7, '60 min 00 s'],
])('%d seconds of film are %s', (seconds, words) => {
  expect(formatDuration(secondsToFlicks(seconds))).toBe(words);
});

test.each([
  [null, ''],
  [-3, '0 s left'],
  [59.4, '59 s left'],
  [59.6, '1 min 00 s left'],
  [184, '3 min 04 s left'],
])('%s seconds to go are "%s"', (seconds, words) => {
  expect(formatTimeLeft(seconds)).toBe(words);
});

test('columns are as wide as their widest cell, and the last is left as it is', () => {
  expect(
    formatTable(
      ['id', 'title'],
      [
        ['a', 'The Last Signal'],
        ['long-id', 'Rain'],
      ],
    ),
  ).toEqual(['id       title', '───────  ─────', 'a        The Last Signal', 'long-id  Rain']);
});

test('one is not many', () => {
  expect([countOf(0, 'shot'), countOf(1, 'shot'), countOf(46, 'shot')]).toEqual([
    '0 shots',
    '1 shot',
    '46 shots',
  ]);
});
