import { expect, test } from 'vitest';
import { createTextLayouts } from './text-layouts.ts';

test('a text is laid out once, and the layouts that were used last are kept', () => {
  const layouts = createTextLayouts(2);
  const made: string[] = [];
  const take = (key: string) =>
    layouts.take(key, () => {
      made.push(key);
      return [];
    });
  for (const key of ['a', 'a', 'b', 'a', 'c', 'a', 'b']) take(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
