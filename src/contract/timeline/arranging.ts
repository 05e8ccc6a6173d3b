import { z } from 'zod';
import { ItemId, TrackId } from '../../domain/kernel/ids.ts';
import { TrackRole } from '../../domain/timeline/records.ts';
import { editRow } from '../base.ts';
import { ShiftFlicks, ShortText, TimeFlicks } from '../bounds.ts';

/** Moving items, taking them away, and the tracks they are on. */
export const arrangingRows = {
  /** Moves a main-track item in front of another one; null for the end. */
  move: editRow({ itemId: ItemId, beforeItemId: ItemId.nullable() }),
  /** Moves main-track items together in front of another one; null for the end. They keep their order. */
  moveItems: editRow({ itemIds: z.array(ItemId).min(1).max(10_000), beforeItemId: ItemId.nullable() }),
  /** Copies items to a time: those of the main track are inserted there, the others keep their distances and tracks. */
  duplicateItems: editRow({ itemIds: z.array(ItemId).min(1).max(1_000), atFlicks: TimeFlicks }),
  /** Moves an item of another track in time, and to another such track unless `trackId` is null. */
  place: editRow({ itemId: ItemId, atFlicks: TimeFlicks, trackId: TrackId.nullable() }),
  /** Lifts a main-track item to another track at the same time and leaves a gap; null for the first track of its kind. */
  lift: editRow({ itemId: ItemId, trackId: TrackId.nullable() }),
  /** The same for several as one edit. */
  liftItems: editRow({ itemIds: z.array(ItemId).min(1).max(10_000), trackId: TrackId.nullable() }),
  /**
   * Brings clips of video tracks down to the main track: `insert` puts them one behind the other from a time on and what
   * follows begins later, `overwrite` keeps their distances and moves nothing.
   */
  lowerItems: editRow({
    itemIds: z.array(ItemId).min(1).max(10_000),
    atFlicks: TimeFlicks,
    way: z.enum(['insert', 'overwrite']),
  }),
  /** What an item of another track holds on to: a main-track item, or with null its time. */
  setAnchor: editRow({ itemId: ItemId, to: ItemId.nullable() }),
  /** Removes an item of any kind and moves nothing; on the main track a gap is left. */
  delete: editRow({ itemId: ItemId }),
  /** Removes a main-track item and closes its place. */
  rippleDelete: editRow({ itemId: ItemId }),
  /** Removes items of any kind as one edit; with `ripple` the main-track places close. */
  deleteItems: editRow({ itemIds: z.array(ItemId).min(1).max(10_000), ripple: z.boolean() }),
  /**
   * Moves items of other tracks together in time, as one edit, and those of a track named in `toTracks` to another such
   * track; main-track items among them are refused.
   */
  shiftItems: editRow({
    itemIds: z.array(ItemId).min(1).max(10_000),
    byFlicks: ShiftFlicks,
    toTracks: z
      .array(z.strictObject({ from: TrackId, to: TrackId }))
      .max(1_000)
      .default([]),
  }),
  /** Adds a track above the others of its kind; its id is in `added`. */
  addTrack: editRow({ kind: z.enum(['video', 'audio', 'title', 'caption']), name: ShortText }),
  renameTrack: editRow({ trackId: TrackId, name: ShortText }),
  /** Puts a track above another one, or lowest for null. The main track moves too; what is higher draws on top. */
  moveTrack: editRow({ trackId: TrackId, aboveTrackId: TrackId.nullable() }),
  /** Removes a track with all that is on it. The main track stays. */
  deleteTrack: editRow({ trackId: TrackId }),
  /** Mutes or hides a track. */
  setTrack: editRow({ trackId: TrackId, muted: z.boolean(), hidden: z.boolean() }),
  /**
   * Says what a track of sound is for (null: a person's own), and whether a track goes down under dialogue, the film's own sound
   * included; what is left out stays.
   */
  setTrackSound: editRow({
    trackId: TrackId,
    role: TrackRole.nullable().optional(),
    ducks: z.boolean().optional(),
  }),
};
