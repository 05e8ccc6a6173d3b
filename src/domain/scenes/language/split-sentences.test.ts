import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLong } from './split-long.ts';
import { splitSentences } from './split-sentences.ts';

const cut = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Rain. A dog barks! Why?', ['Rain.', 'A dog barks!', 'Why?']],
  ['Mr. Holm and Dr. A. Brown wait.', ['Mr. Holm and Dr. A. Brown wait.']],
  ['...any station... this is the Alma...', ['...any station... this is the Alma...']],
  ['MARA (60s. Tall.) waits. Wind.', ['MARA (60s. Tall.) waits.', 'Wind.']],
  ['-- A lens.\n-- A gull\n-- A hand.', ['-- A lens.', '-- A gull', '-- A hand.']],
  ['“Stop.” She turns.', ['“Stop.”', 'She turns.']],
  ['It costs 3.50 now. Fine.', ['It costs 3.50 now.', 'Fine.']],
])('%s', (text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});

test('sentences, and the pieces of long ones, hold every word of any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 1, max: 9 }),
      (text, most) => {
        const pieces = splitSentences(text).flatMap((range) => splitLong(text, range, most));
        const words = pieces.flatMap(({ start, end }) => text.slice(start, end).match(/\S+/g) ?? []);
        expect(words).toEqual(text.match(/\S+/g) ?? []);
        for (const { start, end } of pieces)
          expect(text.slice(start, end).match(/\S+/g)?.length).toBeLessThanOrEqual(most);
      },
    ),
  );
});
