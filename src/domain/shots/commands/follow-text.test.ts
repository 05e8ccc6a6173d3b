import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, rowsOf, tableOf } from '../../../testing/apply-patch.ts';
import { arbitraryBlocks } from '../../../testing/builders/arbitrary-blocks.ts';
import { buildBlocks, testProjectId } from '../../../testing/builders/build-blocks.ts';
import { BlockId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import { patchOf, reversePatch, updateChange } from '../../kernel/patch.ts';
import type { Block } from '../../text/block.ts';
import { planTextEdit, type TextEdit } from '../../text/commands/text-edit.ts';
import { updateBreakdown } from '../reconcile/reconcile-breakdown.ts';
import type { Shot } from '../shot.ts';
import { followText, followTextPatch } from './follow-text.ts';

const project = { id: testProjectId, fpsNum: 24, fpsDen: 1 };
const blocks = buildBlocks([
  ['heading', 'EXT. PIER - NIGHT'],
  ['action', 'Wind over the water. Mara walks out to the lamp. She lifts it down and turns.'],
  ['action', 'The boat drifts. Nobody is in it.'],
]);
const shotsOf = (rows: readonly Block[]): readonly Shot[] =>
  updateBreakdown(project, rows, { scenes: [], cast: [], shots: [] }).rows.shots;

/** The words that each shot films of blocks that are there. */
function filmed(rows: readonly Block[], shots: readonly Shot[]): string[] {
  const texts = new Map<string, string>(rows.map(({ id, text }) => [id, text]));
  return shots.map(({ covers }) =>
    covers.map(({ blockId, start, end }) => texts.get(blockId)?.slice(start, end) ?? '').join('|'),
  );
}

function after(edit: TextEdit, rows = blocks, shots = shotsOf(rows)): { blocks: Block[]; shots: Shot[] } {
  const planned = planTextEdit(rows, testProjectId, edit);
  if (!planned.ok) throw new Error(planned.fault.message);
  const patch = patchOf([...planned.value.changes, ...followText(shots, rows, edit).changes]);
  const before = tableOf({ block: rows, shot: shots });
  const table = applyPatch(before, patch);
  expect(applyPatch(table, reversePatch(patch))).toEqual(before);
  return {
    blocks: rowsOf<Block>(table, 'block').sort(compareByOrder),
    shots: rowsOf<Shot>(table, 'shot').sort(compareByOrder),
  };
}
const action = blocks[1];
if (action === undefined) throw new Error('no action');
const words = filmed(blocks, shotsOf(blocks));

test('words typed before, inside and behind a range move it or belong to it', () => {
  const typed = (text: string): string[] => {
    const next = after({ edit: 'editBlock', blockId: action.id, text });
    return filmed(next.blocks, next.shots);
  };
  const grown = typed(action.text.replace('Mara walks', 'Mara slowly walks'));
  expect(grown.join('\n')).toBe(words.join('\n').replace('Mara walks', 'Mara slowly walks'));
  const dropped = typed(action.text.replace('Wind over the water. ', ''));
  expect(dropped.join('\n')).not.toContain('Wind');
  expect(dropped.join('\n')).toContain('Mara walks out to the lamp.');
});

test('the words of a split and of a merged block are still filmed by the same shots', () => {
  const second = BlockId.parse('second');
  const offset = action.text.indexOf('She');
  const halves = after({ edit: 'split', blockId: action.id, offset, kind: null, id: second });
  const flat = (list: readonly string[]) => list.map((line) => line.replaceAll('|', '').replaceAll(' ', ''));
  expect(flat(filmed(halves.blocks, halves.shots))).toEqual(flat(words));
  const joined = after({ edit: 'merge', blockId: second }, halves.blocks, halves.shots);
  expect(flat(filmed(joined.blocks, joined.shots))).toEqual(flat(words));
});

test('no edit leaves a range outside the text of its block', () => {
  fc.assert(
    fc.property(
      arbitraryBlocks,
      fc.nat(30),
      fc.nat(60),
      fc.string({ maxLength: 20 }),
      (rows, at, offset, text) => {
        const block = rows[at % Math.max(1, rows.length)];
        if (block === undefined) return;
        const id = BlockId.parse('fresh');
        const edits: TextEdit[] = [
          { edit: 'editBlock', blockId: block.id, text },
          { edit: 'split', blockId: block.id, offset, kind: null, id },
          { edit: 'merge', blockId: block.id },
          {
            edit: 'cut',
            from: { blockId: block.id, offset },
            to: { blockId: rows.at(-1)?.id ?? block.id, offset: 1 },
          },
        ];
        const shots = shotsOf(rows);
        for (const edit of edits) {
          if (!planTextEdit(rows, testProjectId, edit).ok) continue;
          const next = after(edit, rows, shots);
          const lengths = new Map<string, number>(next.blocks.map((row) => [row.id, row.text.length]));
          for (const { covers } of next.shots) {
            for (const range of covers) {
              expect(range.start).toBeLessThan(range.end);
              expect(range.end).toBeLessThanOrEqual(lengths.get(range.blockId) ?? Number.POSITIVE_INFINITY);
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a new version of several blocks moves the coverage of each of them', () => {
  const next = blocks.map((block) => ({ ...block, text: `Now: ${block.text}` }));
  const patch = patchOf(
    next.map((block, i) => updateChange('block', blocks[i] ?? block, { text: block.text })),
  );
  const shots = shotsOf(blocks);
  const moved = rowsOf<Shot>(
    applyPatch(tableOf({ shot: shots }), followTextPatch(shots, blocks, patch)),
    'shot',
  ).sort(compareByOrder);
  expect(filmed(next, moved).map((line) => line.replaceAll('Now: ', ''))).toEqual(words);
});
