import type { GenerationKind, GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import { wordsOfRequest } from '../../../domain/jobs/request-kinds.ts';
import type { AssetId, SceneId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';

import type { PlannedRequest, RefusedLine } from './commission-plan.ts';

/** One request of a commission with its price, as the contract has it. */
export interface CommissionLine {
  readonly key: string;
  readonly shotId: ShotId | null;
  readonly sceneId: SceneId | null;
  readonly takeId: TakeId | null;
  readonly assetId: AssetId | null;
  readonly kind: GenerationKind;
  readonly provider: string;
  readonly model: string;
  readonly words: string;
  readonly speaker: string | null;
  readonly voice: string | null;
  readonly durationFlicks: number | null;
  readonly state: 'to-make' | 'made' | 'under-way' | 'ended';
  readonly costUsdMicros: number | null;
  readonly basis: string | null;
  readonly pricedAtMs: number | null;
  readonly problem: string | null;
}

export interface CommissionEstimate {
  readonly lines: CommissionLine[];
  readonly toMake: number;
  readonly made: number;
  readonly unpriced: number;
  readonly costUsdMicros: number;
  readonly pricedAtMs: number | null;
}

/** The line of a request that costs nothing yet. */
export function emptyLine(planned: PlannedRequest, request: GenerationRequest): CommissionLine {
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

/** The line of what cannot be asked for. */
export function refusedLine({ key, subject, speaker, kind, words, problem }: RefusedLine): CommissionLine {
  return {
    ...{ key, kind, words, problem, speaker: speaker ?? null },
    ...{ shotId: subject.shotId ?? null, sceneId: subject.sceneId ?? null, takeId: null, assetId: null },
    ...{ provider: '', model: '', voice: null, durationFlicks: null, state: 'to-make' as const },
    ...{ costUsdMicros: null, basis: null, pricedAtMs: null },
  };
}

/** The line with why it has no price. */
export function problem(line: CommissionLine, words: string): CommissionLine {
  return { ...line, costUsdMicros: null, problem: words };
}
