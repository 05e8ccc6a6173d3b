import { setImmediate as nextTurn } from 'node:timers/promises';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { PulledRow } from '../../domain/sync/row-registers.ts';
import type { SyncedRows, SyncPlace } from '../store/synced-rows.ts';

/** Rows that are merged before somebody else may be answered: some 20 ms of work and a commit. */
const rowsInPart = 400;

/** What a page leads to: the numbers that are saved with its last row. */
export interface PageEnd {
  readonly cursor: number;
  readonly pageFrom?: number;
}

/**
 * Merges a page without holding up the studio: part by part, each a durable transaction, the last of which saves where the page ends.
 * Whatever ends it between two parts, the page comes again and what is merged of it already is no news. Answers what was done: `changed`,
 * or `stale` where the project was switched off or begun again meanwhile. Faults as of `SyncedRows.merge`.
 */
export async function mergeInParts(
  rows: SyncedRows,
  place: SyncPlace,
  page: readonly PulledRow[],
  end: PageEnd,
): Promise<Result<{ readonly changed: boolean; readonly stale: boolean }>> {
  const { projectId } = place;
  let changed = false;
  let from = 0;
  for (; page.length - from > rowsInPart; from += rowsInPart) {
    const part = page.slice(from, from + rowsInPart);
    const merged = rows.merge(projectId, part, place.cursor, place.pageFrom ?? undefined);
    if (!merged.ok) return merged;
    changed ||= merged.value.changes.length > 0;
    await nextTurn();
    const now = rows.places().find((one) => one.projectId === projectId);
    if (now?.cursor !== place.cursor || now.pageFrom !== place.pageFrom) return ok({ changed, stale: true });
  }
  const merged = rows.merge(projectId, page.slice(from), end.cursor, end.pageFrom);
  if (!merged.ok) return merged;
  return ok({ changed: changed || merged.value.changes.length > 0, stale: false });
}
