import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { jobIdOf } from '../../domain/jobs/request-digest.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import type { CastId, PlaceId, ProjectId, SceneId, ShotId } from '../../domain/kernel/ids.ts';
import type { Engine } from './engine.ts';

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
  /** Also where another device is at an equal one: a person has been told that both are paid. */
  readonly payAgain?: boolean;
}

export const noSubject = { shotId: null, sceneId: null, castId: null, placeId: null };

export function newJob(engine: Engine, ask: EnqueueRequest, digest: string, attempt: number): Job {
  const { shotId, sceneId, castId, placeId } = { ...noSubject, ...ask };
  const of = { projectId: ask.projectId, shotId, sceneId, castId, placeId };
  const { deviceId } = engine.options.store;
  return {
    // Two devices that ask for the same at once have two jobs: each may have been paid.
    id: jobIdOf(subjectOf(of), `${digest} ${deviceId}`, attempt),
    ...of,
    deviceId,
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
