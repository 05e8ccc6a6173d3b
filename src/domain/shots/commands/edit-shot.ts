import type { z } from 'zod';
import type { CastMember } from '../../cast/cast-member.ts';
import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type FrameRate, frameFlicks, secondsToFlicks } from '../../kernel/time.ts';
import { definedFields } from '../../scenes/commands/defined-fields.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { Shot } from '../shot.ts';
import { requireShot } from './breakdown-rows.ts';

/** What a person may set on a shot. */
export const ShotEdit = Shot.pick({
  kind: true,
  size: true,
  angle: true,
  move: true,
  lensMm: true,
  description: true,
  subject: true,
  dialogue: true,
  characters: true,
  setting: true,
  place: true,
  timeOfDay: true,
  mood: true,
  durationFlicks: true,
  transitionOut: true,
  promptOverride: true,
})
  .partial()
  // Without the defaults that complete older rows: what is not said is not changed.
  .extend({
    promptParts: Shot.shape.promptParts.unwrap().optional(),
    seed: Shot.shape.seed.unwrap().optional(),
  });
export type ShotEdit = z.infer<typeof ShotEdit>;

/** Lenses that a person may ask for, millimetres. */
const lensRangeMm = { least: 4, most: 2_000 } as const;
const longestHandShotSeconds = 600;

/**
 * Sets fields of a shot by hand; a later breakdown leaves them alone.
 *
 * Refusals: `shot.not-found`, `shot.empty-description`, `shot.bad-lens`, `shot.bad-duration` (not whole frames, or over
 * ten minutes), `shot.unknown-character`.
 */
export function editShot(
  shots: readonly Shot[],
  cast: readonly Pick<CastMember, 'name'>[],
  rate: FrameRate,
  shotId: string,
  edit: ShotEdit,
): Result<RecordsPatch> {
  const found = requireShot(shots, shotId);
  if (!found.ok) return found;
  const refusal = checkEdit(cast, rate, edit);
  if (!refusal.ok) return refusal;
  const shot = found.value;
  const fields = definedFields(edit);
  const change = updateChange<Shot>('shot', shot, fields);
  if (change === null || change.kind !== 'update') return ok(emptyPatch);
  const editedFields = markEdited(shot.editedFields, Object.keys(change.fields));
  return ok(patchOf([updateChange<Shot>('shot', shot, { ...fields, editedFields })]));
}

/** Whether the values of an edit can be; also for shots that are added. */
export function checkEdit(
  cast: readonly Pick<CastMember, 'name'>[],
  rate: FrameRate,
  edit: ShotEdit,
): Result<null> {
  const { description, lensMm, durationFlicks, characters } = edit;
  if (description !== undefined && description.trim() === '') {
    return fail(
      'shot.empty-description',
      'A shot needs a description. The old one is kept; write what the camera sees.',
    );
  }
  if (lensMm !== undefined && !(lensMm >= lensRangeMm.least && lensMm <= lensRangeMm.most)) {
    return fail(
      'shot.bad-lens',
      `A lens of ${lensMm} mm does not exist. The old one is kept; give ${lensRangeMm.least} to ${lensRangeMm.most} mm.`,
    );
  }
  const frame = frameFlicks(rate);
  if (
    durationFlicks !== undefined &&
    (durationFlicks < frame ||
      durationFlicks % frame !== 0 ||
      durationFlicks > secondsToFlicks(longestHandShotSeconds))
  ) {
    return fail(
      'shot.bad-duration',
      'A shot lasts a whole number of frames, from one frame to ten minutes. The old length is kept.',
    );
  }
  const names = new Set(cast.map(({ name }) => name));
  const stranger = characters?.find((name) => !names.has(name));
  if (stranger !== undefined) {
    return fail(
      'shot.unknown-character',
      `"${stranger}" is not in the cast. The shot is unchanged; add them to the cast first.`,
    );
  }
  return ok(null);
}
