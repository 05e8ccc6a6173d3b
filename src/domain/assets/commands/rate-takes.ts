import type { TakeId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Take } from '../take.ts';
import { findTakes } from './find-takes.ts';

/** Rates takes from 1 to 5, or takes their ratings back (null). Refuses `take.not-found`. */
export function rateTakes(
  takes: readonly Take[],
  takeIds: readonly TakeId[],
  rating: Take['rating'],
): Result<RecordsPatch> {
  const found = findTakes(takes, takeIds);
  if (!found.ok) return found;
  return ok(patchOf(found.value.map((take) => updateChange<Take>('take', take, { rating }))));
}
