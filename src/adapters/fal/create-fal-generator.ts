import type { Clock } from '../../core/ports/clock.ts';
import type { Generator } from '../../core/ports/generator.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { ProviderTimeouts } from '../../net/ask-provider.ts';
import { createFalCatalogue } from './catalogue.ts';
import { checkHealth } from './check-health.ts';
import { createFalAddresses } from './fal-addresses.ts';
import { checkKey, defaultTimeouts, type FalClient } from './fal-client.ts';
import { fetchResult } from './fetch-result.ts';
import { cancelRequest, pollRequest } from './follow-request.ts';
import { listHeld } from './list-held.ts';
import { lookUpRequest } from './look-up-request.ts';
import { defaultFalModels } from './models/fal-models.ts';
import { readCharge } from './read-charge.ts';
import { createFalPrices } from './read-prices.ts';
import { type FalSubmits, submitRequest } from './submit-request.ts';
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
  readonly timeouts?: Partial<ProviderTimeouts>;
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
  const catalogue = createFalCatalogue(client, prices);
  const submits: FalSubmits = { catalogue, carried: new Map(), accepted: new Set() };
  return ok({
    provider: 'fal',
    requestsPage: 'https://fal.ai/dashboard/requests',
    free: false,
    defaultModels: defaultFalModels,
    models: catalogue.models,
    refreshModels: catalogue.refresh,
    addModel: catalogue.add,
    removeModel: catalogue.remove,
    readForm: catalogue.form,
    keptModels: catalogue.kept,
    restoreModels: catalogue.restore,
    async ready() {
      const found = checkKey((await key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey,
    testKey: () => testFalKey(client),
    maxConcurrent: options.maxConcurrent ?? 2,
    pollIntervalMs: options.pollIntervalMs ?? 2_000,
    async estimate(request) {
      const plan = await catalogue.plan(request);
      return plan.kind === 'answer' ? prices.estimate(plan.value) : { ok: false, fault: plan.fault };
    },
    submit: (request, context) => submitRequest(client, submits, request, context),
    poll: (_request, handle, signal) => pollRequest(client, handle, signal),
    fetch: (request, handle, folder, signal) =>
      fetchResult(client, { catalogue, prices }, request, handle, folder, signal),
    cancel: (_request, handle) => cancelRequest(client, handle),
    lookUp: (request, lost) => lookUpRequest(client, submits, request, lost),
    listHeld: (sinceMs, signal) => listHeld(client, catalogue, sinceMs, signal),
    readCharge: (handle, signal) => readCharge(client, handle, signal),
    checkHealth: (signal) => checkHealth(client, signal),
    close: () => Promise.resolve(),
  });
}
