import { expect, test } from 'vitest';
import { updateBreakdown } from '../../../../domain/shots/reconcile/reconcile-breakdown.ts';
import { buildBlocks, testProjectId } from '../../../../testing/builders/build-blocks.ts';
import { isPending, summariseUpdate } from './summarise-update.ts';

const project = { id: testProjectId, fpsNum: 24, fpsDen: 1 };
const blocks = buildBlocks([
  ['heading', 'EXT. PIER - NIGHT'],
  ['action', 'Mara walks out to the lamp.'],
  ['action', 'The boat drifts away from the pier.'],
  ['heading', 'INT. HUT - NIGHT'],
  ['action', 'The radio crackles on the bench.'],
]);
const { rows } = updateBreakdown(project, blocks, { scenes: [], cast: [], shots: [] });
const pending = (next: typeof blocks) => summariseUpdate(updateBreakdown(project, next, rows).patch);

test('a text as it was broken down has nothing pending', () => {
  expect(isPending(pending(blocks))).toBe(false);
});

test('new words change the shots of their block and no other', () => {
  const edited = blocks.map((block, i) =>
    i === 4 ? { ...block, text: 'The radio falls silent on the bench.' } : block,
  );
  const { changedShots, goneShots, newShots } = pending(edited);
  const own = rows.shots.filter(({ covers }) => covers.some(({ blockId }) => blockId === blocks[4]?.id));
  expect([...changedShots]).toEqual(own.map(({ id }) => id));
  expect([goneShots.size, newShots]).toEqual([0, 0]);
});

test('a deleted scene loses its shots; a new paragraph brings some', () => {
  const without = pending(blocks.slice(0, 3));
  expect(without.goneShots.size).toBeGreaterThan(0);
  expect(without.scenes).toBe(1);
  const [last] = buildBlocks([['action', 'Far out a bell rings.', { order: 'z0', id: 'new' as never }]]);
  expect(pending(last === undefined ? blocks : [...blocks, last]).newShots).toBeGreaterThan(0);
});
