import { z } from 'zod';
import { ItemId } from '../../domain/kernel/ids.ts';
import { Transition } from '../../domain/timeline/records.ts';
import { editRow } from '../base.ts';
import { DurationFlicks, TimeFlicks } from '../bounds.ts';

/** How loud clips are, and how they come and go. */
export const blendingRows = {
  /** How a clip's picture is shown: how opaque (0…1), whether it fits or fills the frame; those left out stay. */
  setPicture: editRow({
    itemId: ItemId,
    opacity: z.number().min(0).max(1).optional(),
    fit: z.enum(['fit', 'fill']).optional(),
  }),
  /** Silences a clip's own sound, or lets it be heard again. */
  setMuted: editRow({ itemId: ItemId, muted: z.boolean() }),
  /** Sets what several clips share, as one edit; those left out stay. */
  setClips: editRow({
    itemIds: z.array(ItemId).min(1).max(10_000),
    opacity: z.number().min(0).max(1).optional(),
    fit: z.enum(['fit', 'fill']).optional(),
    gainDb: z.number().min(-60).max(12).optional(),
    muted: z.boolean().optional(),
    /** They go down under dialogue where their track does. */
    ducks: z.boolean().optional(),
    /** On tracks of sound: the medium begins again, with a cross-fade, for as long as the clip is. */
    loops: z.boolean().optional(),
  }),
  /** Decibels, −60 (silent) … +12. */
  setGain: editRow({ itemId: ItemId, gainDb: z.number().min(-60).max(12) }),
  /** Fades a clip or title in or out, in whole frames; 0 removes the fade. */
  setFade: editRow({ itemId: ItemId, edge: z.enum(['in', 'out']), durationFlicks: TimeFlicks }),
  /** Puts a transition on the cut behind a main-track item, or changes the one that is there. */
  setTransition: editRow({
    leftItemId: ItemId,
    kind: Transition.shape.kind,
    durationFlicks: DurationFlicks,
  }),
  /** Makes the cut behind an item a plain cut again. */
  removeTransition: editRow({ leftItemId: ItemId }),
};
