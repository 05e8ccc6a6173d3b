import type { Clock } from '../../core/ports/clock.ts';
import type { Generator } from '../../core/ports/generator.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { modelFor } from './build-input.ts';
import { createFalAddresses } from './fal-addresses.ts';
import { checkKey, defaultTimeouts, type FalClient, type FalTimeouts } from './fal-client.ts';
import { fetchResult } from './fetch-result.ts';
import { cancelRequest, pollRequest } from './follow-request.ts';
import { defaultFalModels } from './models.ts';
import { createFalPrices } from './read-prices.ts';
import { submitRequest, type UploadedFrames } from './submit-request.ts';

export interface FalOptions {
  /** `FAL_KEY`, or `FAL_KEY_ID:FAL_KEY_SECRET`. */
  readonly key: string;
  readonly clock: Clock;
  /** A server on this computer in place of every host of Fal; see {@link parseFalOrigin}. */
  readonly origin?: URL | null;
  /** Requests that Fal runs at once for the account: 2 for a new one, up to 40 with credits. */
  readonly maxConcurrent?: number;
  readonly pollIntervalMs?: number;
  readonly timeouts?: Partial<FalTimeouts>;
}

/** Fal behind the generator port. Fails for a missing or unusable key; a wrong one shows with the first request. */
export function createFalGenerator(options: FalOptions): Result<Generator> {
  const key = checkKey(options.key);
  if (!key.ok) return key;
  const client: FalClient = {
    key: key.value,
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
    maxConcurrent: options.maxConcurrent ?? 2,
    pollIntervalMs: options.pollIntervalMs ?? 2_000,
    async estimate(request) {
      const model = modelFor(request);
      return model.ok ? ok(await prices.estimate(model.value, request)) : model;
    },
    submit: (request, context) => submitRequest(client, uploaded, request, context),
    poll: (_request, handle, signal) => pollRequest(client, handle, signal),
    fetch: (request, handle, folder, signal) => fetchResult(client, prices, request, handle, folder, signal),
    cancel: (_request, handle) => cancelRequest(client, handle),
    close: () => Promise.resolve(),
  });
}
