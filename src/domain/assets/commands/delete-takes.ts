import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, removeChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Take } from '../take.ts';
import { findTakes } from './find-takes.ts';

/**
 * Removes takes that the film does not show. Their files stay.
 *
 * Refusals: `take.not-found`, `take.chosen` for one that it shows: then none is removed.
 */
export function deleteTakes(
  takes: readonly Take[],
  chosen: ReadonlySet<TakeId>,
  takeIds: readonly TakeId[],
): Result<RecordsPatch> {
  const found = findTakes(takes, takeIds);
  if (!found.ok) return found;
  if (found.value.some(({ id }) => chosen.has(id))) {
    return fail(
      'take.chosen',
      'A take is the one that its shot shows. Nothing was deleted. Choose another take for the shot first.',
    );
  }
  return ok(patchOf(found.value.map((take) => removeChange('take', take))));
}
