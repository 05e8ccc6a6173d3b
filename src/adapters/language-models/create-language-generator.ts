import type { Clock } from '../../core/ports/clock.ts';
import type { Generator } from '../../core/ports/generator.ts';
import type { GenerationRequest, ReadingRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { answerFileName, copyOfAnswer, handleOfAnswer, readKeptAnswer } from './answer-file.ts';
import { languageFault } from './language-faults.ts';
import {
  type LanguageModelFacts,
  type LanguageProvider,
  type LanguageProviderName,
  languageProviders,
} from './language-providers.ts';
import { askFree, modelsOfOpenRouter } from './read-models.ts';
import { estimateReading, type TokenPrices } from './reading-price.ts';
import { streamReading } from './stream-reading.ts';

export interface LanguageOptions {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of the provider's; null for the provider itself. */
  readonly origin?: URL | null;
  readonly connectTimeoutMs?: number;
  readonly answerTimeoutMs?: number;
}

interface KnownModel extends LanguageModelFacts {
  readonly pricedAtMs: number | null;
}

/**
 * Language models of a provider behind the generator port, for the kind `reading` alone. They answer with the result itself and
 * keep none: a lost answer is a lost reading.
 */
export function createLanguageGenerator(name: LanguageProviderName, options: LanguageOptions): Generator {
  const provider: LanguageProvider = languageProviders[name];
  const { clock, origin = null } = options;
  let models: readonly KnownModel[] = provider.models.map((model) => ({ ...model, pricedAtMs: null }));
  const resolve = (url: URL): URL => {
    if (url.protocol !== 'https:' || url.hostname !== provider.host) {
      throw new Error(`${provider.name} is only asked at ${provider.host}`);
    }
    return origin === null ? url : new URL(`${url.pathname}${url.search}`, origin);
  };
  const checkKey = (key: string): Result<string> => {
    const trimmed = key.trim();
    if (trimmed === '') {
      return fail(
        'provider.key-missing',
        `No key for ${provider.name} is set. Nothing was sent. Keys are made at ${provider.keysPage}; enter one in the settings.`,
      );
    }
    return provider.keyShape.test(trimmed)
      ? ok(trimmed)
      : fail(
          'provider.key-refused',
          `That does not look like ${provider.keyWords}. Nothing was sent or stored.`,
        );
  };
  const currentKey = async (): Promise<Result<string>> => checkKey((await options.key()) ?? '');
  const readingOf = (
    request: GenerationRequest,
  ): Result<{ readonly request: ReadingRequest; readonly prices: TokenPrices }> => {
    const model = models.find(({ id }) => id === request.model);
    if (request.kind !== 'reading' || model === undefined) {
      return fail(
        'provider.request-refused',
        `${provider.name} has no language model "${request.model}" here. Nothing was sent. Choose another model.`,
      );
    }
    return ok({ request, prices: model });
  };
  const timeoutMs = 20_000;
  const gone = languageFault(
    'provider.result-gone',
    `${provider.name} keeps no answers, and the one that came is not on this disk any more.`,
  );

  return {
    provider: provider.provider,
    free: false,
    defaultModels: { reading: provider.models[0].id },
    models: () => models.map((model) => factsOf(provider, model)),
    ...(name === 'openrouter'
      ? {
          async refreshModels(signal: AbortSignal) {
            const key = await currentKey();
            if (!key.ok) return key;
            const read = await askFree(
              { provider, key: key.value, resolve, timeoutMs, signal },
              '/api/v1/models',
            );
            if (!read.ok) return read;
            const pricedAtMs = clock.nowMs();
            const fresh = modelsOfOpenRouter(read.value).map((model) => ({ ...model, pricedAtMs }));
            const usual = new Set(provider.models.map(({ id }) => id));
            if (fresh.length > 0)
              models = [
                ...fresh.filter(({ id }) => usual.has(id)),
                ...fresh.filter(({ id }) => !usual.has(id)),
              ];
            return ok(models.length);
          },
        }
      : {}),
    async ready() {
      const key = await currentKey();
      return key.ok ? ok(undefined) : key;
    },
    checkKey,
    async testKey() {
      const key = await currentKey();
      if (!key.ok) return key;
      const asked = await askFree({ provider, key: key.value, resolve, timeoutMs });
      return asked.ok ? ok(`The key works: ${provider.name} answered.`) : asked;
    },
    async checkHealth(signal) {
      const key = await currentKey();
      if (!key.ok) return key;
      const startMs = clock.nowMs();
      const asked = await askFree({ provider, key: key.value, resolve, timeoutMs, signal });
      return asked.ok ? ok({ answeredInMs: clock.nowMs() - startMs }) : asked;
    },
    maxConcurrent: 4,
    pollIntervalMs: 1_000,
    async estimate(request) {
      const reading = readingOf(request);
      return reading.ok ? ok(estimateReading(reading.value.request, reading.value.prices)) : reading;
    },
    async submit(request, context) {
      const reading = readingOf(request);
      if (!reading.ok) return { kind: 'refused', fault: reading.fault };
      const key = await currentKey();
      if (!key.ok) return { kind: 'refused', fault: key.fault };
      const { connectTimeoutMs = 20_000, answerTimeoutMs = 10 * 60_000 } = options;
      const { prices } = reading.value;
      const line = { provider, key: key.value, clock, resolve, connectTimeoutMs, answerTimeoutMs, prices };
      return streamReading(line, reading.value.request, context);
    },
    // What was accepted is in the job's folder already.
    async poll(_request, handle) {
      return handle.responseUrl === answerFileName ? { kind: 'ready' } : { kind: 'gone', fault: gone };
    },
    async fetch(_request, handle, folder) {
      const answer = await readKeptAnswer(folder);
      if (answer === null || answer.id !== handle.requestId) return { kind: 'gone', fault: gone };
      const { costUsdMicros } = answer;
      return { kind: 'fetched', path: await copyOfAnswer(folder), mime: 'application/json', costUsdMicros };
    },
    cancel: () => Promise.resolve({ kind: 'too-late' }),
    async lookUp(_request, { folder }) {
      const answer = await readKeptAnswer(folder);
      if (answer !== null) {
        return { kind: 'found', handle: handleOfAnswer(answer) };
      }
      const message = `${provider.name} keeps no answers: whether the lost one was charged is on its usage page.`;
      return { kind: 'not-found', fault: languageFault('provider.result-gone', message) };
    },
    close: () => Promise.resolve(),
  };
}

function factsOf({ provider }: LanguageProvider, model: KnownModel): ModelFacts {
  const { pricedAtMs } = model;
  return {
    provider,
    id: model.id,
    name: model.name,
    kind: 'reading',
    lengthsSeconds: null,
    mostSeconds: null,
    aspects: null,
    mostPromptCharacters: null,
    mostReferences: 0,
    takesEndFrame: false,
    takesSeed: false,
    makesSound: false,
    voices: null,
    prices: [
      { unit: 'input-token', usdMicros: model.inputUsdMicros, pricedAtMs },
      { unit: 'output-token', usdMicros: model.outputUsdMicros, pricedAtMs },
    ],
    keptForMs: 0,
    inputSchema: null,
    origin: pricedAtMs === null ? 'table' : 'provider',
    gone: false,
  };
}
