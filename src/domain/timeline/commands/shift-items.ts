import type { ItemId, TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { itemsIn } from '../queries.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced, snapped } from './find-item.ts';
import { anchorAt, takes } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface ShiftItems {
  /** Of any track but main. */
  readonly itemIds: readonly ItemId[];
  /** Later when positive; whole frames. */
  readonly byFlicks: number;
  /** Tracks whose items among these go to another such track; those of other tracks stay on theirs. */
  readonly toTracks?: readonly TrackChange[];
}

export interface TrackChange {
  readonly from: TrackId;
  readonly to: TrackId;
}

/**
 * Moves items of other tracks together in time, and to other tracks. Each holds on to the main-track item that it then
 * begins over. Refused when one of them would come before the start, over an item that stays, or over one that
 * comes from another track.
 */
export function shiftItems(
  index: TimelineIndex,
  { itemIds, byFlicks, toTracks = [] }: ShiftItems,
): Result<RecordsPatch> {
  const by = snapped(index, byFlicks);
  const moving = new Set(itemIds);
  const draft = new PatchDraft();
  const arrivals: Arrival[] = [];
  for (const itemId of moving) {
    const found = findPlaced(index, itemId);
    if (!found.ok) return found;
    const { item, startFlicks, endFlicks, onMain } = found.value;
    if (onMain) return refuse('timeline.only-on-main', { itemId });
    const atFlicks = startFlicks + by;
    if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
    const trackId = toTracks.find(({ from }) => from === item.trackId)?.to ?? item.trackId;
    arrivals.push({ from: item.trackId, trackId, atFlicks, endFlicks: endFlicks + by });
    if (by === 0 && trackId === item.trackId) continue;
    const track = index.tracks.get(trackId);
    if (track === undefined || !takes(track, item.kind)) return refuse('timeline.no-track', { trackId });
    const there = itemsIn(index, trackId, atFlicks, endFlicks + by);
    if (!there.every((placed) => moving.has(placed.item.id))) {
      return refuse('timeline.place-taken', { atFlicks });
    }
    draft.update('item', item, { trackId, anchor: anchorAt(index, atFlicks) });
  }
  const clash = clashOf(arrivals);
  return clash === null ? ok(draft.toPatch()) : refuse('timeline.place-taken', { atFlicks: clash });
}

interface Arrival {
  readonly from: TrackId;
  readonly trackId: TrackId;
  readonly atFlicks: number;
  readonly endFlicks: number;
}

/** Where two that come from different tracks would lie on each other; those of one track keep their distances. */
function clashOf(arrivals: Arrival[]): number | null {
  if (arrivals.every(({ from, trackId }) => from === trackId)) return null;
  const ends = new Map<TrackId, Arrival>();
  for (const arrival of arrivals.sort((a, b) => a.atFlicks - b.atFlicks)) {
    const last = ends.get(arrival.trackId);
    if (last !== undefined && last.from !== arrival.from && last.endFlicks > arrival.atFlicks) {
      return arrival.atFlicks;
    }
    if (last === undefined || last.endFlicks < arrival.endFlicks) ends.set(arrival.trackId, arrival);
  }
  return null;
}
