import { describe, expect, test } from 'vitest';
import { joinWords, splitWords } from './split-words.ts';

const texts = (paragraph: string): string[] => splitWords(paragraph).map((word) => word.text);

describe('splitWords', () => {
  test('breaks at spaces and after dashes and slashes between letters', () => {
    expect(texts('a north-east wind and/or rain')).toEqual([
      'a',
      'north-',
      'east',
      'wind',
      'and/',
      'or',
      'rain',
    ]);
    expect(texts('a -5 °C night')).toEqual(['a', '-5', '°C', 'night']);
  });

  test('a no-break space holds its words together', () => {
    expect(texts('No\u00a0. 5\u202f000 boats')).toEqual(['No\u00a0.', '5\u202f000', 'boats']);
  });

  test('Chinese and Japanese break between characters, but not before closing or after opening marks', () => {
    expect(texts('「船が、来た。」')).toEqual(['「船', 'が、', '来', 'た。」']);
    expect(texts('看radio吧')).toEqual(['看', 'radio', '吧']);
  });

  test('joins back to the text with single spaces', () => {
    const words = splitWords('the  north-east\twind');
    expect(joinWords(words, 0, words.length)).toBe('the north-east wind');
    expect(joinWords(words, 1, 2)).toBe('north-');
  });
});
