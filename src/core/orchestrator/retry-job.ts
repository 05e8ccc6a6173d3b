import type { Job } from '../../domain/jobs/job.ts';
import { isHeldByProvider, isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { FaultError, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { type ApprovedPrice, collectAgain, requeue } from './ask-again.ts';
import { type Engine, noteMove, writeMove } from './engine.ts';
import { isCollectable } from './job-faults.ts';
import { newJob } from './new-job.ts';
import { createPlacesTaken } from './places-taken.ts';

/**
 * A person asks for an ended job again: the consent that a paid request needs. A result that the provider may hold is
 * fetched, not paid for again. Where the earlier try may have been billed, it keeps its row and its cost, and another
 * job is made.
 */
export function retryJob(engine: Engine, id: JobId, approved: Partial<ApprovedPrice> = {}): Result<Job> {
  const { store } = engine.options;
  const job = store.row('job', id);
  if (job === null) return fail('job.not-found', `There is no job "${id}". Nothing was changed.`);
  const other = createPlacesTaken(store)(job);
  if (other !== null) {
    return fail(
      'job.asked-already',
      `${other.provider} was asked in its place, and that job is ${other.state}. Nothing was changed.`,
    );
  }
  if (isMadeElsewhere(job, store.deviceId) && job.state !== 'done') return askHere(engine, job, approved);
  if (isCollectable(job))
    return moved(
      engine,
      store.transaction(() => collectAgain(engine, job)),
      job,
    );
  switch (job.state) {
    case 'draft':
      return askAnew(engine, job, approved);
    case 'failed':
    case 'cancelled':
      return job.costUsdMicros === 0
        ? askAnew(engine, job, approved)
        : anotherAttempt(engine, { ...job, ...approved });
    case 'expired':
    case 'unknown':
      return anotherAttempt(engine, { ...job, ...approved });
    case 'done':
      return fail(
        'job.already-done',
        'The job is done; its take is kept. Change the shot or its seed to make another.',
      );
    default:
      return fail('job.still-open', `The job is ${job.state} and still under way. Nothing was changed.`);
  }
}

/**
 * A job that another device asked for: what its provider holds is brought in here, free of charge; else another job is made, which is
 * what a person consents to who has been told that it may be paid for twice.
 */
function askHere(engine: Engine, job: Job, approved: Partial<ApprovedPrice>): Result<Job> {
  const { store } = engine.options;
  const isThere = job.state === 'submitted' || job.state === 'running' || job.state === 'fetching';
  if (isThere && isHeldByProvider(job.handle)) {
    noteMove(engine, job);
    return ok(job);
  }
  if (isCollectable(job) && isHeldByProvider(job.handle))
    return moved(
      engine,
      store.transaction(() => collectAgain(engine, job)),
      job,
    );
  return anotherAttempt(engine, { ...job, ...approved });
}

function askAnew(engine: Engine, job: Job, approved: Partial<ApprovedPrice>): Result<Job> {
  const { estimateUsdMicros = job.estimateUsdMicros, ...words } = approved;
  return moved(
    engine,
    engine.options.store.transaction(() => requeue(engine, job, estimateUsdMicros, words)),
    job,
  );
}

function moved(engine: Engine, job: Job | null, before: Job): Result<Job> {
  if (job === null) return fail('job.moved', `The job is not ${before.state} any more. Nothing was changed.`);
  noteMove(engine, job);
  return ok(job);
}

function anotherAttempt(engine: Engine, job: Job): Result<Job> {
  const { store, clock } = engine.options;
  const rows = store.jobs
    .byDigest(job.projectId, job.requestDigest)
    .filter((row) => subjectOf(row) === subjectOf(job));
  const newest = rows[0];
  if (
    newest !== undefined &&
    newest.id !== job.id &&
    !isMadeElsewhere(newest, store.deviceId) &&
    newest.state !== 'failed' &&
    newest.state !== 'unknown'
  ) {
    return fail(
      'job.asked-already',
      `The job was asked for again already and is ${newest.state}. Nothing was changed.`,
    );
  }
  const next = newJob(engine, job, job.requestDigest, rows.length);
  try {
    const givenUp = store.transaction(() => {
      const options = { projectId: job.projectId, label: 'Retry job', undoable: false };
      const added = store.commit(patchOf([addChange('job', next)]), options);
      if (!added.ok) throw new FaultError(added.fault);
      if (job.state !== 'unknown') return null;
      return writeMove(engine, job.id, ['unknown'], 'failed', {
        faultCode: 'job.given-up',
        faultMessage: 'Sent again on request; the price of the earlier try counts as spent.',
        finishedAtMs: clock.nowMs(),
      });
    });
    if (givenUp !== null) noteMove(engine, givenUp);
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'job.write-failed') };
  }
  noteMove(engine, next);
  return ok(next);
}
