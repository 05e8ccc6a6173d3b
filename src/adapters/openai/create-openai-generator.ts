import type { Generator } from '../../core/ports/generator.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { checkHealthBy, type FreeQuestion, testKeyBy } from '../../net/ask-free.ts';
import { fetchKept, lookUpKept, pollKept } from '../../net/kept-outcomes.ts';
import { keptResultId } from '../../net/kept-result.ts';
import { accessOf, type ProviderOptions } from '../../net/provider-access.ts';
import { jsonOf } from '../../net/read-answer.ts';
import type { ProviderAnswer } from '../../net/send-chargeable.ts';
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

export type OpenAiOptions = ProviderOptions;

/** OpenAI behind the generator port: pictures, made within the answer and kept by nobody but us. */
export function createOpenAiGenerator(options: OpenAiOptions): Result<Generator> {
  const access: OpenAiAccess = accessOf(options, defaultTimeouts);
  // What is known of a model tells a wrong key from one that may not use it.
  const askFree: FreeQuestion = (signal) =>
    askOpenAi(access, `/v1/models/${defaultOpenAiModels.still}`, signal);
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
    testKey: () => testKeyBy(askFree, say, keyRefusal),
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
    checkHealth: (signal) => checkHealthBy(askFree, say, signal),
    close: () => Promise.resolve(),
  });
}

/** Statuses of an answer that are about the key, or what it may use. */
const aboutKey = [401, 402, 403, 404];

function keyRefusal({ status, body }: ProviderAnswer): Fault | null {
  return aboutKey.includes(status) ? refusalFault(readOpenAiError(status, jsonOf(body))) : null;
}
