import { expect, test } from 'vitest';
import { BlockId, ProjectId } from '../../../../domain/kernel/ids.ts';
import type { Block } from '../../../../domain/text/block.ts';
import { chunkUnits, heightOfChunk } from './script-chunks.ts';
import { scriptUnits } from './script-units.ts';

const block = (id: string, more: Partial<Block> = {}): Block => ({
  id: BlockId.parse(id),
  projectId: ProjectId.parse('p'),
  order: id,
  kind: 'action',
  text: 'Words.',
  sceneNumber: null,
  depth: 0,
  dual: null,
  key: null,
  forced: false,
  notFilmed: null,
  ...more,
});

const many = Array.from({ length: 2_000 }, (_, i) => block(`0199-${i}-abcd`));
const chunksOf = (blocks: readonly Block[]) => chunkUnits(scriptUnits(blocks));

test('all units are in chunks, in order, some dozens in each', () => {
  const chunks = chunksOf(many);
  expect(chunks.flatMap(({ units }) => units)).toEqual(scriptUnits(many));
  expect(chunks.length).toBeGreaterThan(2_000 / 64);
  expect(chunks.length).toBeLessThan(2_000 / 16);
  expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length);
});

test('an edit changes the chunk it is in and no other', () => {
  const before = chunksOf(many);
  const added = chunksOf([...many.slice(0, 900), block('new'), ...many.slice(900)]);
  const same = (chunks: typeof before) =>
    new Map(chunks.map(({ key, units }) => [key, JSON.stringify(units)] as const));
  const [was, is] = [same(before), same(added)];
  expect([...was].filter(([key, units]) => is.get(key) !== units).length).toBeLessThanOrEqual(1);
});

test('a height is guessed from words and kinds', () => {
  const [chunk] = chunksOf([
    block('a', { kind: 'heading', text: 'INT. HUT - DAY' }),
    block('b', { kind: 'character', text: 'LENA' }),
    block('c', { kind: 'dialogue', text: 'x'.repeat(71) }),
  ]);
  expect(chunk && heightOfChunk(chunk)).toEqual({ lines: 1 + 1 + 3, gaps: 2 + 1 + 0 });
});
