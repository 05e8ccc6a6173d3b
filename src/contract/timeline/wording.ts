import { z } from 'zod';
import { ItemId, TrackId } from '../../domain/kernel/ids.ts';
import { TitleStyle } from '../../domain/timeline/records.ts';
import { editRow } from '../base.ts';
import { DurationFlicks, LongText, ShortText, TimeFlicks, withWords } from '../bounds.ts';

const placing = {
  /** null: the first track of the kind, which is made when there is none. */
  trackId: TrackId.nullable(),
  atFlicks: TimeFlicks,
  durationFlicks: DurationFlicks,
};
const title = { text: withWords(LongText), style: TitleStyle };
const caption = { text: withWords(z.string().max(2_000)), speaker: withWords(ShortText).nullable() };

/** Titles and captions. They are moved, trimmed, split and deleted like any item. */
export const wordingRows = {
  addTitle: editRow({ ...placing, ...title, fadeInFlicks: TimeFlicks, fadeOutFlicks: TimeFlicks }),
  editTitle: editRow({ itemId: ItemId, ...title }),
  addCaption: editRow({ ...placing, ...caption }),
  /** Assembly leaves the captions of a shot alone once one of them was edited. */
  editCaption: editRow({ itemId: ItemId, ...caption }),
};
