import { z } from 'zod';
import { BlockId, ProjectId } from '../domain/kernel/ids.ts';
import { Block, BlockKind } from '../domain/text/block.ts';
import { editRow, row } from './base.ts';

const BlockText = z.string().max(1_000_000);

const Offset = z.int().min(0).max(1_000_000);
const Point = z.strictObject({ blockId: BlockId, offset: Offset });
/** The caller may choose the id of a block it makes, to show it before the answer is there. */
const NewId = BlockId.optional();

/**
 * The script as a person edits it. The coverage of shots follows every edit, so that they film the same words; what they
 * show follows with the next breakdown.
 */
export const text = {
  /** The blocks in their order. A window has them by `projects.watch` and need not ask. */
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Block)),
  /** Replaces the words of one block. */
  editBlock: editRow({ blockId: BlockId, text: BlockText }),
  /** Says what a block is: a heading, action, dialogue … */
  setKind: editRow({ blockId: BlockId, kind: BlockKind }),
  /** A new block behind another one (null: first); its id is in `added`. */
  insert: editRow({ afterBlockId: BlockId.nullable(), kind: BlockKind, text: BlockText, newId: NewId }),
  /** Several at once, as from a paste. */
  insertMany: editRow({
    afterBlockId: BlockId.nullable(),
    blocks: z
      .array(z.strictObject({ newId: NewId, kind: BlockKind, text: BlockText }))
      .min(1)
      .max(20_000),
  }),
  /** Cuts a block in two before `offset` (UTF-16); the second part is in `added` and gets `kind`, or the same kind for null. */
  split: editRow({ blockId: BlockId, offset: Offset, kind: BlockKind.nullable(), newId: NewId }),
  /** Joins a block to the one before it; of an empty and a full one the full one stays. */
  merge: editRow({ blockId: BlockId }),
  delete: editRow({ blockIds: z.array(BlockId).min(1).max(20_000) }),
  /** Takes out the words between two places; what is left of the last block joins the first. */
  cut: editRow({ from: Point, to: Point }),
  /**
   * Reads a whole script or story as if it came from a file of the project's kind; `words` replace the text, and blocks
   * that did not change keep their ids. One undoable edit.
   */
  replace: editRow({ words: z.string().max(20_000_000) }),
  /**
   * The text as a file of the project's kind would hold it, for copying out and editing elsewhere; a Final Draft script
   * as Fountain. `replace` reads it back as the same blocks.
   */
  print: row.input(z.object({ projectId: ProjectId })).output(z.object({ text: z.string() })),
};
