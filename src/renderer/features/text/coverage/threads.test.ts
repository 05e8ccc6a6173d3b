import { expect, test } from 'vitest';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { buildBlocks } from '../../../../testing/builders/build-blocks.ts';
import { findThreads, shotAt, threadPicture } from './threads.ts';

const [first, second] = buildBlocks([
  ['action', 'She waits. He goes. '],
  ['action', 'Nobody.'],
]);
if (first === undefined || second === undefined) throw new Error('no blocks');
const shots = [
  { id: 'a' as ShotId, covers: [{ blockId: first.id, start: 0, end: 10 }] },
  { id: 'b' as ShotId, covers: [{ blockId: first.id, start: 11, end: 19 }] },
];
const threads = findThreads(shots, [first, second]);

test('a block has a piece for each shot that films words of it, without holes for spaces', () => {
  const pieces = threads.get(first.id) ?? [];
  expect(pieces.map(({ shotId, from, to }) => [shotId, from, to])).toEqual([
    ['a', 0, 0.55 - 0.05 + 0],
    ['b', 0.55, 0.95],
  ]);
  expect(threads.has(second.id)).toBe(false);
});

test('neighbours have different tints; the selected one has the accent', () => {
  const pieces = threads.get(first.id) ?? [];
  expect(threadPicture(pieces, new Set(), new Set())).toContain('var(--thread-0) 0% 50%');
  expect(threadPicture(pieces, new Set(['b']), new Set(['b', 'a']))).toBe(
    'linear-gradient(to bottom, var(--thread-changed) 0% 50%, transparent 50% 55%, var(--accent) 55% 95%, transparent 95% 100%)',
  );
  expect(threadPicture([], new Set(), new Set())).toBe('');
});

test('the shot at a place is the one whose words begin there, or end there', () => {
  expect(shotAt(shots, first.id, 3)).toBe('a');
  expect(shotAt(shots, first.id, 10)).toBe('a');
  expect(shotAt(shots, first.id, 11)).toBe('b');
  expect(shotAt(shots, second.id, 0)).toBeNull();
});
