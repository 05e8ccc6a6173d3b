import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { JobState } from '../../domain/jobs/job.ts';
import type { JobId, ShotId } from '../../domain/kernel/ids.ts';
import type { MissingWork } from '../pipeline/shots-to-jobs/missing-work.ts';
import type { Store } from '../store/store.ts';

/** What a run set out to make when it began, by shot. What is edited or taken back afterwards is not in it. */
export type PromisedWork = ReadonlyMap<
  ShotId,
  { readonly still: string | null; readonly clip: string | null }
>;

export function promiseWork(missing: readonly MissingWork[]): PromisedWork {
  return new Map(missing.map((work) => [work.shot.id, requestsOf(work)]));
}

/**
 * Whether a run that promised this, and asked for these jobs so far, will still make all of `missing`. It will not where a
 * shot was changed after it began, or where its job has ended without a take.
 */
export function keepsPromise(
  promised: PromisedWork,
  asked: ReadonlySet<JobId>,
  missing: readonly MissingWork[],
  store: Pick<Store, 'row'>,
): boolean {
  const broken = new Set<ShotId>();
  for (const id of asked) {
    const job = store.row('job', id);
    if (job?.shotId != null && endedBadly.has(job.state)) broken.add(job.shotId);
  }
  return missing.every((work) => {
    const promise = promised.get(work.shot.id);
    if (promise === undefined || broken.has(work.shot.id)) return false;
    const { still, clip } = requestsOf(work);
    return (still === null || still === promise.still) && (clip === null || clip === promise.clip);
  });
}

const endedBadly: ReadonlySet<JobState> = new Set(['failed', 'cancelled', 'expired', 'unknown']);

/** Which still a clip begins with is left out: it may come with the run itself. */
function requestsOf({ still, clip }: MissingWork): { still: string | null; clip: string | null } {
  const written = (request: GenerationRequest | null): string | null =>
    request === null ? null : JSON.stringify(request);
  return { still: written(still), clip: written(clip?.(null) ?? null) };
}
