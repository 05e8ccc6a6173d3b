import type { BlockId, ProjectId } from '../../kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Block, BlockKind } from '../block.ts';
import { fieldsOfKind, isSpeech } from './fields-of-kind.ts';
import { keysBehind, noBlock, placeOf } from './text-rows.ts';

export interface NewBlock {
  readonly id: BlockId;
  readonly kind: BlockKind;
  readonly text: string;
}

/** Puts blocks behind another one, or first for null. Refusals: `text.no-block`, `text.id-taken`. */
export function insertBlocks(
  blocks: readonly Block[],
  projectId: ProjectId,
  { afterBlockId, added }: { readonly afterBlockId: BlockId | null; readonly added: readonly NewBlock[] },
): Result<RecordsPatch> {
  const at = afterBlockId === null ? -1 : placeOf(blocks, afterBlockId);
  if (afterBlockId !== null && at === -1) return noBlock('Nothing was put in; choose another place.');
  const known = new Set<string>(blocks.map(({ id }) => id));
  for (const { id } of added) {
    if (known.has(id))
      return fail('text.id-taken', `There is a paragraph ${id} already. Nothing was put in.`);
    known.add(id);
  }
  const keys = keysBehind(blocks, at, added.length);
  const neighbour = blocks[at];
  return ok(
    patchOf(
      added.map(({ id, kind, text }, i) =>
        addChange<Block>('block', {
          ...fieldsOfKind(kind, { dual: staysDual(kind, neighbour) }),
          id,
          projectId,
          order: keys[i] ?? '',
          text,
          notFilmed: null,
        }),
      ),
    ),
  );
}

/** What is said below a side of a dual dialogue belongs to that side; a new name begins a speech of its own. */
function staysDual(kind: BlockKind, before: Block | undefined): Block['dual'] {
  return isSpeech(kind) && kind !== 'character' ? (before?.dual ?? null) : null;
}
