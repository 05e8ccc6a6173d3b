import type { HeldResult, LookUpOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { jsonOf, textOf } from '../../net/read-answer.ts';
import { modelFor, plainInput } from './build-input.ts';
import { costOf, isOfModel, type Prediction, readPrediction } from './prediction.ts';
import { askReplicate, ownPath, type ReplicateAccess, say, unreachable } from './replicate-client.ts';
import { refusalFault, replicateWords } from './replicate-faults.ts';
import { keptForMs, replicateModels } from './replicate-models.ts';
import { handleOfPrediction } from './submit-prediction.ts';

interface Listed {
  /** Newest first, back to the time that was asked for. */
  readonly predictions: readonly Prediction[];
  /** Whether the list was read back that far: nothing can be missing in it. */
  readonly complete: boolean;
  /** Replicate's clock less ours. */
  readonly skewMs: number;
}

const mostPages = 100;
/** A request may be on the list a little before or after the moment that we noted. */
const marginMs = 60_000;
/** For this long a list that does not name a request proves nothing. */
const settledAfterMs = 5 * 60_000;

/** What became of a request whose answer was lost, by its seed and words in the account's own list of predictions. */
export async function lookUpPrediction(
  access: ReplicateAccess,
  request: GenerationRequest,
  {
    sentAtMs,
    isTaken = () => false,
    signal,
  }: {
    readonly sentAtMs: number;
    readonly isTaken?: (requestId: string) => boolean;
    readonly signal: AbortSignal;
  },
): Promise<LookUpOutcome> {
  const asked = modelFor(request);
  if (!asked.ok) return { kind: 'not-found', fault: asked.fault };
  const { model } = asked.value;
  const list = await readList(access, sentAtMs - marginMs, signal);
  if (!list.ok) return unreachable(list.fault);
  const { predictions, complete, skewMs } = list.value;
  const sentThere = sentAtMs + skewMs;
  const since = predictions.filter(
    (one) =>
      (one.createdAtMs ?? sentThere) >= sentThere - marginMs && (one.model === '' || isOfModel(one, model)),
  );
  const input = Object.entries(plainInput(asked.value));
  const alike = since.filter(
    (one) =>
      !isTaken(one.id) &&
      input.every(([field, value]) => JSON.stringify(one.input[field]) === JSON.stringify(value)),
  );
  const [only] = alike;
  // Without a seed another shot with the same words would look the same.
  if (alike.length > 1 || (only !== undefined && !model.hasSeed)) {
    return { kind: 'not-found', fault: cannotTell(alike.length) };
  }
  if (only !== undefined) return { kind: 'found', handle: handleOfPrediction(only.id) };
  // Of one without its model or its input nobody can say that it is another.
  if (!complete || since.some((one) => one.dataRemoved || one.model === '')) {
    return { kind: 'not-found', fault: notListed() };
  }
  const ageMs = access.clock.nowMs() - sentAtMs;
  return ageMs >= settledAfterMs ? { kind: 'never-begun' } : unreachable(notListed(), settledAfterMs - ageMs);
}

/** What Replicate still holds: finished, with its files there, which it is for an hour. */
export async function listHeldPredictions(
  access: ReplicateAccess,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Result<readonly HeldResult[]>> {
  const list = await readList(access, Math.max(sinceMs, access.clock.nowMs() - 2 * keptForMs), signal);
  if (!list.ok) return list;
  return ok(
    list.value.predictions
      .filter(
        ({ status, dataRemoved, outputs }) => status === 'succeeded' && !dataRemoved && outputs.length > 0,
      )
      .map((one) => {
        const model = replicateModels.find((known) => isOfModel(one, known));
        const seconds = one.input['duration'];
        return {
          handle: handleOfPrediction(one.id),
          model: model?.id ?? one.model,
          input: one.input,
          finishedAtMs: one.completedAtMs,
          costUsdMicros:
            model === undefined ? null : costOf(model, one, typeof seconds === 'number' ? seconds : 0),
        };
      }),
  );
}

async function readList(
  access: ReplicateAccess,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Result<Listed>> {
  const predictions: Prediction[] = [];
  let path: string | null = '/v1/predictions';
  let skewMs = 0;
  for (let page = 0; path !== null && page < mostPages; page++) {
    const asked = await askReplicate(access, { method: 'GET', path, signal });
    if (!asked.ok) return asked;
    const answer = asked.value;
    if (answer.kind !== 'answer') return { ok: false, fault: say.trouble(answer.cause.message) };
    if (answer.status === 429 || answer.status >= 500) {
      return { ok: false, fault: say.trouble(replicateWords(answer)) };
    }
    if (answer.status >= 400) return { ok: false, fault: refusalFault(answer) };
    const body = jsonOf(answer.body);
    const results = body?.['results'];
    if (!Array.isArray(results)) return { ok: false, fault: say.unreadable() };
    if (page === 0) skewMs = skewOf(answer.headers.date, access.clock.nowMs());
    for (const value of results) {
      const prediction = readPrediction(value);
      // One that cannot be read may be the one that is looked for.
      if (prediction === null) return ok({ predictions, complete: false, skewMs });
      if (prediction.createdAtMs !== null && prediction.createdAtMs < sinceMs + skewMs) {
        return ok({ predictions, complete: true, skewMs });
      }
      predictions.push(prediction);
    }
    const next = textOf(body?.['next']);
    if (next === null) return ok({ predictions, complete: true, skewMs });
    path = ownPath(next);
  }
  return ok({ predictions, complete: false, skewMs });
}

function skewOf(date: string | undefined, nowMs: number): number {
  const there = Date.parse(date ?? '');
  return Number.isNaN(there) ? 0 : there - nowMs;
}

function notListed(): Fault {
  return {
    code: 'provider.result-gone',
    message:
      'The request is not on the list of your predictions at Replicate, but it may not be complete. Look for it at replicate.com/predictions.',
  };
}

function cannotTell(count: number): Fault {
  return {
    code: 'provider.result-gone',
    message: `Replicate lists ${count} predictions that look like this request, and which is its own cannot be told. Look for it at replicate.com/predictions.`,
  };
}
