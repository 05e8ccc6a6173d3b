import { z } from 'zod';
import { BlockId, ProjectId } from '../domain/kernel/ids.ts';
import { Block } from '../domain/text/block.ts';
import { EditReceipt, row } from './base.ts';

export const text = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Block)),
  /** Replaces the words of one block. Its scenes and shots follow with the next breakdown. */
  editBlock: row
    .input(z.object({ projectId: ProjectId, blockId: BlockId, text: z.string().max(1_000_000) }))
    .output(EditReceipt),
};
