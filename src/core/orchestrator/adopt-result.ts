import type { Job, ProviderHandle } from '../../domain/jobs/job.ts';
import { jobIdOf, requestDigest } from '../../domain/jobs/request-digest.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type Engine, moveJob, noteMove } from './engine.ts';
import { foundFields } from './look-up-job.ts';
import { type EnqueueRequest, newJob } from './new-job.ts';

/** A finished result at a provider that no job of ours asked for. */
export interface HeldAsk extends EnqueueRequest {
  readonly handle: ProviderHandle;
  /** When it was asked for or finished, as far as the provider says. */
  readonly sentAtMs: number | null;
}

const ended = ['unknown', 'failed', 'expired', 'cancelled'] as const;

/** Gives an ended job the result that its provider holds all the same: it is fetched, and nothing is sent. */
export function adoptResult(engine: Engine, id: JobId, handle: ProviderHandle): Result<Job> {
  const job = engine.options.store.row('job', id);
  if (job === null) return fail('job.not-found', `There is no job "${id}". Nothing was changed.`);
  const moved = moveJob(engine, id, ended, 'submitted', foundFields(handle));
  if (moved !== null) {
    engine.flights.get(id)?.wake.abort();
    return ok(moved);
  }
  return fail('job.still-open', `The job is ${job.state} and needs no result. Nothing was changed.`);
}

/** Writes a job for it that begins where the provider has finished. Asked for again, it is the same job. */
export function takeInResult(engine: Engine, ask: HeldAsk): Result<Job> {
  const { store, clock } = engine.options;
  const digest = requestDigest(ask.request);
  const fresh = newJob(engine, ask, digest, 0);
  const id = jobIdOf(subjectOf(fresh), `${ask.request.provider} ${ask.handle.requestId}`, 0);
  const known = store.row('job', id);
  if (known !== null) return known.state === 'done' ? ok(known) : adoptResult(engine, id, ask.handle);
  const job: Job = {
    ...fresh,
    id,
    state: 'submitted',
    handle: ask.handle,
    submits: 1,
    sentAtMs: ask.sentAtMs ?? clock.nowMs(),
  };
  const committed = store.commit(patchOf([addChange('job', job)]), {
    projectId: job.projectId,
    label: 'Adopt result',
    undoable: false,
  });
  if (!committed.ok) return committed;
  noteMove(engine, job);
  return ok(job);
}
