import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { trimmed } from './cut-item.ts';
import { findOnMain, frameOf, snapped } from './find-item.ts';
import { followContent } from './main-edits.ts';
import { refuse } from './refusals.ts';
import { sourceRoom } from './source-room.ts';

export interface RippleTrim {
  readonly itemId: ItemId;
  readonly edge: 'start' | 'end';
  /** Where the edge is dragged to, before anything moves; moved by whole frames. */
  readonly toFlicks: number;
}

/**
 * Moves one edge of a main-track item and everything behind the item along, so that no gap opens or is needed. The item
 * keeps its start: trimming its start cuts the beginning off and pulls the rest forward, with what is anchored to
 * that content. Never beyond the medium. One item, whatever comes after it.
 */
export function rippleTrim(
  index: TimelineIndex,
  { itemId, edge, toFlicks }: RippleTrim,
): Result<RecordsPatch> {
  const found = findOnMain(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, endFlicks } = found.value;
  const delta = snapped(index, toFlicks - (edge === 'start' ? startFlicks : endFlicks));
  if (delta === 0) return ok(emptyPatch);
  const head = edge === 'start' ? delta : 0;
  const tail = edge === 'end' ? -delta : 0;
  if (item.durationFlicks - head - tail < frameOf(index)) return refuse('timeline.too-short', { itemId });
  const room = sourceRoom(item, frameOf(index));
  if (-head > room.before || -tail > room.after) return refuse('timeline.no-media', { ...room });
  const draft = new PatchDraft();
  draft.update('item', item, trimmed(item, head, tail));
  if (head !== 0) followContent(draft, index, item, head);
  return ok(draft.toPatch());
}
