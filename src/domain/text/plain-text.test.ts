import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarks } from './escape-marks.ts';
import { plainText } from './plain-text.ts';

test.each([
  ['*italics*, **bold**, ***both***, _underlined_', 'italics, bold, both, underlined'],
  ['From _**deep** inside_ the *_well_*.', 'From deep inside the well.'],
  ['***a** b*', 'a b'],
  ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
  ['He dialled \\*69, then \\*23', 'He dialled *69, then *23'],
  ['snake_case_name and __blank__', 'snake_case_name and __blank__'],
  ['*never closed', '*never closed'],
  ['*over\nlines*', '*over\nlines*'],
  ['She waits. [[Hold here.]]', 'She waits.'],
  ['She [[slowly]] waits [[not long]].', 'She waits.'],
  ['[[First]] She waits.', 'She waits.'],
  ['An /* old */ lamp', 'An lamp'],
  ['[[open and *shut*', '[[open and shut'],
  ['    indented', '    indented'],
])('%j is %j', (written, read) => {
  expect(plainText(written)).toBe(read);
});

test('escaped words come back as they were', () => {
  const text = fc.string({ unit: fc.constantFrom('*', '_', 'a', ' ', '.', 'b'), maxLength: 40 });
  fc.assert(
    fc.property(text, (words) => {
      expect(plainText(escapeMarks(words))).toBe(words.trimEnd());
    }),
    { numRuns: 2000 },
  );
});

test('only marks are ever dropped from text without asides', () => {
  const text = fc.string({ unit: fc.constantFrom('*', '_', 'a', ' ', '.', '\n', '\\'), maxLength: 40 });
  const letters = (words: string): string => words.replace(/[*_\\\s]/g, '');
  fc.assert(
    fc.property(text, (words) => {
      expect(letters(plainText(words))).toBe(letters(words));
    }),
    { numRuns: 2000 },
  );
});
