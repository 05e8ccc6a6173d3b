import { patchOf, type RecordsPatch, sameValue, updateChange } from '../../kernel/patch.ts';
import type { Block } from '../../text/block.ts';
import type { TextEdit } from '../../text/commands/text-edit.ts';
import { joinCovers } from '../reconcile/hand-coverage.ts';
import type { Coverage, Shot } from '../shot.ts';

/**
 * Lets the coverage of shots follow an edit of the text, so that a shot films the same words after it: ranges behind a
 * typed word shift, the second part of a split block and the words of a merged one are found in their new block. Words
 * that were deleted leave the shots that filmed them; ranges of blocks that are gone stay as they are, for undo, until
 * the next breakdown. `blocks` as before the edit, in text order.
 */
export function followText(shots: readonly Shot[], blocks: readonly Block[], edit: TextEdit): RecordsPatch {
  const move = moverOf(blocks, edit);
  if (move === null) return { changes: [] };
  const touched = new Set(move.blockIds);
  const changes = shots.flatMap((shot) => {
    if (!shot.covers.some(({ blockId }) => touched.has(blockId))) return [];
    const moved = shot.covers.flatMap((range) => (touched.has(range.blockId) ? move.range(range) : [range]));
    if (sameValue(moved, shot.covers)) return [];
    return updateChange<Shot>('shot', shot, { covers: joinCovers(moved) }) ?? [];
  });
  return { changes };
}

/** The same for a patch that gives several blocks new words, such as a new version of the whole text. */
export function followTextPatch(
  shots: readonly Shot[],
  blocks: readonly Block[],
  patch: RecordsPatch,
): RecordsPatch {
  const covers = new Map<string, Shot>(shots.map((shot) => [shot.id, shot]));
  for (const change of patch.changes) {
    const text =
      change.kind === 'update' && change.entity === 'block' ? change.fields['text']?.to : undefined;
    if (change.kind !== 'update' || typeof text !== 'string') continue;
    const blockId = change.id as Block['id'];
    for (const moved of followText([...covers.values()], blocks, { edit: 'editBlock', blockId, text })
      .changes) {
      const shot = moved.kind === 'update' ? covers.get(moved.id) : undefined;
      if (moved.kind !== 'update' || shot === undefined) continue;
      covers.set(moved.id, { ...shot, covers: moved.fields['covers']?.to as unknown as Coverage[] });
    }
  }
  return patchOf(
    shots.map((shot) =>
      updateChange<Shot>('shot', shot, { covers: covers.get(shot.id)?.covers ?? shot.covers }),
    ),
  );
}

interface Mover {
  readonly blockIds: readonly string[];
  range(range: Coverage): readonly Coverage[];
}

function moverOf(blocks: readonly Block[], edit: TextEdit): Mover | null {
  const at = 'blockId' in edit ? blocks.findIndex(({ id }) => id === edit.blockId) : -1;
  const block = blocks[at];
  switch (edit.edit) {
    case 'editBlock': {
      if (block === undefined) return null;
      const shift = shiftOf(block.text, edit.text);
      return {
        blockIds: [block.id],
        range: (range) => kept(range, shift(range.start, 'start'), shift(range.end, 'end')),
      };
    }
    case 'split': {
      const { blockId, offset, id } = edit;
      return {
        blockIds: [blockId],
        range: (range) => [
          ...kept(range, Math.min(range.start, offset), Math.min(range.end, offset)),
          ...kept(
            { ...range, blockId: id },
            Math.max(range.start, offset) - offset,
            Math.max(range.end, offset) - offset,
          ),
        ],
      };
    }
    case 'merge': {
      const first = blocks[at - 1];
      if (block === undefined || first === undefined || first.text === '') return null;
      const by = first.text.length;
      return {
        blockIds: [block.id],
        range: ({ start, end }) => [{ blockId: first.id, start: start + by, end: end + by }],
      };
    }
    case 'cut':
      return cutMover(blocks, edit);
    case 'setKind':
    case 'insert':
    case 'delete':
      return null;
  }
}

function cutMover(blocks: readonly Block[], { from, to }: Extract<TextEdit, { edit: 'cut' }>): Mover | null {
  const first = blocks.find(({ id }) => id === from.blockId);
  const last = blocks.find(({ id }) => id === to.blockId);
  if (first === undefined || last === undefined) return null;
  // As the command does: the last block lives on where nothing is left of the first.
  const heir = first !== last && from.offset === 0 && to.offset < last.text.length ? last.id : first.id;
  const by = heir === last.id && first !== last ? 0 : from.offset;
  return {
    blockIds: [first.id, last.id],
    range: (range) => {
      const head =
        range.blockId === first.id
          ? kept(range, Math.min(range.start, from.offset), Math.min(range.end, from.offset))
          : [];
      const tail =
        range.blockId === last.id
          ? kept(
              { ...range, blockId: heir },
              Math.max(range.start, to.offset) - to.offset + by,
              Math.max(range.end, to.offset) - to.offset + by,
            )
          : [];
      return [...head, ...tail];
    },
  };
}

function kept(range: Coverage, start: number, end: number): Coverage[] {
  return start < end ? [{ ...range, start, end }] : [];
}

/**
 * Where a place of `before` is in `after`, with one stretch in the middle replaced. Words typed at the end of a range, or
 * at the very start of the block, are the range's own; a range that reached into the stretch from either side keeps its new words.
 */
function shiftOf(before: string, after: string): (offset: number, side: 'start' | 'end') => number {
  const longest = Math.min(before.length, after.length);
  let head = 0;
  while (head < longest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < longest - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  return (offset, side) => {
    if (offset < head) return offset;
    if (offset > oldEnd) return offset + newEnd - oldEnd;
    if (side === 'end') return offset === head && oldEnd > head ? head : newEnd;
    return offset === 0 || (offset < oldEnd && oldEnd > head) ? head : newEnd;
  };
}
