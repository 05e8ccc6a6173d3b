import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Item } from '../records.ts';
import { isGap, releaseAnchored, removeTransitionsAfter, shiftAnchored } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { trimmed } from './cut-item.ts';
import { findPlaced, frameOf, type PlacedOn, snapped } from './find-item.ts';
import { keysBehind, type NewId, newGap } from './main-edits.ts';
import { isPlaceFree } from './place-free.ts';
import { refuse } from './refusals.ts';
import { sourceRoom } from './source-room.ts';

export interface TrimItem {
  readonly itemId: ItemId;
  readonly edge: 'start' | 'end';
  /** Where the edge is dragged to, on the timeline; moved by whole frames. */
  readonly toFlicks: number;
  readonly newId: NewId;
}

/**
 * Moves one edge of an item and nothing else: every other item stays at its time, and so does the content that remains.
 * On the main track, what is trimmed off becomes a gap (a gap beside it grows), and an edge can be pulled out only over a gap, which
 * shrinks or goes, or behind the last item. On other tracks an edge can be pulled out up to the next item. Never beyond
 * the medium. At most three items. To move the rest along, use a ripple trim.
 */
export function trimItem(
  index: TimelineIndex,
  { itemId, edge, toFlicks, newId }: TrimItem,
): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const placed = found.value;
  const { item } = placed;
  if (isGap(item)) return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  const from = edge === 'start' ? placed.startFlicks : placed.endFlicks;
  const delta = snapped(index, toFlicks - from);
  if (delta === 0) return ok(emptyPatch);
  const head = edge === 'start' ? delta : 0;
  const tail = edge === 'end' ? -delta : 0;
  if (item.durationFlicks - head - tail < frameOf(index)) return refuse('timeline.too-short', { itemId });
  const room = sourceRoom(item, frameOf(index));
  if (-head > room.before || -tail > room.after) return refuse('timeline.no-media', { ...room });
  return placed.onMain
    ? trimOnMain(index, item, edge, head + tail, newId)
    : trimAnchored(index, placed, head, tail);
}

/** `cutFlicks` is what the item loses, negative for what it gains. */
function trimOnMain(
  index: TimelineIndex,
  item: Item,
  edge: 'start' | 'end',
  cutFlicks: number,
  newId: NewId,
): Result<RecordsPatch> {
  const draft = new PatchDraft();
  const before = index.main.before(item);
  const beside = edge === 'start' ? before : index.main.after(item);
  const isLastEnd = edge === 'end' && beside === null;
  if (cutFlicks < 0 && !isLastEnd && (!isGap(beside) || beside.durationFlicks < -cutFlicks)) {
    return refuse('timeline.no-room', { freeFlicks: isGap(beside) ? beside.durationFlicks : 0 });
  }
  draft.update('item', item, trimmed(item, edge === 'start' ? cutFlicks : 0, edge === 'end' ? cutFlicks : 0));
  if (edge === 'start') shiftAnchored(draft, index, item, -cutFlicks);
  if (isLastEnd) return ok(draft.toPatch());

  if (isGap(beside)) {
    const durationFlicks = beside.durationFlicks + cutFlicks;
    if (durationFlicks === 0) {
      const shiftFlicks = edge === 'start' ? 0 : item.durationFlicks;
      releaseAnchored(draft, index, beside, { itemId: item.id, shiftFlicks });
      removeTransitionsAfter(draft, index, beside.id);
      draft.remove('item', beside);
    } else {
      draft.update('item', beside, { durationFlicks });
      if (edge === 'end') shiftAnchored(draft, index, beside, cutFlicks);
    }
    return ok(draft.toPatch());
  }
  const behind = edge === 'start' ? before : item;
  const [order = 'a0'] = keysBehind(draft, index, behind, 1);
  draft.add('item', newGap(item, newId(), order, cutFlicks));
  if (behind !== null) removeTransitionsAfter(draft, index, behind.id);
  return ok(draft.toPatch());
}

function trimAnchored(
  index: TimelineIndex,
  { item, startFlicks, endFlicks }: PlacedOn,
  head: number,
  tail: number,
): Result<RecordsPatch> {
  const start = startFlicks + head;
  if (start < 0 || (head < 0 && !isPlaceFree(index, item.trackId, start, startFlicks, item.id))) {
    return refuse('timeline.place-taken', { atFlicks: start });
  }
  if (tail < 0 && !isPlaceFree(index, item.trackId, endFlicks, endFlicks - tail, item.id)) {
    return refuse('timeline.place-taken', { atFlicks: endFlicks });
  }
  const draft = new PatchDraft();
  const { anchor } = item;
  draft.update('item', item, trimmed(item, head, tail));
  if (anchor?.to === 'item') {
    draft.update('item', item, { anchor: { ...anchor, offsetFlicks: anchor.offsetFlicks + head } });
  } else if (anchor?.to === 'time') {
    draft.update('item', item, { anchor: { ...anchor, atFlicks: anchor.atFlicks + head } });
  }
  return ok(draft.toPatch());
}
