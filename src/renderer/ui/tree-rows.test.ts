import { expect, test } from 'vitest';
import { moveInTree, rowsOfTree } from './tree-rows.ts';

const nodes = [
  {
    id: '1',
    label: 'Lighthouse',
    children: [
      { id: '1A', label: 'Lamp' },
      { id: '1B', label: 'Radio' },
    ],
  },
  { id: '2', label: 'Harbour', children: [{ id: '2A', label: 'Boat' }] },
  { id: '3', label: 'Credits' },
];
const open = rowsOfTree(nodes, new Set(['1']));

test('rows in sight know their level, place and parent', () => {
  expect(open.map(({ node, level }) => `${level} ${node.id}`)).toEqual(['1 1', '2 1A', '2 1B', '1 2', '1 3']);
  expect(open[2]).toMatchObject({ place: 2, siblings: 2, parentId: '1', expanded: null });
  expect(open[3]).toMatchObject({ place: 2, siblings: 3, parentId: null, expanded: false });
});

test('keys walk as in every tree', () => {
  const to = (from: string | null, key: string) => moveInTree(open, from, key);
  expect(to('1', 'ArrowDown')).toEqual({ to: 'row', id: '1A' });
  expect(to('3', 'ArrowDown')).toEqual({ to: 'row', id: '3' });
  expect(to('1', 'ArrowRight')).toEqual({ to: 'row', id: '1A' });
  expect(to('2', 'ArrowRight')).toEqual({ to: 'expand', id: '2' });
  expect(to('1', 'ArrowLeft')).toEqual({ to: 'collapse', id: '1' });
  expect(to('1B', 'ArrowLeft')).toEqual({ to: 'row', id: '1' });
  expect(to('3', 'ArrowRight')).toBeNull();
  expect(to(null, 'End')).toEqual({ to: 'row', id: '3' });
  expect(to('1', 'Home')).toEqual({ to: 'row', id: '1' });
});

test('a letter goes to the next row that begins with it, and round', () => {
  expect(moveInTree(open, '1', 'l')).toEqual({ to: 'row', id: '1A' });
  expect(moveInTree(open, '1A', 'l')).toEqual({ to: 'row', id: '1' });
  expect(moveInTree(open, '1', 'q')).toBeNull();
  expect(moveInTree(open, '1', ' ')).toBeNull();
});
