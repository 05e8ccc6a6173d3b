import type { ItemId, TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Anchor } from '../records.ts';
import { trackOfKind } from '../standard-tracks.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findOnMain } from './find-item.ts';
import { type NewId, replaceByGap } from './main-edits.ts';
import { isPlaceFree, takes } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface LiftItem {
  readonly itemId: ItemId;
  /** Null for the first track that shows its kind, which is made when there is none. */
  readonly trackId: TrackId | null;
  readonly newId: NewId;
}

/**
 * Moves a clip or title from the main track to another one at the same time, and leaves a gap. What was anchored to it
 * keeps its place, its captions included; transitions at its edges are removed. At most four items.
 */
export function liftItem(index: TimelineIndex, { itemId, trackId, newId }: LiftItem): Result<RecordsPatch> {
  const found = findOnMain(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, endFlicks } = found.value;
  if (item.kind !== 'clip' && item.kind !== 'title')
    return refuse('timeline.wrong-kind', { kind: item.kind });
  const draft = new PatchDraft();
  const kind = item.kind === 'clip' ? 'video' : 'title';
  const track =
    trackId === null
      ? trackOfKind(draft, index.tracks.values(), kind, item.projectId)
      : index.tracks.get(trackId);
  if (track === undefined || !takes(track, item.kind)) return refuse('timeline.no-track', { trackId });
  if (!isPlaceFree(index, track.id, startFlicks, endFlicks, null)) {
    return refuse('timeline.place-taken', { atFlicks: startFlicks });
  }
  const hold = replaceByGap(draft, index, item, newId, 'keep');
  const anchor: Anchor =
    hold.itemId === null
      ? { to: 'time', atFlicks: startFlicks }
      : { to: 'item', itemId: hold.itemId, offsetFlicks: hold.shiftFlicks };
  draft.update('item', item, { trackId: track.id, anchor });
  return ok(draft.toPatch());
}
