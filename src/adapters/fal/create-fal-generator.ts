import type { Clock } from '../../core/ports/clock.ts';
import type { Generator } from '../../core/ports/generator.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { modelFor } from './build-input.ts';
import { createFalAddresses } from './fal-addresses.ts';
import { checkKey, defaultTimeouts, type FalClient, type FalTimeouts } from './fal-client.ts';
import { fetchResult } from './fetch-result.ts';
import { cancelRequest, pollRequest } from './follow-request.ts';
import { defaultFalModels, type FalModel, falModels } from './models.ts';
import { createFalPrices } from './read-prices.ts';
import { submitRequest, type UploadedFrames } from './submit-request.ts';
import { testFalKey } from './test-fal-key.ts';

export interface FalOptions {
  /** One for good, as tests have it, or where to look for the key with each request; null while none is set. */
  readonly key: string | (() => Promise<string | null>);
  readonly clock: Clock;
  /** A server on this computer in place of every host of Fal; see `parseLoopbackOrigin`. */
  readonly origin?: URL | null;
  /** Requests that Fal runs at once for the account: 2 for a new one, up to 40 with credits. */
  readonly maxConcurrent?: number;
  readonly pollIntervalMs?: number;
  readonly timeouts?: Partial<FalTimeouts>;
}

/**
 * Fal behind the generator port. Fails for a fixed key that is missing or unusable; one that is looked up may come later,
 * and until then what is asked answers `provider.key-missing`. A wrong one shows with the first request.
 */
export function createFalGenerator(options: FalOptions): Result<Generator> {
  const { key: given } = options;
  const fixed = typeof given === 'string' ? checkKey(given) : null;
  if (fixed?.ok === false) return fixed;
  const key = typeof given === 'string' ? () => Promise.resolve(given) : given;
  const client: FalClient = {
    key,
    clock: options.clock,
    addresses: createFalAddresses(options.origin ?? null),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
  };
  const prices = createFalPrices(client);
  const uploaded: UploadedFrames = new Map();
  return ok({
    provider: 'fal',
    free: false,
    defaultModels: defaultFalModels,
    models: () => falModels.map(factsOfModel),
    async ready() {
      const found = checkKey((await key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey,
    testKey: () => testFalKey(client),
    maxConcurrent: options.maxConcurrent ?? 2,
    pollIntervalMs: options.pollIntervalMs ?? 2_000,
    async estimate(request) {
      const model = modelFor(request);
      return model.ok ? ok(await prices.estimate(model.value.model, model.value.request)) : model;
    },
    submit: (request, context) => submitRequest(client, uploaded, request, context),
    poll: (_request, handle, signal) => pollRequest(client, handle, signal),
    fetch: (request, handle, folder, signal) => fetchResult(client, prices, request, handle, folder, signal),
    cancel: (_request, handle) => cancelRequest(client, handle),
    close: () => Promise.resolve(),
  });
}

function factsOfModel(model: FalModel): ModelFacts {
  const lengths = model.kind === 'clip' ? model.durations.map(({ seconds }) => seconds) : null;
  return {
    provider: 'fal',
    id: model.id,
    name: model.name,
    kind: model.kind,
    lengthsSeconds: lengths,
    mostSeconds: lengths?.at(-1) ?? null,
    aspects: null,
    mostPromptCharacters: model.promptLimit,
    mostReferences: 0,
    takesEndFrame: false,
    takesSeed: model.hasSeed,
    makesSound: false,
    voices: null,
    prices: [{ unit: model.unit, usdMicros: model.tablePriceUsdMicros, pricedAtMs: null }],
    keptForMs: 7 * 24 * 60 * 60_000,
    inputSchema: null,
    origin: 'table',
    gone: false,
  };
}
