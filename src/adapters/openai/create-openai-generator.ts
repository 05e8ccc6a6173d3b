import type { Clock } from '../../core/ports/clock.ts';
import type { Generator } from '../../core/ports/generator.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { AskTimeouts } from '../../net/ask-provider.ts';
import { fetchKept, lookUpKept, pollKept } from '../../net/kept-outcomes.ts';
import { keptResultId } from '../../net/kept-result.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { askOpenAi, checkOpenAiKey, defaultTimeouts, type OpenAiAccess, say } from './openai-client.ts';
import { readOpenAiError, refusalFault } from './openai-faults.ts';
import {
  defaultOpenAiModels,
  estimateCost,
  factsOfOpenAiModel,
  openAiModels,
  outputTokens,
  pictureSize,
  qualityOf,
  tablePricesDate,
} from './openai-models.ts';
import { modelFor, submitPicture } from './submit-picture.ts';

export interface OpenAiOptions {
  /** The key as it is when something is asked; null while none is set. */
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of OpenAI's; see `parseLoopbackOrigin`. */
  readonly origin?: URL | null;
  readonly timeouts?: Partial<AskTimeouts>;
}

/** OpenAI behind the generator port: pictures, made within the answer and kept by nobody but us. */
export function createOpenAiGenerator(options: OpenAiOptions): Result<Generator> {
  const access: OpenAiAccess = {
    key: options.key,
    clock: options.clock,
    origin: options.origin ?? null,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
  };
  return ok({
    provider: 'openai',
    requestsPage: 'https://platform.openai.com/usage',
    free: false,
    defaultModels: defaultOpenAiModels,
    models: () => openAiModels.map(factsOfOpenAiModel),
    async ready() {
      const found = checkOpenAiKey((await access.key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey: checkOpenAiKey,
    testKey: () => testKey(access),
    // Each holds a line open until its picture is there.
    maxConcurrent: 4,
    pollIntervalMs: 1_000,
    async estimate(asked) {
      const found = modelFor(asked);
      if (!found.ok) return found;
      const { model, request } = found.value;
      const size = pictureSize(model, request);
      const quality = qualityOf(request);
      const tokens = outputTokens(model, size, quality);
      const each = formatUsd(model.imageOutputPrice * 1_000_000);
      return ok({
        costUsdMicros: estimateCost(model, request),
        basis: `1 image of ${size.width} × ${size.height}, ${quality}, about ${tokens} tokens at ${each} a million (${model.name}, price of ${tablePricesDate})`,
        pricedAtMs: null,
      });
    },
    submit: (request, context) => submitPicture(access, request, context),
    poll: (_request, handle) => Promise.resolve(pollKept('OpenAI', handle)),
    fetch: (_request, handle, folder) => fetchKept('OpenAI', handle, folder),
    // The picture is there with the answer: nothing is left to be taken back.
    cancel: () => Promise.resolve({ kind: 'too-late' }),
    lookUp: (request, { folder }) => lookUpKept(say, keptResultId(request), folder),
    checkHealth: (signal) => checkHealth(access, signal),
    close: () => Promise.resolve(),
  });
}

/** What is known of a model: free, and tells a wrong key from one that may not use it. */
const freeQuestion = `/v1/models/${defaultOpenAiModels.still}`;

async function testKey(access: OpenAiAccess): Promise<Result<string>> {
  const asked = await askOpenAi(access, freeQuestion);
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: say.trouble('no answer came') };
  const { status } = answer;
  if (status === 200) return ok('OpenAI took the key. Nothing was charged.');
  if ([401, 402, 403, 404].includes(status)) {
    return { ok: false, fault: refusalFault(readOpenAiError(status, jsonOf(answer.body))) };
  }
  return fail(
    'provider.unreachable',
    `OpenAI answered the test with ${status}, which says nothing about the key. Nothing was charged; try again later.`,
  );
}

async function checkHealth(
  access: OpenAiAccess,
  signal: AbortSignal,
): Promise<Result<{ readonly answeredInMs: number }>> {
  const startedMs = performance.now();
  const asked = await askOpenAi(access, freeQuestion, signal);
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: say.trouble(answer.cause.message) };
  if (answer.status >= 500) return { ok: false, fault: say.trouble(`HTTP ${answer.status}`) };
  return ok({ answeredInMs: Math.round(performance.now() - startedMs) });
}
