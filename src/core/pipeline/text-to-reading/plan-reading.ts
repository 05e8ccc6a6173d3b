import type { ReadingRequest } from '../../../domain/jobs/generation-request.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { compareByOrder } from '../../../domain/kernel/order.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { FrameRate } from '../../../domain/kernel/time.ts';
import { type Project, projectRate } from '../../../domain/project/project.ts';
import { type ReadingChunk, readingChunks } from '../../../domain/shots/model-reading/reading-chunks.ts';
import {
  type ReadingMaterial,
  readingMaterial,
} from '../../../domain/shots/model-reading/reading-material.ts';
import {
  type CarriedContext,
  mostOutputTokens,
  readingInstructions,
  readingText,
} from '../../../domain/shots/model-reading/reading-prompt.ts';
import type { StoredBreakdown } from '../../../domain/shots/reconcile/reconcile-breakdown.ts';
import type { Block } from '../../../domain/text/block.ts';
import type { Generator } from '../../ports/generator.ts';
import { requireProject } from '../../store/require-project.ts';
import type { Store } from '../../store/store.ts';

/** Who reads, and whether an answer that does not fit may be asked for once more. */
export interface ReadingChoice {
  readonly provider: string;
  /** null takes the provider's usual model. */
  readonly model: string | null;
  readonly repair: boolean;
}

export interface ReadingPlan extends ReadingMaterial {
  readonly project: Project;
  readonly rate: FrameRate;
  readonly blocks: readonly Block[];
  readonly stored: StoredBreakdown;
  readonly chunks: readonly ReadingChunk[];
  /** What a person said of people: the first chunk is told of them. */
  readonly context: CarriedContext;
  readonly model: string;
}

/** The text of a project as it would be read now. `provider.no-reading` where the provider has no language model. */
export function planReading(
  store: Store,
  projectId: ProjectId,
  generator: Generator,
  choice: ReadingChoice,
): Result<ReadingPlan> {
  const project = requireProject(store, projectId);
  if (!project.ok) return project;
  const model = choice.model ?? generator.defaultModels.reading;
  if (model === undefined) {
    return fail(
      'provider.no-reading',
      `${generator.provider} has no language model here. Nothing was sent. Choose another provider.`,
    );
  }
  const blocks = [...store.rows('block', projectId)].sort(compareByOrder);
  const stored = {
    scenes: store.rows('scene', projectId),
    cast: store.rows('cast', projectId),
    shots: store.rows('shot', projectId),
  };
  const material = readingMaterial(project.value, blocks, stored);
  const edited = stored.cast.filter(({ editedFields }) => editedFields.includes('description'));
  return ok({
    ...material,
    project: project.value,
    rate: projectRate(project.value),
    blocks,
    stored,
    chunks: readingChunks(material.stretches),
    context: { cast: edited, places: [], lastScene: null },
    model,
  });
}

/** The request for a chunk. The same words after the same context are the same request, and are paid for once. */
export function readingRequest(
  { model }: Pick<ReadingPlan, 'model'>,
  provider: string,
  chunk: ReadingChunk,
  context: CarriedContext,
  trouble: readonly string[] = [],
): ReadingRequest {
  return {
    kind: 'reading',
    provider,
    model,
    seed: 0,
    task: 'shots',
    instructions: readingInstructions(trouble),
    text: readingText(chunk, context),
    maxOutputTokens: mostOutputTokens(chunk),
  };
}
