import { deriveId } from '../kernel/derive-id.ts';
import type { JobId, ShotId, TakeId } from '../kernel/ids.ts';
import { canonicalJson, type JsonValue } from '../kernel/patch.ts';
import type { GenerationRequest } from './generation-request.ts';

/**
 * 32 hex digits over everything in the frozen request that shapes its result. Equal requests have equal digests, on every
 * device. The slate numbers are left out: a take keeps the slate it was shot with, so that a shot put in before it
 * never asks (and pays) for the same picture again.
 */
export function requestDigest(request: GenerationRequest): string {
  const { sceneNumber: _scene, shotNumber: _shot, ...brief } = request.brief;
  return deriveId('request', canonicalJson({ ...request, brief } satisfies JsonValue));
}

/** The id of the job for a shot and digest. `attempt` counts from 0; a second row exists only where the first may have been billed. */
export function jobIdOf(shotId: ShotId, digest: string, attempt: number): JobId {
  return deriveId('job', shotId, digest, attempt) as JobId;
}

/** The id of the take that a job makes: the same after any number of crashes, so that it is made once. */
export function takeIdOf(jobId: JobId): TakeId {
  return deriveId('take', jobId) as TakeId;
}
