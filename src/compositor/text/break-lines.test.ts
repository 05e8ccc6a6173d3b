import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type LineLimits } from './break-lines.ts';
import { splitGraphemes } from './split-words.ts';

/** A typewriter: every character is one wide. */
const columns = (
  maxWidth: number,
  maxCharacters = Number.POSITIVE_INFINITY,
  maxLines = Number.POSITIVE_INFINITY,
): LineLimits => ({
  maxWidth,
  maxCharacters,
  maxLines,
  widthOf: (text) => splitGraphemes(text).length,
  trackingUnits: 0,
});

const words = fc.array(
  fc.oneof(
    fc.stringMatching(/^[a-z]{1,9}[,.]?$/),
    fc.stringMatching(/^[a-z]{20,40}$/),
    fc.constantFrom('—', 'north-east', '你好，世界。', '👩‍👩‍👧', 'é', 'שלום'),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('breakLines', () => {
  test('makes lines even where greedy breaking would leave one word alone', () => {
    expect(breakLines('the quick brown fox jumps over it', columns(30))).toEqual([
      'the quick brown',
      'fox jumps over it',
    ]);
  });

  test('a word wider than a line begins one, and ends the line before it where there would be too many lines', () => {
    const text = `to ${'x'.repeat(22)} go`;
    expect(breakLines(text, columns(10))).toEqual(['to', 'xxxxxxxxxx', 'xxxxxxxxxx', 'xx go']);
    expect(breakLines(text, columns(10, 10, 3))).toEqual(['to xxxxxxx', 'xxxxxxxxxx', 'xxxxx go']);
  });

  test('rather breaks after a comma than a little more evenly', () => {
    expect(breakLines('Out of the white, a bow appeared now', columns(24))).toEqual([
      'Out of the white,',
      'a bow appeared now',
    ]);
  });

  test('cuts a word that is wider than a line between characters, never inside one', () => {
    expect(breakLines('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', columns(2))).toEqual(['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('a paragraph that needs too many lines is broken as it comes', () => {
    const lines = breakLines('the quick brown fox jumps over it', columns(10, 99, 2));
    expect(lines).toEqual(['the quick', 'brown fox', 'jumps over', 'it']);
  });

  test('an empty paragraph has no lines', () => {
    expect(breakLines(' \t ', columns(10))).toEqual([]);
  });

  test('no line is too wide or too long, and no character is lost', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 3, max: 60 }),
        (list, width, most) => {
          const lines = breakLines(list.join(' '), columns(width, most));
          for (const line of lines)
            expect(splitGraphemes(line).length).toBeLessThanOrEqual(Math.min(width, most));
          expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        },
      ),
    );
  });

  test('uses no more lines than greedy breaking', () => {
    const short = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(short, fc.integer({ min: 9, max: 50 }), (list, width) => {
        let greedy = 1;
        let at = -1;
        for (const word of list) {
          if (at + 1 + word.length > width) {
            greedy++;
            at = -1;
          }
          at += 1 + word.length;
        }
        expect(breakLines(list.join(' '), columns(width))).toHaveLength(greedy);
      }),
    );
  });
});
