import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import type { AssetId, SceneId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';

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
  readonly state: 'to-make' | 'made' | 'under-way';
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
