import { expect, test } from 'vitest';
import { studio } from '../../../contract/studio.ts';
import { describeProblem, isChunkFault } from './problem-report.ts';

test('a report of anything fits the contract', () => {
  const endless = 'x'.repeat(100_000);
  const thrown = [
    new Error(endless),
    endless,
    null,
    undefined,
    { a: 1 },
    Object.assign(new Error('no'), { stack: undefined }),
  ];
  const input = studio.reportProblem['~orpc'].inputSchema;
  for (const each of thrown) {
    const report = describeProblem(endless, each, endless);
    expect(input?.['~standard'].validate(report)).toEqual({ value: report });
  }
  expect(describeProblem('page cut', new Error('no room')).message).toBe('no room');
});

test('a part of the program that could not be loaded is told from other faults', () => {
  const words = 'Failed to fetch dynamically imported module: http://x/assets/cut-page.js';
  expect(isChunkFault(new TypeError(words))).toBe(true);
  expect(isChunkFault(new Error('Cannot read properties of undefined'))).toBe(false);
});
