import type { ReadingRequest } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import type { JobId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, FaultError, fail, type Result, unwrap } from '../../../domain/kernel/result.ts';
import type { UsableAnswer } from '../../../domain/shots/model-reading/reading-answer.ts';
import type { ReadingChunk } from '../../../domain/shots/model-reading/reading-chunks.ts';
import type { CarriedContext } from '../../../domain/shots/model-reading/reading-prompt.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Orchestrator } from '../../orchestrator/orchestrator.ts';
import type { Generator } from '../../ports/generator.ts';
import { createEventQueue } from '../../progress/event-queue.ts';
import type { Store } from '../../store/store.ts';
import { applyReading, type FellBack } from './apply-reading.ts';
import { carryOn, checkChunk, type ReadChunk } from './check-chunk.ts';
import { planReading, type ReadingChoice, type ReadingPlan, readingRequest } from './plan-reading.ts';
import { readResult } from './read-result.ts';

export interface ReadStoryParts {
  readonly store: Store;
  readonly orchestrator: Orchestrator;
  readonly library: Pick<MediaLibrary, 'assetPath'>;
  readonly onAsked?: (job: Job) => void;
}

export interface ReadingProgress {
  readonly done: number;
  readonly parts: number;
  /** What the model has said so far in the part that is being read. */
  readonly words: string;
  readonly costUsdMicros: number;
  /** Set with the last report. */
  readonly result: ReadingResult | null;
}

export interface ReadingResult {
  readonly scenesRead: number;
  readonly fellBack: FellBack[];
  /** Records that were changed; 0 where everything was so already. */
  readonly changes: number;
  readonly scenesChanged: number;
  readonly shotsChanged: number;
}

export const readingLabel = 'Break down with a language model';

/** What only a person can put right: another request would end the same way. */
function endsAll(code: string | null): boolean {
  return (
    code !== null &&
    /^(?:provider\.(?:key-|no-balance|unreachable|rate-limited|model-gone)|money\.|library\.)/.test(code)
  );
}

/**
 * Has a language model break the text down, part by part, each told of what came before, and takes over what fits in one edit.
 * Every part is a job: what was answered before, by an earlier run as well, is not asked for again. When `signal` aborts, or what
 * only a person can put right comes between, the answers stay and nothing of the project is changed.
 */
export async function* readStory(
  parts: ReadStoryParts,
  projectId: ProjectId,
  generator: Generator,
  choice: ReadingChoice,
  signal: AbortSignal,
): AsyncGenerator<ReadingProgress, ReadingProgress> {
  const { store, library } = parts;
  const plan = unwrap(planReading(store, projectId, generator, choice));
  const read: ReadChunk[] = [];
  let { context } = plan;
  let costUsdMicros = 0;
  const report = (words = '', result: ReadingResult | null = null): ReadingProgress => ({
    done: read.length,
    parts: plan.chunks.length,
    words,
    costUsdMicros,
    result,
  });
  async function* answerOf(request: ReadingRequest): AsyncGenerator<ReadingProgress, Result<UsableAnswer>> {
    const asked = yield* ask(parts, projectId, generator, request, signal, (words) => report(words));
    costUsdMicros += asked.costUsdMicros ?? 0;
    if (asked.state === 'done') return readResult(library, asked);
    const fault: Fault = {
      code: (asked.faultCode ?? 'job.failed') as Fault['code'],
      message: asked.faultMessage ?? 'The request ended without an answer.',
    };
    if (asked.state === 'cancelled' || endsAll(asked.faultCode)) throw new FaultError(fault);
    return fail(fault.code, fault.message);
  }
  yield report();
  for (const chunk of plan.chunks) {
    signal.throwIfAborted();
    const request = readingRequest(plan, generator.provider, chunk, context);
    let result = checkChunk(plan, chunk, yield* answerOf(request));
    const again = choice.repair ? repairOf(plan, generator.provider, chunk, context, result) : null;
    if (again !== null) {
      const mended = checkChunk(plan, again.chunk, yield* answerOf(again.request));
      result = mergeRepair(result, mended);
    }
    read.push(result);
    context = carryOn(context, result);
    yield report();
  }
  signal.throwIfAborted();
  const current = unwrap(planReading(store, projectId, generator, choice));
  const applied = applyReading(current, read, store.rows('place', projectId));
  const { changes } = applied.patch;
  if (changes.length > 0) {
    unwrap(store.commit(applied.patch, { projectId, label: readingLabel, undoable: true }));
  }
  const changed = (entity: string): number => changes.filter((change) => change.entity === entity).length;
  return report('', {
    scenesRead: applied.scenesRead,
    fellBack: [...applied.fellBack],
    changes: changes.length,
    scenesChanged: changed('scene'),
    shotsChanged: changed('shot'),
  });
}

