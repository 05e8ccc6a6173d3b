import type { QueueChoice, QueueFilter, QueueRow } from '../../../../contract/queue.ts';
import type { QueueGroup } from '../../../../domain/jobs/queue-group.ts';
import type { JobId } from '../../../../domain/kernel/ids.ts';

/** What is chosen in the list: single jobs with what was known of them, or everything that the filter names. */
export type Chosen =
  | { readonly all: true }
  | { readonly all: false; readonly rows: ReadonlyMap<JobId, QueueRow> };

export const nothingChosen: Chosen = { all: false, rows: new Map() };

export function isChosen(chosen: Chosen, jobId: JobId): boolean {
  return chosen.all || chosen.rows.has(jobId);
}

export function countOf(chosen: Chosen, total: number): number {
  return chosen.all ? total : chosen.rows.size;
}

/** One more or one less. From "everything" one begins with that one alone. */
export function toggled(chosen: Chosen, row: QueueRow): Chosen {
  if (chosen.all) return onlyOne(row);
  const rows = new Map(chosen.rows);
  if (!rows.delete(row.jobId)) rows.set(row.jobId, row);
  return { all: false, rows };
}

export function onlyOne(row: QueueRow): Chosen {
  return { all: false, rows: new Map([[row.jobId, row]]) };
}

/** Those between two places of the list, as far as they are known. */
export function between(rowAt: (index: number) => QueueRow | null, from: number, to: number): Chosen {
  const rows = new Map<JobId, QueueRow>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const row = rowAt(index);
    if (row !== null) rows.set(row.jobId, row);
  }
  return { all: false, rows };
}

/** What may be done with any of them; with everything, what the groups in sight allow. */
export function mayOf(chosen: Chosen, groups: readonly QueueGroup[]): ReadonlySet<QueueRow['may'][number]> {
  if (!chosen.all) return new Set([...chosen.rows.values()].flatMap(({ may }) => may));
  const may = new Set<QueueRow['may'][number]>();
  if (groups.includes('waiting') || groups.includes('running')) may.add('cancel');
  if (groups.includes('attention') || groups.includes('failed')) may.add('again');
  if (groups.includes('attention')) may.add('drop');
  return may;
}

/** The same as the studio is asked for it: of everything, only the groups that it concerns. */
export function whichOf(
  chosen: Chosen,
  filter: QueueFilter,
  groups: readonly QueueGroup[],
  what: 'cancel' | 'again' | 'drop',
): QueueChoice | null {
  if (!chosen.all) {
    const jobIds = [...chosen.rows.values()]
      .filter(({ may }) => may.includes(what) || (what === 'again' && may.includes('collect')))
      .map(({ jobId }) => jobId);
    return jobIds.length === 0 ? null : { jobIds: jobIds.slice(0, 1_000) };
  }
  const concerned = groups.filter((group) => concerns[what].includes(group));
  return concerned.length === 0 ? null : { filter, groups: concerned };
}

const concerns: Readonly<Record<'cancel' | 'again' | 'drop', readonly QueueGroup[]>> = {
  cancel: ['waiting', 'running'],
  again: ['attention', 'failed'],
  drop: ['attention'],
};
