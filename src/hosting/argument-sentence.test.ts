import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { argumentSentence } from './argument-sentence.ts';

test.each([
  [['--colour'], "Unknown option '--colour'."],
  [['--out'], "Option '--out <value>' argument missing."],
  [['--out', '--new'], '--out needs a value that does not begin with a dash.'],
])('%j is refused in one sentence', (args, sentence) => {
  let said = '';
  try {
    parseArgs({ args, options: { out: { type: 'string' }, new: { type: 'boolean' } } });
  } catch (error) {
    said = argumentSentence(error);
  }
  expect(said).toBe(sentence);
});
