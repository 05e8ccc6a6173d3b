import type { Job } from '../../domain/jobs/job.ts';
import { isHeldByProvider, isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { Store } from '../store/store.ts';
import { isCollectable, isResendable } from './job-faults.ts';
import { type EnqueueRequest, noSubject } from './new-job.ts';
import { createPlacesTaken, type PlacesTaken } from './places-taken.ts';

/**
 * What asking for a generation would do now, by what came of an equal one: `new` and `sent-again` send it; `collected`, `open`
 * and `made` send nothing and cost nothing more; `ended` is left alone, because it was refused for what it says, may have been
 * billed, or was paid for and lost its file since: a person asks for it by itself.
 */
export type Standing =
  | { readonly kind: 'new'; readonly attempt: number }
  | { readonly kind: 'sent-again' | 'collected' | 'open' | 'made' | 'ended'; readonly job: Job };

export function standingOf(
  store: Store,
  hasFile: (id: AssetId) => boolean,
  ask: Pick<
    EnqueueRequest,
    'projectId' | 'shotId' | 'sceneId' | 'castId' | 'placeId' | 'request' | 'payAgain'
  >,
  free: boolean,
  inPlaceOf: PlacesTaken = createPlacesTaken(store),
): Standing {
  const subject = subjectOf({ ...noSubject, ...ask });
  const existing = store.jobs
    .byDigest(ask.projectId, requestDigest(ask.request))
    .filter((job) => subjectOf(job) === subject);
  // By whose clock ever another device's is newer: what is under way here already is not asked for a second time.
  const newest = existing.find((job) => isOpen(job) && !isMadeElsewhere(job, store.deviceId)) ?? existing[0];
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
  if (isMadeElsewhere(newest, store.deviceId)) {
    const isUnderWay = isOpen(newest) || state === 'draft' || state === 'unknown';
    // Paid for there, it may still come; what is free is made on each device that wants it.
    if (isUnderWay && !free && ask.payAgain !== true) return { kind: 'open', job: newest };
    if (isCollectable(newest) && isHeldByProvider(newest.handle)) return { kind: 'collected', job: newest };
    if (isUnderWay || free || isResendable(newest)) return { kind: 'new', attempt: existing.length };
    return { kind: 'ended', job: newest };
  }
  if (state === 'draft' || isResendable(newest)) return { kind: 'sent-again', job: newest };
  if (free && (state === 'failed' || state === 'expired')) return { kind: 'sent-again', job: newest };
  if (isCollectable(newest)) return { kind: 'collected', job: newest };
  return { kind: isOpen(newest) ? 'open' : 'ended', job: newest };
}
