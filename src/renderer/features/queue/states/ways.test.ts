import { expect, test } from 'vitest';
import { JobState } from '../../../../domain/jobs/job.ts';
import { jobTransitions } from '../../../../domain/jobs/transitions.ts';
import { pages as de } from '../../../words/de/pages.ts';
import { pages as en } from '../../../words/en/pages.ts';
import { edges, places, statesInOrder, waysFrom, waysTo } from './ways.ts';

test.each([
  ['English', en.queueStates],
  ['German', de.queueStates],
] as const)('every state and every way between them is explained in %s', (_language, words) => {
  for (const state of JobState.options) {
    expect(words.names[state]).not.toBe('');
    expect(words.meanings[state]).toMatch(/\.$/);
    expect(words.nexts[state]).toMatch(/\.$/);
  }
  for (const { by, why } of jobTransitions) {
    expect(words.by[by]).not.toBe('');
    expect(words.why(why)).not.toBe('');
  }
});

test('no German way is still in English', () => {
  for (const { why } of jobTransitions) expect(de.queueStates.why(why)).not.toBe(why);
});

test('the picture has every state in a place of its own, and every way of the table', () => {
  expect([...statesInOrder].sort()).toEqual([...JobState.options].sort());
  expect(new Set(Object.values(places).map(String)).size).toBe(JobState.options.length);
  const pairs = new Set(jobTransitions.map(({ from, to }) => `${from} ${to}`));
  expect(new Set(edges().map(({ from, to }) => `${from} ${to}`))).toEqual(pairs);
  const listed = JobState.options.flatMap((state) => [...waysFrom(state), ...waysTo(state)]);
  expect(listed).toHaveLength(2 * jobTransitions.length);
});
