import { expect, test } from 'vitest';
import { fuzzyScore } from './fuzzy-score.ts';

const best = (words: string, texts: readonly string[]): string | undefined =>
  texts
    .flatMap((text) => {
      const score = fuzzyScore(words, text);
      return score === null ? [] : [{ text, score }];
    })
    .sort((a, b) => b.score - a.score)[0]?.text;

test('letters must be there in order; case and accents do not count', () => {
  expect(fuzzyScore('zt', 'Trim to zero')).toBeNull();
  expect(fuzzyScore('ABSATZ LOSCHEN', 'Absatz löschen')).not.toBeNull();
  expect(fuzzyScore('undo', 'Redo')).toBeNull();
});

test('the start of the text, then the start of a word, then letters in a row come first', () => {
  expect(best('sp', ['Clasp it', 'Split at playhead', 'Delete shot'])).toBe('Split at playhead');
  expect(best('play', ['Split at playhead', 'Play or pause'])).toBe('Play or pause');
  expect(best('3b', ['Shot 13B · Wide', 'Shot 3B · Close'])).toBe('Shot 3B · Close');
  expect(best('ks', ['Make shots', 'Keyboard shortcuts'])).toBe('Keyboard shortcuts');
});

test('several words fit in any order', () => {
  expect(fuzzyScore('shot delete', 'Delete shot')).not.toBeNull();
  expect(fuzzyScore('shot wave', 'Delete shot')).toBeNull();
});
