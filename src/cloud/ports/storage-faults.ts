import { fail, type Result } from '../../domain/kernel/result.ts';

/** What goes wrong between the service and its storage. `reason` is for the log. */
export function storageAsleep(reason: string, namedMs: number | null): Result<never> {
  return fail(
    'sync.storage-asleep',
    'The storage of the service does not answer at the moment. Nothing was lost. Try again in a moment.',
    { retryAfterMs: namedMs ?? 2_000, reason: `storage: ${reason}` },
  );
}

export function storageRefused(reason: string): Result<never> {
  return fail(
    'sync.broken',
    'The service failed at this. Nothing of it was kept. Its people find the reason by the request id.',
    { reason: `storage: ${reason}` },
  );
}

export function storageClockWrong(reason: string): Result<never> {
  return fail(
    'sync.storage-asleep',
    "The service's clock is wrong, so its storage lets nothing through. Nothing was lost. Its people must set the clock.",
    { retryAfterMs: 60_000, reason: `storage: ${reason}` },
  );
}
