import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type GenerateParts, generateProject } from '../pipeline/shots-to-jobs/generate-project.ts';
import type { GenerationChoice } from '../pipeline/shots-to-jobs/missing-work.ts';
import { isFree, type PictureMakers } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { GenerateProgress } from '../progress/generate-progress.ts';
import type { SpendingLimits } from './spending-limits.ts';

export interface LimitedGeneration {
  readonly projectId: ProjectId;
  readonly makers: PictureMakers;
  readonly choice: GenerationChoice;
  /** null: the project's budget alone, or no limit where it has none. */
  readonly maxCostUsdMicros: number | null;
  readonly signal: AbortSignal | undefined;
}

/** A run that its caller watches, with its limit set for as long as something of it is open. */
export async function* generateUnderLimit(
  parts: GenerateParts & { readonly limits: SpendingLimits },
  { projectId, makers, choice, maxCostUsdMicros, signal }: LimitedGeneration,
): AsyncGenerator<GenerateProgress, GenerateProgress> {
  const lift = isFree(makers, choice)
    ? null
    : parts.limits.set(projectId, maxCostUsdMicros ?? Number.POSITIVE_INFINITY);
  try {
    return yield* generateProject(parts, projectId, makers, choice, signal);
  } finally {
    lift?.();
  }
}
