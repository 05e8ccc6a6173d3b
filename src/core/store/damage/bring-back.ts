import type { Job, JobState } from '../../../domain/jobs/job.ts';
import {
  addChange,
  type EntityName,
  entityNames,
  patchOf,
  type RecordChange,
  type Row,
  updateChange,
} from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { deviceOf } from '../../../domain/sync/row-registers.ts';
import type { Store } from '../store.ts';
import { rowsFromSnapshots } from './repair-rows.ts';
import type { Salvaged } from './salvage.ts';

/**
 * Puts every row that could be read into a new, empty store, and for those that are there but bad the ones of the
 * safety copies; how many there were of each.
 */
export function bringBackEverything(
  store: Store,
  salvaged: Salvaged,
): { readonly read: number; readonly copied: number } {
  let read = 0;
  for (const entity of entityNames) {
    const rows = salvaged.tables.get(entity)?.rows ?? [];
    write(
      store,
      rows.map((row) => addChange(entity, entity === 'job' ? ofThisDevice(store, salvaged, row) : row)),
    );
    read += rows.length;
  }
  store.charges.bringBack(salvaged.charges);
  const bad = [...salvaged.tables].flatMap(([entity, table]) => table.bad.map((id) => ({ entity, id })));
  const copies = rowsFromSnapshots(store.home, bad);
  write(
    store,
    [...copies].map(([{ entity }, row]) => addChange(entity, row)),
  );
  return { read, copied: copies.size };
}

/** A new database is a device of its own, which goes on with the jobs of the damaged one. */
function ofThisDevice({ deviceId }: Store, { lastStamp }: Salvaged, job: Row): Row {
  const wasOwn = lastStamp === '' || job['deviceId'] === deviceOf(lastStamp);
  return wasOwn && job['deviceId'] !== undefined ? { ...job, deviceId } : job;
}

const paidFor = ['asset', 'take', 'job'] as const satisfies readonly EntityName[];

/** Not sent as far as a safety copy knows; the damaged file may have known better. */
const unsentStates: readonly JobState[] = ['draft', 'queued'];

/**
 * After an older state was restored: takes jobs, takes and library entries over from the damaged file, so that nothing
 * paid for is forgotten. Where its jobs could not be read whole, a paid job that looks unsent becomes `unknown`: it
 * may have been sent after the safety copy was made, and nothing is paid for twice without asking.
 */
export function bringBackPaidWork(store: Store, salvaged: Salvaged): void {
  for (const entity of paidFor) {
    const changes: (RecordChange | null)[] = [];
    for (const row of salvaged.tables.get(entity)?.rows ?? []) {
      const here = store.row(entity, row.id);
      if (here === null) changes.push(addChange(entity, row));
      else if (entity === 'job') changes.push(updateChange<Row>(entity, here as unknown as Row, row));
    }
    write(store, changes);
  }
  store.charges.bringBack(salvaged.charges);
  const jobs = salvaged.tables.get('job');
  if (jobs?.complete && jobs.bad.length === 0) return;
  const seen = new Set(jobs?.rows.map((row) => row.id));
  for (const project of store.projects()) {
    const doubtful = store.rows('job', project.id).filter((job) => !seen.has(job.id) && mayHaveBeenSent(job));
    write(
      store,
      doubtful.map((job) => updateChange<Job>('job', job, lostSight)),
    );
  }
}

function mayHaveBeenSent(job: Job): boolean {
  return job.estimateUsdMicros > 0 && unsentStates.includes(job.state);
}

const lostSight: Partial<Job> = {
  state: 'unknown',
  faultCode: 'store.job-lost-sight-of',
  faultMessage:
    'The database was damaged, and an older copy of it does not know whether this paid request was sent. It is not sent again by itself.',
};

function write(store: Store, changes: readonly (RecordChange | null)[]): void {
  const patch = patchOf(changes);
  if (patch.changes.length === 0) return;
  unwrap(store.commit(patch, { projectId: null, label: 'Repair', undoable: false }));
}
