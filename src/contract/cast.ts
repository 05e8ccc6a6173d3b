import { z } from 'zod';
import { MemberEdit } from '../domain/cast/commands/edit-member.ts';
import { PlaceEdit } from '../domain/cast/commands/edit-place.ts';
import { AssetId, CastId } from '../domain/kernel/ids.ts';
import { editRow } from './base.ts';
import { LongText, ShortText, withWords } from './bounds.ts';

const References = z.array(AssetId).max(20);

/** Characters and places: what they look like is in every prompt that they appear in. */
export const cast = {
  /** Sets fields by hand; later breakdowns leave them alone. */
  edit: editRow({
    castId: CastId,
    fields: MemberEdit.extend({
      description: LongText.nullable().optional(),
      referenceAssetIds: References.optional(),
    }).strict(),
  }),
  /** Describes a place by the name that scenes and shots have for it. */
  editPlace: editRow({
    name: withWords(ShortText),
    fields: PlaceEdit.extend({
      description: LongText.nullable().optional(),
      referenceAssetIds: References.optional(),
    }).strict(),
  }),
};
