import { expect, test } from 'vitest';
import { buildBlocks } from '../../../../testing/builders/build-blocks.ts';
import { findWords } from './find-words.ts';

const blocks = buildBlocks([
  ['action', 'The boat. THE boat (again).'],
  ['action', 'A\nboat.'],
]);

test('finds words in any case and over line breaks, and takes signs as they are', () => {
  expect(findWords(blocks, 'the boat').map(({ start, end }) => [start, end])).toEqual([
    [0, 8],
    [10, 18],
  ]);
  expect(findWords(blocks, 'a boat')).toEqual([{ blockId: 'b1', start: 0, end: 6 }]);
  expect(findWords(blocks, '(again).')).toHaveLength(1);
  expect(findWords(blocks, '  ')).toEqual([]);
});
