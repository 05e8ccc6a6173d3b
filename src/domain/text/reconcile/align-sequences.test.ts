import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignBounded } from './align-bounded.ts';
import { alignSequences } from './align-sequences.ts';

/** Length of the longest common subsequence, by the textbook's table. */
function longestCommon(before: readonly number[], after: readonly number[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const value of before) {
    const next = [0];
    after.forEach((other, j) => {
      next.push(value === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Matches are between equal values and ascend on both sides. Answers how many there are. */
function checkMatches(before: readonly number[], after: readonly number[], matches: Int32Array): number {
  let last = -1;
  let count = 0;
  matches.forEach((oldAt, newAt) => {
    if (oldAt === -1) return;
    expect(before[oldAt]).toBe(after[newAt]);
    expect(oldAt).toBeGreaterThan(last);
    last = oldAt;
    count++;
  });
  return count;
}

const sequence = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 45 });

test('up to the look-ahead, the bounded search finds a longest common subsequence', () => {
  fc.assert(
    fc.property(sequence, sequence, (before, after) => {
      const matches = new Int32Array(after.length).fill(-1);
      const range = { oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length };
      alignBounded(Int32Array.from(before), Int32Array.from(after), range, matches);
      expect(checkMatches(before, after, matches)).toBe(longestCommon(before, after));
    }),
    { numRuns: 500 },
  );
});

test('beyond it, and with anchors, matches are still a common subsequence, and equal texts match completely', () => {
  const long = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 400 });
  fc.assert(
    fc.property(long, long, (before, after) => {
      const [a, b] = [Int32Array.from(before), Int32Array.from(after)];
      checkMatches(before, after, alignSequences(a, b, 201));
      expect(checkMatches(before, before, alignSequences(a, a, 201))).toBe(before.length);
    }),
  );
});

test('a text of few different lines keeps all of them around several edits', () => {
  const lines = Array.from({ length: 600 }, (_, at) => at % 3);
  const edited = [
    ...lines.slice(0, 100),
    2,
    ...lines.slice(100, 300),
    ...lines.slice(301, 500),
    1,
    1,
    ...lines.slice(500),
  ];
  const matches = alignSequences(Int32Array.from(lines), Int32Array.from(edited), 3);
  expect(checkMatches(lines, edited, matches)).toBe(599);
});
