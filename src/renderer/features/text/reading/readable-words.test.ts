import { expect, test } from 'vitest';
import { readableWords } from './readable-words.ts';

test('what is seen stands on lines of its own, also the one that is being written', () => {
  const words =
    '{"scenes":[{"scene":1,"synopsis":"A ferry leaves.","shots":[{"from":1,"description":"Ida says \\"no\\"."},{"description":"The lan';
  expect(readableWords(words)).toBe('— A ferry leaves.\nIda says "no".\nThe lan');
});

test('words that are no breakdown stand as they are', () => {
  expect(readableWords('I would rather not.')).toBe('I would rather not.');
  expect(readableWords('{"scenes":[{"description":"a\\')).toBe('a');
});
