import type { TakeId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Take } from '../take.ts';

/** The takes of these ids, each once. Refuses `take.not-found` where one is not among them. */
export function findTakes(takes: readonly Take[], takeIds: readonly TakeId[]): Result<Take[]> {
  const byId = new Map(takes.map((take) => [take.id, take]));
  const found: Take[] = [];
  for (const id of new Set(takeIds)) {
    const take = byId.get(id);
    if (take === undefined) {
      return fail('take.not-found', 'A take is not in this project any more. Nothing was changed.');
    }
    found.push(take);
  }
  return ok(found);
}
