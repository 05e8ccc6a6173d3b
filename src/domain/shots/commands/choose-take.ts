import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Shot } from '../shot.ts';
import { requireShot } from './breakdown-rows.ts';

/** The kinds of take that a shot shows or speaks, each with the field that names the chosen one. */
const chosenField = {
  still: 'chosenStillId',
  clip: 'chosenClipId',
  speech: 'chosenSpeechId',
} as const satisfies Record<string, keyof Shot>;

/** What choosing needs to know of a take. */
export interface TakeChoice {
  readonly id: TakeId;
  readonly shotId: string | null;
  readonly kind: string;
}

/**
 * Chooses a take of a shot as its still or its clip, or none (`take` null). The timeline follows by its live link.
 *
 * Refusals: `shot.not-found`, `shot.foreign-take`, `shot.wrong-take-kind`.
 */
export function chooseTake(
  shots: readonly Shot[],
  shotId: string,
  kind: string,
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
  const field = Object.entries(chosenField).find(([known]) => known === kind)?.[1];
  if (field === undefined) {
    return fail('shot.wrong-take-kind', `A shot has no ${kind} of its own. The choice is unchanged.`);
  }
  const chosen: Partial<Shot> = { [field]: take?.id ?? null };
  return ok(patchOf([updateChange<Shot>('shot', found.value, chosen)]));
}
