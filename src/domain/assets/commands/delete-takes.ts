import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, removeChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Take } from '../take.ts';

/** What deleting needs to know of a shot: which takes it shows. */
export interface ChoosingShot {
  readonly chosenStillId: TakeId | null;
  readonly chosenClipId: TakeId | null;
}

/**
 * Removes takes that no shot shows. Their files stay.
 *
 * Refusals: `take.not-found`, `take.chosen` for one that a shot shows: then none is removed.
 */
export function deleteTakes(
  takes: readonly Take[],
  shots: readonly ChoosingShot[],
  takeIds: readonly TakeId[],
): Result<RecordsPatch> {
  const byId = new Map(takes.map((take) => [take.id, take]));
  const chosen = new Set(shots.flatMap(({ chosenStillId, chosenClipId }) => [chosenStillId, chosenClipId]));
  const found: Take[] = [];
  for (const id of new Set(takeIds)) {
    const take = byId.get(id);
    if (take === undefined) {
      return fail('take.not-found', 'A take is not in this project any more. Nothing was deleted.');
    }
    if (chosen.has(id)) {
      return fail(
        'take.chosen',
        'A take is the one that its shot shows. Nothing was deleted. Choose another take for the shot first.',
      );
    }
    found.push(take);
  }
  return ok(patchOf(found.map((take) => removeChange('take', take))));
}
