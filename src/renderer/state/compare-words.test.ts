import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

test('what was put in and what was left out stands where it is', () => {
  expect(compareWords('A wide shot of the sea. Dusk.', 'A close shot of the sea at dawn.')).toEqual([
    { is: 'same', words: 'A' },
    { is: 'left', words: 'wide' },
    { is: 'right', words: 'close' },
    { is: 'same', words: 'shot of the' },
    { is: 'left', words: 'sea. Dusk.' },
    { is: 'right', words: 'sea at dawn.' },
  ]);
  expect(compareWords('', '')).toEqual([]);
  expect(compareWords('same words', 'same  words ')).toEqual([{ is: 'same', words: 'same words' }]);
});

test('without what is only right it is the left text, and the other way round', () => {
  const text = fc
    .array(fc.constantFrom('sea', 'a', 'dusk', 'of', 'rain'), { maxLength: 30 })
    .map((w) => w.join(' '));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const runs = compareWords(left, right);
      const without = (side: 'left' | 'right'): string =>
        runs
          .filter(({ is }) => is !== side)
          .map(({ words }) => words)
          .join(' ');
      expect([without('right'), without('left')]).toEqual([left, right]);
    }),
  );
});
