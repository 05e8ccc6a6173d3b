import type { Fault } from '../../domain/kernel/result.ts';
import { SyncError, syncFaultCodes } from '../../domain/sync/sync-messages.ts';
import { retryAfterMs } from '../../net/read-answer.ts';

type SyncFaultCode = (typeof syncFaultCodes)[number];

export function syncFault(code: SyncFaultCode, message: string, detail?: Fault['detail']): Fault {
  return detail === undefined ? { code, message } : { code, message, detail };
}

export const lineFaults = {
  unreachable: (why: string): Fault =>
    syncFault(
      'sync.unreachable',
      `The sync service could not be reached: ${why}. Everything is saved on this computer, and it is tried again.`,
    ),
  broken: (why: string): Fault =>
    syncFault(
      'sync.unreachable',
      `The line to the sync service broke: ${why}. Everything is saved on this computer, and it is tried again.`,
    ),
  notTheService: (): Fault =>
    syncFault(
      'sync.broken',
      'Something else answered in place of the sync service, such as the sign-in page of a network. Everything is saved on this computer, and it is tried again.',
    ),
  unreadable: (): Fault =>
    syncFault(
      'sync.broken',
      'The sync service gave an answer that this version cannot read. Everything is saved on this computer. Update the studio.',
    ),
  signedOut: (): Fault =>
    syncFault(
      'sync.signed-out',
      'Nobody is signed in, so nothing is sent or received. Everything is saved on this computer. Sign in to go on.',
    ),
  busy: (waitMs: number | null): Fault =>
    syncFault(
      'sync.busy',
      'The sync service is busy. Everything is saved on this computer, and it is tried again.',
      { retryAfterMs: waitMs },
    ),
  tooLarge: (): Fault =>
    syncFault('sync.too-large', 'The sync service takes no batch of this size. A smaller one is sent.'),
};

const known: ReadonlySet<string> = new Set(syncFaultCodes);

/** What an answer that is no success means. `retryAfter` is the header of that name. */
export function faultOfAnswer(
  status: number,
  json: unknown,
  retryAfter: string | undefined,
  nowMs: number,
): Fault {
  const headerMs = retryAfterMs(retryAfter, nowMs);
  const said = SyncError.safeParse(json);
  if (said.success) {
    const { code, message, requestId, retryAfterMs: saidMs, applied } = said.data.error;
    const last = applied === undefined ? {} : { applied };
    const detail = { status, requestId, retryAfterMs: saidMs ?? headerMs, ...last };
    return syncFault(known.has(code) ? (code as SyncFaultCode) : 'sync.broken', message, detail);
  }
  // Not our service's words: a proxy before it, or somebody else altogether.
  if (status === 413) return lineFaults.tooLarge();
  if (status === 429 || (status >= 500 && status !== 511)) return lineFaults.busy(headerMs);
  return lineFaults.notTheService();
}
