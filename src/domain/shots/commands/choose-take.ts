import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Shot } from '../shot.ts';
import { requireShot } from './breakdown-rows.ts';

/** What choosing needs to know of a take. */
export interface TakeChoice {
  readonly id: TakeId;
  readonly shotId: string;
  readonly kind: 'still' | 'clip';
}

/**
 * Chooses a take of a shot as its still or its clip, or none (`take` null). The timeline follows by its live link.
 *
 * Refusals: `shot.not-found`, `shot.foreign-take`, `shot.wrong-take-kind`.
 */
export function chooseTake(
  shots: readonly Shot[],
  shotId: string,
  kind: 'still' | 'clip',
  take: TakeChoice | null,
): Result<RecordsPatch> {
  const found = requireShot(shots, shotId);
  if (!found.ok) return found;
  if (take !== null && take.shotId !== shotId) {
    return fail(
      'shot.foreign-take',
      'This take was made for another shot. The choice is unchanged; import its file to use it here.',
    );
  }
  if (take !== null && take.kind !== kind) {
    return fail(
      'shot.wrong-take-kind',
      `This take is a ${take.kind}, not a ${kind}. The choice is unchanged.`,
    );
  }
  const chosen: Partial<Shot> =
    kind === 'still' ? { chosenStillId: take?.id ?? null } : { chosenClipId: take?.id ?? null };
  return ok(patchOf([updateChange<Shot>('shot', found.value, chosen)]));
}
