import type { Job } from '../../domain/jobs/job.ts';
import { isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import type { AssetId, JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, type RecordChange } from '../../domain/kernel/patch.ts';
import { FaultError, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { collectAgain, requeue } from './ask-again.ts';
import { type Engine, noteMove } from './engine.ts';
import { type EnqueueRequest, newJob } from './new-job.ts';
import { createPlacesTaken, type PlacesTaken } from './places-taken.ts';
import { standingOf } from './standing-of.ts';

/**
 * Writes the intents, all in one transaction, and returns the job of each request in order. What exists for a shot and
 * digest is returned instead of made again: open and done jobs as they are; results set aside are fetched; jobs that
 * failed unsent and free of charge go back to the queue; other failed and unknown ones stay until a retry. What
 * was free and whose file is gone is made again, as is what was cleared away.
 */
export function enqueueJobs(
  engine: Engine,
  requests: readonly EnqueueRequest[],
  isFree: (provider: string) => boolean,
): Result<Job[]> {
  const { store } = engine.options;
  try {
    const jobs = store.transaction(() => {
      const added: RecordChange[] = [];
      const fresh = new Map<JobId, Job>();
      const inPlaceOf = createPlacesTaken(store);
      const found = requests.map((request) => {
        const { job, isNew } = findOrMake(engine, request, isFree(request.request.provider), inPlaceOf);
        if (!isNew) return job;
        const twin = fresh.get(job.id);
        if (twin !== undefined) return twin;
        // A millisecond apart, so that "oldest first" is the order in which they were asked for.
        const fresher = { ...job, createdAtMs: job.createdAtMs + fresh.size };
        fresh.set(job.id, fresher);
        added.push(addChange('job', fresher));
        return fresher;
      });
      const first = requests[0];
      if (added.length > 0 && first !== undefined) {
        const options = { projectId: first.projectId, label: 'Queue jobs', undoable: false };
        const committed = store.commit(patchOf(added), options);
        if (!committed.ok) throw new FaultError(committed.fault);
      }
      return found;
    });
    // What another device has under way is not waited for here.
    for (const job of new Set(jobs)) if (!isMadeElsewhere(job, store.deviceId)) noteMove(engine, job);
    return ok(jobs);
  } catch (thrown) {
    const fault = faultOf(thrown, 'job.write-failed');
    return fail(fault.code, fault.message, fault.detail);
  }
}

/** The job of a request, found or made. One whose place another provider's job took is that one for as long as it is open. */
export function findOrMake(
  engine: Engine,
  ask: EnqueueRequest,
  free: boolean,
  inPlaceOf: PlacesTaken = () => null,
): { job: Job; isNew: boolean } {
  const { store, assetPath } = engine.options;
  const isHere = (id: AssetId): boolean => assetPath(id).ok;
  // What is free is made on each device that wants it.
  const hasFile = free ? isHere : (engine.options.isKept ?? isHere);
  const standing = standingOf(store, hasFile, ask, free, inPlaceOf);
  switch (standing.kind) {
    case 'new':
      return { job: newJob(engine, ask, requestDigest(ask.request), standing.attempt), isNew: true };
    case 'sent-again':
      return { job: requeue(engine, standing.job, ask.estimateUsdMicros) ?? standing.job, isNew: false };
    case 'collected':
      return { job: collectAgain(engine, standing.job) ?? standing.job, isNew: false };
    default:
      return { job: standing.job, isNew: false };
  }
}
