import { expect, test } from 'vitest';
import { parseFountain } from '../../../../domain/text/fountain/parse-fountain.ts';
import { blocksFrom } from '../../../../testing/builders/build-blocks.ts';
import { scriptUnits } from './script-units.ts';

test('both sides of a dual dialogue are one unit, everything else stands alone', () => {
  const blocks = blocksFrom(
    parseFountain('Go.\n\nMARA\nNo.\n\nOTTO ^\n(low)\nYes.\n\nANNA\nHm.\n\nBEN ^\nOh.').blocks,
  );
  const units = scriptUnits(blocks).map((unit) =>
    unit.is === 'block'
      ? unit.block.text
      : [unit.left.map(({ text }) => text), unit.right.map(({ text }) => text)],
  );
  expect(units).toEqual([
    'Go.',
    [
      ['MARA', 'No.'],
      ['OTTO', 'low', 'Yes.'],
    ],
    [
      ['ANNA', 'Hm.'],
      ['BEN', 'Oh.'],
    ],
  ]);
});

test('a side that lost the other one is an ordinary speech', () => {
  const blocks = blocksFrom(parseFountain('MARA\nNo.\n\nOTTO ^\nYes.').blocks);
  expect(scriptUnits(blocks.slice(0, 2)).map(({ is }) => is)).toEqual(['block', 'block']);
  expect(scriptUnits(blocks.slice(2)).map(({ is }) => is)).toEqual(['block', 'block']);
});
