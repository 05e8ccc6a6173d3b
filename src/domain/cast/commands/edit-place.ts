import type { z } from 'zod';
import { deriveId } from '../../kernel/derive-id.ts';
import { PlaceId, type ProjectId } from '../../kernel/ids.ts';
import { compareByOrder, keyBetween } from '../../kernel/order.ts';
import { addChange, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { definedFields } from '../../scenes/commands/defined-fields.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { findPlace } from '../find-place.ts';
import { Place } from '../place.ts';

/** What a person may set on a place. */
export const PlaceEdit = Place.pick({ description: true, referenceAssetIds: true }).partial();
export type PlaceEdit = z.infer<typeof PlaceEdit>;

/**
 * Describes a place by the name that scenes and shots have for it, compared without case; it gets a row with its first
 * description. What is changed is in every prompt of the place, so its takes become stale.
 *
 * Refusals: `place.no-name`.
 */
export function editPlace(
  places: readonly Place[],
  projectId: ProjectId,
  name: string,
  edit: PlaceEdit,
): Result<RecordsPatch> {
  const words = name.trim();
  if (words === '') return fail('place.no-name', 'A place needs a name. Nothing was changed.');
  const fields = definedFields(edit);
  const known = findPlace(places, words);
  if (known !== null) {
    const editedFields = markEdited(known.editedFields, Object.keys(fields));
    return ok(patchOf([updateChange<Place>('place', known, { ...fields, editedFields })]));
  }
  const place: Place = {
    id: PlaceId.parse(deriveId('place', projectId, words.toLowerCase())),
    projectId,
    order: keyBetween([...places].sort(compareByOrder).at(-1)?.order ?? null, null),
    name: words,
    description: null,
    referenceAssetIds: [],
    ...fields,
    editedFields: Object.keys(fields).sort(),
  };
  return ok(patchOf([addChange('place', place)]));
}
