import { expect, test } from 'vitest';
import { buildBlocks } from '../../../testing/builders/build-blocks.ts';
import { makeShot } from '../../../testing/builders/story-rows.ts';
import { BlockId } from '../../kernel/ids.ts';
import { unwrap } from '../../kernel/result.ts';
import type { Shot } from '../shot.ts';
import { narrateShots } from './narrate-shots.ts';

const prose = 'The harbour *woke*. Nobody came.';
const blocks = buildBlocks([
  ['paragraph', prose],
  ['action', 'A gull lands.'],
]);
const films = (block: number, start: number, end: number) => ({
  covers: [{ blockId: BlockId.parse(`b${block}`), start, end }],
});
const dialogue = { speaker: 'MARA', text: 'Hm.', parenthetical: null, offScreen: false };
const shots: Shot[] = [
  makeShot('a', 'a0', films(0, 0, 19)),
  makeShot('b', 'a1', films(0, 20, prose.length)),
  makeShot('c', 'a2', { ...films(0, 0, prose.length), dialogue }),
  makeShot('d', 'a3', films(1, 0, 13)),
  makeShot('e', 'a4', { ...films(0, 0, prose.length), kind: 'title' }),
  makeShot('f', 'a5', { covers: [] }),
];

const linesOf = (shotIds: readonly string[] | null) =>
  unwrap(narrateShots({ shots, blocks }, shotIds)).changes.map((change) =>
    change.kind === 'update' ? [change.id, (change.fields['dialogue']?.to as { text?: string })?.text] : [],
  );

test('a narrator says the prose that shots film, each its own words, and takes nobody’s line', () => {
  expect(linesOf(null)).toEqual([
    ['a', 'The harbour woke.'],
    ['b', 'Nobody came.'],
  ]);
});

test('a shot that is named is narrated also where it films action', () => {
  expect(linesOf(['d', 'c'])).toEqual([['d', 'A gull lands.']]);
});

test('a shot that is not there is refused, and nothing is changed', () => {
  expect(narrateShots({ shots, blocks }, ['gone'])).toMatchObject({ fault: { code: 'shot.not-found' } });
});
