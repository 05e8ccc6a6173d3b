import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fountainSoup } from '../../../testing/builders/fountain-soup.ts';
import { BlockContent } from '../block.ts';
import { plainText } from '../plain-text.ts';
import { parseFountain } from './parse-fountain.ts';

const anyText = fc.oneof(
  fountainSoup,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('any text', () => {
  test('becomes valid blocks in source order that do not overlap', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        let last = 0;
        for (const block of parseFountain(source).blocks) {
          expect(BlockContent.safeParse(block).success).toBe(true);
          expect(block.sourceStart).toBeGreaterThanOrEqual(last);
          expect(block.sourceEnd).toBeGreaterThanOrEqual(block.sourceStart);
          expect(block.sourceEnd).toBeLessThanOrEqual(source.length);
          last = block.sourceEnd;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('loses no word, neither from the text of the blocks nor from their ranges', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { blocks } = parseFountain(source);
        const words = wordsOf(source);
        expect(
          blocks.flatMap((b) => wordsOf(`${b.key ?? ''} ${b.text} ${b.sceneNumber ?? ''}`)).sort(),
        ).toEqual([...words].sort());
        expect(blocks.flatMap((b) => wordsOf(source.slice(b.sourceStart, b.sourceEnd)))).toEqual(words);
      }),
      { numRuns: 1000 },
    );
  });

  test('every right side of a dual dialogue has a left side before it', () => {
    fc.assert(
      fc.property(fountainSoup, (source) => {
        let seenLeft = false;
        for (const { kind, dual } of parseFountain(source).blocks) {
          if (kind === 'note' || kind === 'boneyard') continue;
          if (dual === 'right') expect(seenLeft).toBe(true);
          seenLeft = dual !== null;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('time grows with the length and not faster, whatever is repeated', () => {
  for (const unit of [
    '[[',
    '/*',
    '((',
    '*a ',
    'A\n[[\n',
    'MARA\n/*x*/\n',
    '[[a]]\n',
    '  \n',
    '> <',
    '#1#',
    'X: y\n',
    'A ^\nb\n\n',
  ]) {
    const shortest = (text: string): number => {
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 2; run++) {
        const start = performance.now();
        for (const block of parseFountain(text).blocks) plainText(block.text);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const small = shortest(unit.repeat(5_000));
    // Ten times the length: a quadratic step would take a hundred times as long, and over a second at this size.
    expect(shortest(unit.repeat(50_000))).toBeLessThan(40 * small + 250);
  }
});
