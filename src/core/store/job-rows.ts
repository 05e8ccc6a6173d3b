import type Database from 'better-sqlite3';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import { isMadeElsewhere, mayMoveElsewhere, statesUnderWay } from '../../domain/jobs/made-elsewhere.ts';
import { reservingStates } from '../../domain/jobs/transitions.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { updateChange } from '../../domain/kernel/patch.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import type { WritePath } from './commit.ts';
import { isHeldThere } from './held-there.ts';
import { type RowStatements, selectFrom } from './row-statements.ts';
import { entityCodecs } from './schema/entity-codec.ts';
import type { DeviceSpend, JobRows, QueuedJob, Spend } from './store.ts';
import type { Transactions } from './transactions.ts';

export interface JobRowsParts {
  readonly db: Database.Database;
  readonly rows: RowStatements;
  readonly writePath: WritePath;
  readonly transactions: Transactions;
}

/** Jobs that this device asked for, or that are from before devices were told apart; it runs no others. */
const ours = "(deviceId IS NULL OR deviceId = (SELECT value FROM meta WHERE key = 'deviceId'))";

const reserving: ReadonlySet<JobState> = new Set(reservingStates);
const ended: ReadonlySet<JobState> = new Set(['done', 'failed', 'cancelled', 'expired']);

/** Whether a job in this state is settled: what it was charged is known, or as good as known. */
export const hasEnded = (state: JobState): boolean => ended.has(state);

/** What never sent a byte cannot have been charged, unless the provider says so. */
export const chargedSum = 'sum(coalesce(costUsdMicros, iif(submits > 0, estimateUsdMicros, 0)))';

interface StateSum {
  readonly state: JobState;
  readonly estimated: number;
  readonly charged: number;
}

