import { deriveId } from '../kernel/derive-id.ts';
import type { JobId, ShotId, TakeId } from '../kernel/ids.ts';
import { canonicalJson, type JsonValue } from '../kernel/patch.ts';
import type { GenerationRequest } from './generation-request.ts';

/** 32 hex digits over everything in the frozen request. Equal requests have equal digests, on every device. */
export function requestDigest(request: GenerationRequest): string {
  return deriveId('request', canonicalJson(request satisfies JsonValue));
}

/** The id of the job for a shot and digest. `attempt` counts from 0; a second row exists only where the first may have been billed. */
export function jobIdOf(shotId: ShotId, digest: string, attempt: number): JobId {
  return deriveId('job', shotId, digest, attempt) as JobId;
}

/** The id of the take that a job makes: the same after any number of crashes, so that it is made once. */
export function takeIdOf(jobId: JobId): TakeId {
  return deriveId('take', jobId) as TakeId;
}
