import type { Generator } from '../../src/core/ports/generator.ts';
import { ok } from '../../src/domain/kernel/result.ts';

/** Takes forty at once and finishes none of them. */
export const silentGenerator: Generator = {
  provider: 'fake',
  free: false,
  maxConcurrent: 40,
  defaultModels: { still: 'fake-1', clip: 'fake-1' },
  pollIntervalMs: 1_000,
  estimate: async () => ok({ costUsdMicros: 10_000, basis: '1 request', pricedAtMs: 1 }),
  submit: () => new Promise(() => {}),
  poll: async () => ({ kind: 'waiting', position: 1 }),
  fetch: () => new Promise(() => {}),
  cancel: async () => ({ kind: 'cancelled' }),
  close: async () => {},
};
