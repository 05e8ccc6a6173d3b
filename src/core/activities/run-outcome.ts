import type { JobId } from '../../domain/kernel/ids.ts';
import type { Store } from '../store/store.ts';

/** How the jobs of a run ended beside those that are done, by their rows. */
export interface RunOutcome {
  /** The batch that most of them were asked for in; null where none was. */
  readonly batchId: string | null;
  readonly cancelled: number;
  /** Waiting for a person to confirm their price. */
  readonly held: number;
  /** Why jobs ended without a take. */
  readonly codes: readonly string[];
}

export const plainOutcome: RunOutcome = { batchId: null, cancelled: 0, held: 0, codes: [] };

export function outcomeOf(store: Pick<Store, 'row'>, asked: ReadonlySet<JobId>): RunOutcome {
  const batches = new Map<string, number>();
  const codes: string[] = [];
  let cancelled = 0;
  let held = 0;
  for (const id of asked) {
    const job = store.row('job', id);
    if (job === null) continue;
    if (job.batchId !== null) batches.set(job.batchId, (batches.get(job.batchId) ?? 0) + 1);
    if (job.state === 'cancelled') cancelled += 1;
    if (job.state === 'draft') held += 1;
    if (job.faultCode !== null && job.state !== 'done') codes.push(job.faultCode);
  }
  const [most] = [...batches].sort(([, a], [, b]) => b - a);
  return { batchId: most?.[0] ?? null, cancelled, held, codes };
}
