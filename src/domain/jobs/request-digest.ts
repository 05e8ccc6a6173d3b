import { deriveId } from '../kernel/derive-id.ts';
import type { JobId, TakeId } from '../kernel/ids.ts';
import { canonicalJson, type JsonValue } from '../kernel/patch.ts';
import type { GenerationRequest } from './generation-request.ts';
import { isPictureRequest } from './request-kinds.ts';

/**
 * 32 hex digits over everything in the frozen request that shapes its result. Equal requests have equal digests, on every
 * device. The slate numbers are left out: a take keeps the slate it was shot with, so that a shot put in before it
 * never asks (and pays) for the same picture again.
 */
export function requestDigest(request: GenerationRequest): string {
  if (!isPictureRequest(request)) return digestOf(request);
  const { sceneNumber: _scene, shotNumber: _shot, ...brief } = request.brief;
  return digestOf({ ...request, brief });
}

/** What is absent and what is undefined is the same. */
function digestOf(value: object): string {
  const present = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
  return deriveId('request', canonicalJson(present as JsonValue));
}

/** The id of the job for a shot (or another subject) and digest. `attempt` counts from 0; a second row exists only where the first may have been billed. */
export function jobIdOf(subjectId: string, digest: string, attempt: number): JobId {
  return deriveId('job', subjectId, digest, attempt) as JobId;
}

/** The id of the take that a job makes: the same after any number of crashes, so that it is made once. */
export function takeIdOf(jobId: JobId): TakeId {
  return deriveId('take', jobId) as TakeId;
}