export function createJobRows({ db, rows, writePath, transactions }: JobRowsParts): JobRows {
  const codec = entityCodecs.job;
  const jobOf = (found: unknown): Job => codec.decode(found) as unknown as Job;

  // One state at a time, so that the index gives each in order of age and the limit stops early.
  const dueIn = db.prepare(
    `SELECT id, createdAtMs FROM jobs INDEXED BY jobs_due
     WHERE state = @state AND notBeforeMs <= @nowMs AND (@provider IS NULL OR provider = @provider) AND ${ours}
     ORDER BY createdAtMs, id LIMIT @limit`,
  );
  const nextIn = db
    .prepare(`SELECT min(notBeforeMs) FROM jobs WHERE state = ? AND notBeforeMs > ? AND ${ours}`)
    .pluck();
  const countIn = db
    .prepare(
      `SELECT count(*) FROM jobs
       WHERE state = @state AND (@provider IS NULL OR provider = @provider) AND ${ours}`,
    )
    .pluck();
  const queuedOnes = db.prepare(
    `SELECT id, projectId, provider, createdAtMs, notBeforeMs FROM jobs INDEXED BY jobs_due
     WHERE state = 'queued' AND (@provider IS NULL OR provider = @provider)
       AND (@projectId IS NULL OR projectId = @projectId)
       AND (@batchId IS NULL OR batchId = @batchId)
       AND (@kind IS NULL OR json_extract(request, '$.kind') = @kind) AND ${ours}
     ORDER BY createdAtMs, id`,
  );
  const failedOnes = db.prepare(
    `${selectFrom(codec)} INDEXED BY jobs_due
     WHERE state = 'failed' AND handle IS NOT NULL AND faultCode IN (SELECT value FROM json_each(?)) AND ${ours}
     ORDER BY createdAtMs, id`,
  );
  const digest = db.prepare(
    `${selectFrom(codec)} INDEXED BY jobs_by_digest
     WHERE projectId = ? AND requestDigest = ? ORDER BY createdAtMs DESC, id DESC`,
  );
  // One pass over the index, a sum a state.
  const sums = db.prepare(
    `SELECT state, sum(estimateUsdMicros) AS estimated, ${chargedSum} AS charged
     FROM jobs INDEXED BY jobs_spend WHERE projectId = ? GROUP BY state`,
  );
  const spend = (projectId: ProjectId): Spend => {
    let reservedUsdMicros = 0;
    let chargedUsdMicros = 0;
    for (const found of sums.iterate(projectId)) {
      const { state, estimated, charged } = found as StateSum;
      if (reserving.has(state)) reservedUsdMicros += estimated;
      else if (hasEnded(state)) chargedUsdMicros += charged;
    }
    return { reservedUsdMicros, chargedUsdMicros };
  };

  const sumsByDevice = db.prepare(
    `SELECT state, deviceId, sum(estimateUsdMicros) AS estimated, ${chargedSum} AS charged
     FROM jobs INDEXED BY jobs_spend WHERE projectId = ? GROUP BY state, deviceId`,
  );
  const nothing: DeviceSpend = { reservedUsdMicros: 0, chargedUsdMicros: 0, queuedUsdMicros: 0 };
  const spendByDevice = (projectId: ProjectId): ReadonlyMap<string | null, DeviceSpend> => {
    const found = new Map<string | null, DeviceSpend>();
    for (const sum of sumsByDevice.iterate(projectId)) {
      const { state, deviceId: device, estimated, charged } = sum as StateSum & { deviceId: string | null };
      const own = found.get(device) ?? nothing;
      if (reserving.has(state))
        found.set(device, { ...own, reservedUsdMicros: own.reservedUsdMicros + estimated });
      else if (hasEnded(state))
        found.set(device, { ...own, chargedUsdMicros: own.chargedUsdMicros + charged });
      else if (state === 'queued') found.set(device, { ...own, queuedUsdMicros: estimated });
    }
    return found;
  };

  const holder = db
    .prepare(`SELECT id FROM jobs WHERE provider = ? AND json_extract(handle, '$.requestId') = ? LIMIT 1`)
    .pluck();

  const collectable = db.prepare(
    `${selectFrom(codec)} INDEXED BY jobs_due
     WHERE state IN ('submitted', 'running', 'fetching') AND ${isHeldThere} AND sentAtMs < ? AND NOT ${ours}
     ORDER BY createdAtMs, id`,
  );
  const elsewhere = db.prepare(
    `${selectFrom(codec)} INDEXED BY jobs_spend
     WHERE projectId = ? AND state IN (${statesUnderWay.map((state) => `'${state}'`).join(', ')})
       AND estimateUsdMicros > 0 AND NOT ${ours}
     ORDER BY createdAtMs, id`,
  );
  const deviceId = db.prepare("SELECT value FROM meta WHERE key = 'deviceId'").pluck();

  const readJob = (id: JobId): Job | null => rows.select('job', id) as Job | null;

  return {
    transition(id, from, next) {
      return transactions.run(() => {
        // The transaction holds SQLite's write lock from its first statement, so nobody moves the job in between.
        const job = readJob(id);
        if (job === null || !from.includes(job.state)) return null;
        if (isMadeElsewhere(job, deviceId.get() as string)) {
          const hasHandle = next.handle !== undefined && next.handle !== null;
          if (!mayMoveElsewhere(job, next.state ?? job.state, hasHandle)) return null;
        }
        const change = updateChange<Job>('job', job, next);
        if (change === null) return job;
        const done = writePath.commit(
          { changes: [change] },
          { projectId: job.projectId, label: 'Job step', undoable: false },
        );
        if (!done.ok) throw new FaultError(done.fault);
        return { ...job, ...next };
      });
    },
    due(states, provider, nowMs, limit) {
      type Due = { readonly id: JobId; readonly createdAtMs: number };
      return states
        .flatMap((state) => dueIn.all({ state, nowMs, provider, limit }) as Due[])
        .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => readJob(id))
        .filter((job) => job !== null);
    },
    nextDueMs(states, nowMs) {
      const times = states.map((state) => nextIn.get(state, nowMs) as number | null);
      const coming = times.filter((time) => time !== null);
      return coming.length === 0 ? null : Math.min(...coming);
    },
    count: (states, provider) =>
      states.reduce((sum, state) => sum + (countIn.get({ state, provider }) as number), 0),
    queued: (filter = {}) =>
      queuedOnes.all({
        projectId: null,
        provider: null,
        batchId: null,
        kind: null,
        ...filter,
      }) as QueuedJob[],
    failedWith: (faultCodes) => failedOnes.all(JSON.stringify(faultCodes)).map(jobOf),
    leftElsewhere: (sentBeforeMs) => collectable.all(sentBeforeMs).map(jobOf),
    underWayElsewhere: (projectId) => elsewhere.all(projectId).map(jobOf),
    byDigest: (projectId, requestDigest) => digest.all(projectId, requestDigest).map(jobOf),
    spend,
    spendByDevice,
    holderOf: (provider, requestId) => (holder.get(provider, requestId) as JobId | undefined) ?? null,
  };
}
