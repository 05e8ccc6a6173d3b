import type { z } from 'zod';
import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { definedFields } from '../../scenes/commands/defined-fields.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { CastMember } from '../cast-member.ts';

/** What a person may set on a character. */
export const MemberEdit = CastMember.pick({ description: true, voiceOnly: true })
  .partial()
  // Without the defaults that complete older rows: what is not said is not changed.
  .extend({
    referenceAssetIds: CastMember.shape.referenceAssetIds.unwrap().optional(),
    voice: CastMember.shape.voice.unwrap().optional(),
  });
export type MemberEdit = z.infer<typeof MemberEdit>;

/**
 * Sets fields of a character by hand; a later breakdown leaves them alone. What is changed is in every prompt that the
 * character appears in, so their takes become stale.
 *
 * Refusals: `cast.not-found`.
 */
export function editMember(
  cast: readonly CastMember[],
  castId: string,
  edit: MemberEdit,
): Result<RecordsPatch> {
  const member = cast.find(({ id }) => id === castId);
  if (member === undefined) {
    return fail('cast.not-found', 'That character is not in this project any more. Nothing was changed.');
  }
  const fields = definedFields(edit);
  const change = updateChange<CastMember>('cast', member, fields);
  if (change === null || change.kind !== 'update') return ok(emptyPatch);
  const editedFields = markEdited(member.editedFields, Object.keys(change.fields));
  return ok(patchOf([updateChange<CastMember>('cast', member, { ...fields, editedFields })]));
}
