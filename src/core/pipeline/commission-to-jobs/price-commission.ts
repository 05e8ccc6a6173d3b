import type { GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { requestDigest } from '../../../domain/jobs/request-digest.ts';
import { wordsOfRequest } from '../../../domain/jobs/request-kinds.ts';
import { subjectOf } from '../../../domain/jobs/subject-of.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import { type Fault, ok, type Result } from '../../../domain/kernel/result.ts';
import { concernsAll } from '../../orchestrator/concerns-all.ts';
import type {
  CommissionContext,
  CommissionOrder,
  CommissionPlan,
  PlannedRequest,
  RefusedLine,
} from './commission-plan.ts';
import type { CommissionEstimate, CommissionLine } from './priced-lines.ts';

/** A planned request with its price, in the plan's order. */
export interface PricedRequest {
  readonly planned: PlannedRequest;
  readonly line: CommissionLine;
}

export interface PricedCommission {
  readonly requests: readonly PricedRequest[];
  readonly estimate: CommissionEstimate;
}

/**
 * What a plan costs by the providers' prices now. Sends nothing that is charged. What is there already, or on its way, costs nothing
 * more: an equal request is one job. A line that its provider would refuse says why and is in no sum; where
 * nothing at all can be asked for (no key, no balance), that is a fault.
 */
export async function priceCommission(
  { store, generators }: CommissionContext,
  { project, again }: CommissionOrder,
  plan: CommissionPlan,
): Promise<Result<PricedCommission>> {
  const requests: PricedRequest[] = [];
  /** What refuses all of a provider's, of those that were met. */
  let refusal: Fault | null = null;
  for (const planned of plan.requests) {
    requests.push({ planned, line: await lineOf(planned) });
  }
  // One sentence for all of them, where nothing could be asked for at all.
  const isRefused = requests.every(({ line }) => line.problem !== null);
  if (refusal !== null && isRefused) return { ok: false, fault: refusal };
  const lines = [...requests.map(({ line }) => line), ...plan.refused.map(refusedLine)];
  const priced = lines.filter(({ state, problem }) => state === 'to-make' && problem === null);
  const times = priced.map(({ pricedAtMs }) => pricedAtMs).filter((time) => time !== null);
  return ok({
    requests,
    estimate: {
      lines,
      toMake: priced.length,
      made: lines.filter(({ state }) => state !== 'to-make').length,
      unpriced: lines.filter(({ problem }) => problem !== null).length,
      costUsdMicros: priced.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0),
      pricedAtMs: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
    },
  });

  async function lineOf(planned: PlannedRequest): Promise<CommissionLine> {
    const { request } = planned;
    const line = emptyLine(planned, request);
    if (planned.isMade && !again) return { ...line, state: 'made' };
    const known = standingOf(jobFor(planned));
    if (known !== null) return { ...line, state: known };
    const generator = generators.find(({ provider }) => provider === request.provider);
    if (generator === undefined) {
      return problem(line, `There is no provider "${request.provider}" here. Choose another one.`);
    }
    const estimate = await generator.estimate(request);
    if (!estimate.ok) {
      if (concernsAll(estimate.fault)) refusal = estimate.fault;
      return problem(line, estimate.fault.message);
    }
    const { costUsdMicros, basis, pricedAtMs } = estimate.value;
    return { ...line, costUsdMicros, basis, pricedAtMs };
  }

  /** The newest job of an equal request for the same subject. */
  function jobFor({ request, subject }: PlannedRequest): Job | null {
    const { shotId = null, sceneId = null, castId = null, placeId = null } = subject;
    const id = subjectOf({ projectId: project.id, shotId, sceneId, castId, placeId });
    const equal = store.jobs.byDigest(project.id, requestDigest(request));
    return equal.find((job) => subjectOf(job) === id) ?? null;
  }

  /** Whether a job stands for a request, so that asking for it pays nothing: its take is there, or on its way. */
  function standingOf(job: Job | null): 'made' | 'under-way' | null {
    if (job === null) return null;
    if (isOpen(job)) return 'under-way';
    if (job.state !== 'done') return null;
    return job.takeId === null || store.row('take', job.takeId) !== null ? 'made' : null;
  }
}

function emptyLine(planned: PlannedRequest, request: GenerationRequest): CommissionLine {
  return {
    key: planned.key,
    shotId: planned.subject.shotId ?? null,
    sceneId: planned.subject.sceneId ?? null,
    takeId: planned.fromTakeId ?? null,
    assetId: planned.fromAssetId ?? null,
    kind: request.kind,
    provider: request.provider,
    model: request.model,
    words: planned.words ?? wordsOfRequest(request),
    speaker: planned.speaker ?? null,
    voice: request.kind === 'speech' ? request.voice : null,
    durationFlicks: 'durationFlicks' in request ? (request.durationFlicks ?? null) : null,
    state: 'to-make',
    costUsdMicros: 0,
    basis: null,
    pricedAtMs: null,
    problem: null,
  };
}

function refusedLine({ key, subject, speaker, kind, words, problem }: RefusedLine): CommissionLine {
  return {
    ...{ key, kind, words, problem, speaker: speaker ?? null },
    ...{ shotId: subject.shotId ?? null, sceneId: subject.sceneId ?? null, takeId: null, assetId: null },
    ...{ provider: '', model: '', voice: null, durationFlicks: null, state: 'to-make' as const },
    ...{ costUsdMicros: null, basis: null, pricedAtMs: null },
  };
}

function problem(line: CommissionLine, words: string): CommissionLine {
  return { ...line, costUsdMicros: null, problem: words };
}
