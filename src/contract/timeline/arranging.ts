import { z } from 'zod';
import { ItemId, TrackId } from '../../domain/kernel/ids.ts';
import { editRow } from '../base.ts';
import { TimeFlicks } from '../bounds.ts';

/** Moving items, taking them away, and the tracks they are on. */
export const arrangingRows = {
  /** Moves a main-track item in front of another one; null for the end. */
  move: editRow({ itemId: ItemId, beforeItemId: ItemId.nullable() }),
  /** Moves an item of another track in time, and to another such track unless `trackId` is null. */
  place: editRow({ itemId: ItemId, atFlicks: TimeFlicks, trackId: TrackId.nullable() }),
  /** Lifts a main-track item to another track at the same time and leaves a gap; null for the first track of its kind. */
  lift: editRow({ itemId: ItemId, trackId: TrackId.nullable() }),
  /** What an item of another track holds on to: a main-track item, or with null its time. */
  setAnchor: editRow({ itemId: ItemId, to: ItemId.nullable() }),
  /** Removes an item of any kind and moves nothing; on the main track a gap is left. */
  delete: editRow({ itemId: ItemId }),
  /** Removes a main-track item and closes its place. */
  rippleDelete: editRow({ itemId: ItemId }),
  /** Mutes or hides a track. */
  setTrack: editRow({ trackId: TrackId, muted: z.boolean(), hidden: z.boolean() }),
};
