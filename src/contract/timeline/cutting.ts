import { z } from 'zod';
import { ItemId, ShotId, TrackId } from '../../domain/kernel/ids.ts';
import { editRow } from '../base.ts';
import { DragFlicks, ShiftFlicks, TimeFlicks } from '../bounds.ts';
import { NewClipInput } from './new-clip.ts';

const edge = z.enum(['start', 'end']);

/** Bringing clips in and cutting them. */
export const cuttingRows = {
  /** Puts a clip behind the last item of the main track. */
  append: editRow({ clip: NewClipInput }),
  /** Puts a clip into the main track; everything from there on begins later. */
  insert: editRow({ clip: NewClipInput, atFlicks: TimeFlicks }),
  /** Puts a clip onto the main track over what is there; nothing moves. */
  overwrite: editRow({ clip: NewClipInput, atFlicks: TimeFlicks }),
  /** Puts a clip straight onto a video or audio track at a time; null for the first of the medium's kind, made when there is none. */
  placeNew: editRow({ clip: NewClipInput, trackId: TrackId.nullable(), atFlicks: TimeFlicks }),
  /** Cuts an item in two; the second part is in `added`. */
  split: editRow({ itemId: ItemId, atFlicks: TimeFlicks }),
  /** Cuts everything at a time, on every track, but captions; the second parts are in `added`. */
  splitAll: editRow({ atFlicks: TimeFlicks }),
  /** Makes a clip follow a shot's chosen take; null lets it stay with the medium it has. */
  linkToShot: editRow({ itemId: ItemId, shotId: ShotId.nullable() }),
  /** Drags an edge to a time on the timeline and moves nothing else; on the main track a gap opens or closes. */
  trim: editRow({ itemId: ItemId, edge, toFlicks: DragFlicks }),
  /** Drags an edge of a main-track item to a time; everything behind it comes along. */
  rippleTrim: editRow({ itemId: ItemId, edge, toFlicks: DragFlicks }),
  /** Drags the cut behind a main-track item to a time: one side gets longer by what the other loses. */
  roll: editRow({ leftItemId: ItemId, toFlicks: DragFlicks }),
  /** Shows another stretch of the clip's medium: a later one when positive. */
  slip: editRow({ itemId: ItemId, byFlicks: ShiftFlicks }),
  /** Moves a main-track item between its neighbours, which make room. */
  slide: editRow({ itemId: ItemId, byFlicks: ShiftFlicks }),
};
