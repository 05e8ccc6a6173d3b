import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Take } from '../take.ts';
import { findTakes } from './find-takes.ts';

/**
 * Puts takes away: they stay, out of sight, until they are brought back or deleted. Those that are away stay as they are.
 *
 * Refusals: `take.not-found`, `take.chosen` for one that the film shows: then none is put away.
 */
export function putTakesAway(
  takes: readonly Take[],
  chosen: ReadonlySet<TakeId>,
  takeIds: readonly TakeId[],
  nowMs: number,
): Result<RecordsPatch> {
  const found = findTakes(takes, takeIds);
  if (!found.ok) return found;
  if (found.value.some(({ id }) => chosen.has(id))) {
    return fail(
      'take.chosen',
      'A take is in use in the film. Nothing was put away. Choose another take in its place first.',
    );
  }
  return ok(
    patchOf(
      found.value
        .filter(({ discardedAtMs }) => discardedAtMs === null)
        .map((take) => updateChange<Take>('take', take, { discardedAtMs: nowMs })),
    ),
  );
}

/** Brings takes back that were put away; others stay as they are. Refuses `take.not-found`. */
export function bringTakesBack(takes: readonly Take[], takeIds: readonly TakeId[]): Result<RecordsPatch> {
  const found = findTakes(takes, takeIds);
  if (!found.ok) return found;
  return ok(patchOf(found.value.map((take) => updateChange<Take>('take', take, { discardedAtMs: null }))));
}
