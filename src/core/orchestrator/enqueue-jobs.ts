import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { jobIdOf, requestDigest } from '../../domain/jobs/request-digest.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { AssetId, CastId, JobId, PlaceId, ProjectId, SceneId, ShotId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, type RecordChange } from '../../domain/kernel/patch.ts';
import { FaultError, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { type Engine, type JobFields, noteMove, writeMove } from './engine.ts';
import { isCollectable, isResendable } from './job-faults.ts';
import { createPlacesTaken, type PlacesTaken } from './places-taken.ts';

/** A generation that was approved at a price. */
export interface EnqueueRequest {
  readonly projectId: ProjectId;
  /** What it is for: one of these, or the project where none is named. */
  readonly shotId?: ShotId | null;
  readonly sceneId?: SceneId | null;
  readonly castId?: CastId | null;
  readonly placeId?: PlaceId | null;
  /** Those that were asked for together. */
  readonly batchId?: string | null;
  readonly request: GenerationRequest;
  /** The price it was approved at; 0 for a free provider. */
  readonly estimateUsdMicros: number;
  readonly priceBasis?: string | null;
  readonly pricedAtMs?: number | null;
}

const noSubject = { shotId: null, sceneId: null, castId: null, placeId: null };

/**
 * Writes the intents, all in one transaction, and returns the job of each request in order. What exists for a shot and
 * digest is returned instead of made again: open and done jobs as they are; results set aside are fetched; jobs that
 * failed unsent and free of charge go back to the queue; other failed and unknown ones stay until {@link retryJob}. What
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
    for (const job of new Set(jobs)) noteMove(engine, job);
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
  const standing = standingOf(store, (id) => assetPath(id).ok, ask, free, inPlaceOf);
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

/**
 * What asking for a generation would do now, by what came of an equal one: `new` and `sent-again` send it; `collected`, `open`
 * and `made` send nothing and cost nothing more; `ended` is left alone, because it was refused for what it says, may have been
 * billed, or was paid for and lost its file since: a person asks for it by itself.
 */
export type Standing =
  | { readonly kind: 'new'; readonly attempt: number }
  | { readonly kind: 'sent-again' | 'collected' | 'open' | 'made' | 'ended'; readonly job: Job };

export function standingOf(
  store: Engine['options']['store'],
  hasFile: (id: AssetId) => boolean,
  ask: Pick<EnqueueRequest, 'projectId' | 'shotId' | 'sceneId' | 'castId' | 'placeId' | 'request'>,
  free: boolean,
  inPlaceOf: PlacesTaken = createPlacesTaken(store),
): Standing {
  const subject = subjectOf({ ...noSubject, ...ask });
  const existing = store.jobs
    .byDigest(ask.projectId, requestDigest(ask.request))
    .filter((job) => subjectOf(job) === subject);
  const newest = existing[0];
  if (newest === undefined) return { kind: 'new', attempt: 0 };
  const { state, takeId, assetId } = newest;
  if (state === 'done') {
    // Its take was removed by hand, to free room: whoever asks now wants it made, and has seen the price.
    const isCleared = takeId !== null && store.row('take', takeId) === null;
    const isLost = assetId !== null && !hasFile(assetId);
    if (isCleared || (free && isLost)) return { kind: 'new', attempt: existing.length };
    return { kind: isLost ? 'ended' : 'made', job: newest };
  }
  const other = inPlaceOf(newest);
  if (other !== null) return { kind: isOpen(other) ? 'open' : 'ended', job: other };
  if (state === 'draft' || isResendable(newest)) return { kind: 'sent-again', job: newest };
  if (free && (state === 'failed' || state === 'expired')) return { kind: 'sent-again', job: newest };
  if (isCollectable(newest)) return { kind: 'collected', job: newest };
  return { kind: isOpen(newest) ? 'open' : 'ended', job: newest };
}

/** What a job that goes back to the queue forgets of its earlier try. */
export const begunAnew = {
  handle: null,
  tries: 0,
  notBeforeMs: 0,
  costUsdMicros: null,
  faultCode: null,
  faultMessage: null,
  finishedAtMs: null,
} as const satisfies JobFields;

/** What a person has consented to now; what is left out stays as it was approved before. */
export type ApprovedPrice = Pick<Job, 'estimateUsdMicros' | 'priceBasis' | 'pricedAtMs'>;

export function requeue(
  engine: Engine,
  job: Job,
  estimateUsdMicros: number,
  words: Partial<Omit<ApprovedPrice, 'estimateUsdMicros'>> = {},
): Job | null {
  return writeMove(engine, job.id, [job.state], 'queued', {
    estimateUsdMicros,
    ...words,
    ...begunAnew,
  });
}

export function collectAgain(engine: Engine, job: Job): Job | null {
  const fields = { tries: 0, notBeforeMs: 0, costUsdMicros: null, finishedAtMs: null };
  return writeMove(engine, job.id, [job.state], 'submitted', fields);
}

export function newJob(engine: Engine, ask: EnqueueRequest, digest: string, attempt: number): Job {
  const { shotId, sceneId, castId, placeId } = { ...noSubject, ...ask };
  const of = { projectId: ask.projectId, shotId, sceneId, castId, placeId };
  return {
    id: jobIdOf(subjectOf(of), digest, attempt),
    ...of,
    batchId: ask.batchId ?? null,
    provider: ask.request.provider,
    request: ask.request,
    requestDigest: digest,
    state: 'queued',
    handle: null,
    estimateUsdMicros: ask.estimateUsdMicros,
    priceBasis: ask.priceBasis ?? null,
    pricedAtMs: ask.pricedAtMs ?? null,
    costUsdMicros: null,
    submits: 0,
    tries: 0,
    notBeforeMs: 0,
    assetId: null,
    takeId: null,
    faultCode: null,
    faultMessage: null,
    createdAtMs: engine.options.clock.nowMs(),
    sentAtMs: null,
    finishedAtMs: null,
    heldUntilMs: null,
  };
}

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
