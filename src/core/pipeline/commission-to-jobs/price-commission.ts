import type { Job } from '../../../domain/jobs/job.ts';
import { type Fault, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import { concernsAll } from '../../orchestrator/concerns-all.ts';
import { createPlacesTaken } from '../../orchestrator/places-taken.ts';
import { type Standing, standingOf } from '../../orchestrator/standing-of.ts';
import type {
  CommissionContext,
  CommissionOrder,
  CommissionPlan,
  PlannedRequest,
} from './commission-plan.ts';
import {
  type CommissionEstimate,
  type CommissionLine,
  emptyLine,
  problem,
  refusedLine,
} from './priced-lines.ts';

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
 * more: an equal request is one job. A line that its provider would refuse, or whose equal ended badly before, says why and is in
 * no sum; where nothing at all can be asked for (no key, no balance), that is a fault.
 */
export async function priceCommission(
  { store, library, generators }: CommissionContext,
  { project, again }: CommissionOrder,
  plan: CommissionPlan,
): Promise<Result<PricedCommission>> {
  const inPlaceOf = createPlacesTaken(store);
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
      made: lines.filter(({ state }) => state === 'made' || state === 'under-way').length,
      unpriced: lines.filter(({ problem }) => problem !== null).length,
      costUsdMicros: priced.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0),
      pricedAtMs: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
    },
  });

  async function lineOf(planned: PlannedRequest): Promise<CommissionLine> {
    const { request } = planned;
    const line = emptyLine(planned, request);
    if (planned.isMade && !again) return { ...line, state: 'made' };
    const generator = generators.find(({ provider }) => provider === request.provider);
    const standing = standingFor(planned, generator?.free ?? false);
    switch (standing.kind) {
      case 'made':
        return { ...line, state: 'made' };
      case 'open':
      case 'collected':
        return { ...line, state: 'under-way' };
      case 'ended':
        return problem({ ...line, state: 'ended' }, wordsOfEnded(standing.job));
    }
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

  /** What asking for it would do, as the engine will see it. */
  function standingFor({ request, subject }: PlannedRequest, free: boolean): Standing {
    const ask = { projectId: project.id, ...subject, request };
    const isHere: MediaLibrary['isKept'] = (id) => library.assetPath(id).ok;
    const hasFile = free ? isHere : library.isKept;
    return standingOf(store, hasFile, ask, free, inPlaceOf);
  }
}

function wordsOfEnded({ state }: Job): string {
  return state === 'done'
    ? 'It was paid for before, and its file is not there any more. Put the file back, or ask for another take.'
    : 'It was asked for before and ended badly. Ask for it again in the queue, at its price.';
}
