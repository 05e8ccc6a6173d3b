import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, rowsOf, tableOf } from '../../../testing/apply-patch.ts';
import { buildBlocks, testProjectId } from '../../../testing/builders/build-blocks.ts';
import { BlockId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import { reversePatch } from '../../kernel/patch.ts';
import { Block, BlockKind } from '../block.ts';
import { planTextEdit, type TextEdit } from './text-edit.ts';

const start = buildBlocks([
  ['heading', 'INT. HUT - NIGHT'],
  ['action', 'Mara listens. The set crackles 😀 again.'],
  ['character', 'MARA'],
  ['dialogue', 'Is anybody there?'],
  ['action', ''],
  ['action', 'Silence.'],
]);

/** An edit with everything chosen by numbers, so that any block and any place can be hit. */
const anyEdit = fc.record({
  edit: fc.constantFrom('editBlock', 'setKind', 'insert', 'split', 'merge', 'delete', 'cut' as const),
  a: fc.nat(40),
  b: fc.nat(40),
  c: fc.nat(40),
  kind: fc.constantFrom(...BlockKind.options),
  text: fc.string({ maxLength: 12 }),
});
type Drawn = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

function editOf({ edit, a, b, c, kind, text }: Drawn, blocks: readonly Block[], n: number): TextEdit {
  const block = blocks[a % Math.max(1, blocks.length)];
  const other = blocks[b % Math.max(1, blocks.length)];
  const blockId = block?.id ?? BlockId.parse('none');
  const id = BlockId.parse(`new-${n}`);
  switch (edit) {
    case 'editBlock':
      return { edit, blockId, text };
    case 'setKind':
      return { edit, blockId, kind };
    case 'insert': {
      const second = { id: BlockId.parse(`${id}b`), kind: 'action' as const, text: 'More.' };
      return { edit, afterBlockId: c % 7 === 0 ? null : blockId, added: [{ id, kind, text }, second] };
    }
    case 'split':
      return { edit, blockId, offset: c, kind: b % 2 === 0 ? null : kind, id };
    case 'merge':
      return { edit, blockId };
    case 'delete':
      return { edit, blockIds: [blockId, other?.id ?? blockId] };
    default:
      return { edit: 'cut', from: { blockId, offset: c }, to: { blockId: other?.id ?? blockId, offset: b } };
  }
}

const inOrder = (table: ReturnType<typeof tableOf>) => rowsOf<Block>(table, 'block').sort(compareByOrder);

test('any edits keep order keys apart and ids unique, are taken back exactly, and rows stay blocks', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 25 }), (drawn) => {
      let table = tableOf({ block: start });
      drawn.forEach((one, n) => {
        const blocks = inOrder(table);
        const planned = planTextEdit(blocks, testProjectId, editOf(one, blocks, n));
        if (!planned.ok) {
          expect(planned.fault.message).toMatch(/\.$/);
          return;
        }
        const after = applyPatch(table, planned.value);
        const back = applyPatch(after, reversePatch(planned.value));
        expect(inOrder(back)).toEqual(blocks);
        const rows = inOrder(after);
        for (const row of rows) expect(Block.safeParse(row).success).toBe(true);
        expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
        table = after;
      });
    }),
    { numRuns: 300 },
  );
});

test('a block cut in two and joined again says the same; a new one stands where it was put', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(40), (at, offset) => {
      const block = start[at];
      const id = BlockId.parse('second');
      if (block === undefined) return;
      const split = planTextEdit(start, testProjectId, {
        edit: 'split',
        blockId: block.id,
        offset,
        kind: null,
        id,
      });
      if (!split.ok) return;
      const halves = inOrder(applyPatch(tableOf({ block: start }), split.value));
      expect(halves.findIndex((row) => row.id === id)).toBe(at + 1);
      const merged = planTextEdit(halves, testProjectId, { edit: 'merge', blockId: id });
      if (!merged.ok) throw new Error(merged.fault.message);
      const joined = inOrder(applyPatch(tableOf({ block: halves }), merged.value));
      expect(joined.map(({ text }) => text)).toEqual(start.map(({ text }) => text));
    }),
  );
});

test('where two devices gave one key to two blocks, a new one still finds room behind both', () => {
  const twins = start
    .map((block, i) => (i === 2 ? { ...block, order: start[1]?.order ?? '' } : block))
    .sort(compareByOrder);
  const added = [{ id: BlockId.parse('new'), kind: 'action' as const, text: '' }];
  const planned = planTextEdit(twins, testProjectId, {
    edit: 'insert',
    afterBlockId: twins[1]?.id ?? null,
    added,
  });
  expect(planned.ok).toBe(true);
});

test('a selection over several blocks is cut to one; a wholly cut first block leaves the last its identity', () => {
  const [, action, , dialogue] = start;
  if (action === undefined || dialogue === undefined) throw new Error('too few blocks');
  const cut = (from: number, to: number) => {
    const planned = planTextEdit(start, testProjectId, {
      edit: 'cut',
      from: { blockId: action.id, offset: from },
      to: { blockId: dialogue.id, offset: to },
    });
    if (!planned.ok) throw new Error(planned.fault.message);
    return inOrder(applyPatch(tableOf({ block: start }), planned.value));
  };
  expect(cut(5, 3).map(({ id, kind, text }) => [id, kind, text])[1]).toEqual([
    action.id,
    'action',
    'Mara anybody there?',
  ]);
  expect(cut(0, 3).map(({ id, kind, text }) => [id, kind, text])[1]).toEqual([
    dialogue.id,
    'dialogue',
    'anybody there?',
  ]);
});