/** The stretches that do not fit, asked for once more with what was wrong; null where all fit. */
function repairOf(
  plan: ReadingPlan,
  provider: string,
  { stretches }: ReadingChunk,
  context: CarriedContext,
  result: ReadChunk,
): { readonly chunk: ReadingChunk; readonly request: ReadingRequest } | null {
  const wrong = result.stretches.filter(({ outcome }) => !outcome.ok);
  // A lost answer may have been charged, and what was refused is refused again: neither is asked for once more.
  if (
    wrong.length === 0 ||
    wrong.some(({ outcome }) => !outcome.ok && outcome.fault.code !== 'reading.refused')
  )
    return null;
  const failed = new Set(wrong.map(({ stretch }) => stretch));
  const chunk = { stretches: stretches.filter((stretch) => failed.has(stretch)) };
  const trouble = wrong.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.fault.message]));
  return { chunk, request: readingRequest(plan, provider, chunk, context, trouble) };
}

function mergeRepair(first: ReadChunk, mended: ReadChunk): ReadChunk {
  const byStretch = new Map(mended.stretches.map((one) => [one.stretch, one]));
  return {
    stretches: first.stretches.map((one) => byStretch.get(one.stretch) ?? one),
    cast: [...first.cast, ...mended.cast],
    places: [...first.places, ...mended.places],
  };
}

/** One request as a job, followed to its end; its words are reported as they come. */
async function* ask(
  { store, orchestrator, onAsked }: ReadStoryParts,
  projectId: ProjectId,
  generator: Generator,
  request: ReadingRequest,
  signal: AbortSignal,
  report: (words: string) => ReadingProgress,
): AsyncGenerator<ReadingProgress, Job> {
  const price = unwrap(await generator.estimate(request));
  const events = createEventQueue<{ readonly words: string | null }>();
  let id: JobId | null = null;
  const stopListening = orchestrator.onJob(({ job, words }) => {
    if (job.id === id) events.pushLatest({ words });
  });
  let stuck: Fault | null = null;
  const stopWatching = orchestrator.onStuck((job, fault) => {
    if (job.id !== id) return;
    stuck = fault;
    events.end();
  });
  const onAbort = (): void => events.end();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { costUsdMicros, basis, pricedAtMs } = price;
    const [job] = unwrap(
      orchestrator.enqueue([
        { projectId, request, estimateUsdMicros: costUsdMicros, priceBasis: basis, pricedAtMs },
      ]),
    );
    if (job === undefined) throw new Error('a request that is asked for is a job');
    id = job.id;
    onAsked?.(job);
    events.pushLatest({ words: null });
    for await (const { words } of events.read()) {
      if (words !== null) yield report(words);
      const now = store.row('job', job.id);
      if (now !== null && !isOpen(now)) return now;
    }
    signal.throwIfAborted();
    if (stuck !== null) throw new FaultError(stuck);
    throw new Error('the events of a job end with it');
  } finally {
    signal.removeEventListener('abort', onAbort);
    stopListening();
    stopWatching();
  }
}
