import { requestDigest } from '../../../domain/jobs/request-digest.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { readingContextMost } from '../../../domain/shots/model-reading/reading-prompt.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Generator } from '../../ports/generator.ts';
import type { Store } from '../../store/store.ts';
import { carryOn, checkChunk } from './check-chunk.ts';
import { planReading, type ReadingChoice, readingRequest } from './plan-reading.ts';
import { readResult } from './read-result.ts';

export interface ReadingEstimate {
  /** Requests for the whole text, and those of them whose answers are here already. */
  readonly parts: number;
  readonly done: number;
  /** The most that the rest can cost, with every answer as long as it may be, and each asked for once more where that is allowed. */
  readonly costUsdMicros: number;
  /** The part of it that is for asking once more. */
  readonly repairUsdMicros: number;
  /** Words behind the price of one request. */
  readonly basis: string | null;
  readonly pricedAtMs: number | null;
}

/** What reading the text would cost at most. Sends nothing. Parts whose answer is here cost nothing again. */
export async function estimateReading(
  { store, library }: { readonly store: Store; readonly library: Pick<MediaLibrary, 'assetPath'> },
  projectId: ProjectId,
  generator: Generator,
  choice: ReadingChoice,
): Promise<Result<ReadingEstimate>> {
  const planned = planReading(store, projectId, generator, choice);
  if (!planned.ok) return planned;
  const plan = planned.value;
  let { context } = plan;
  let known = true;
  let done = 0;
  let firstUsdMicros = 0;
  let repairUsdMicros = 0;
  let basis: string | null = null;
  let pricedAtMs: number | null = null;
  for (const chunk of plan.chunks) {
    const request = readingRequest(plan, generator.provider, chunk, context);
    const job = known
      ? store.jobs
          .byDigest(projectId, requestDigest(request))
          .find(({ state, assetId }) => state === 'done' && assetId !== null && library.assetPath(assetId).ok)
      : undefined;
    // What comes before an unread part is not known yet: room for the longest.
    const widest = known ? request : { ...request, text: request.text + 'x'.repeat(readingContextMost * 3) };
    const price = await generator.estimate(widest);
    if (!price.ok) return price;
    // The second request names what was wrong with the first answer.
    const second = await generator.estimate({ ...widest, text: widest.text + 'x'.repeat(1_000) });
    if (!second.ok) return second;
    if (choice.repair) repairUsdMicros += second.value.costUsdMicros;
    if (job !== undefined) {
      done += 1;
      const read = checkChunk(plan, chunk, await readResult(library, job));
      if (choice.repair && read.stretches.every(({ outcome }) => outcome.ok)) {
        repairUsdMicros -= second.value.costUsdMicros;
      }
      context = carryOn(context, read);
      continue;
    }
    known = false;
    firstUsdMicros += price.value.costUsdMicros;
    ({ basis, pricedAtMs } = price.value);
  }
  const costUsdMicros = firstUsdMicros + repairUsdMicros;
  return ok({ parts: plan.chunks.length, done, costUsdMicros, repairUsdMicros, basis, pricedAtMs });
}
