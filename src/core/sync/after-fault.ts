import type { Fault } from '../../domain/kernel/result.ts';
import type { SyncState } from '../../domain/sync/sync-status.ts';

/** What a mirror does after a fault, and what is said meanwhile. */
export interface AfterFault {
  readonly state: SyncState;
  /** When it tries again by itself. */
  readonly againInMs: number;
  /** Nothing is sent until a person or a new answer changes it; receiving goes on. */
  readonly stopsSending: boolean;
}

export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

const usualBackoff: Backoff = { baseMs: 1_000, capMs: 60_000 };
/** What was refused is asked about again now and then: a role may be given, a database mended. */
export const refusedAgainMs = 10 * 60_000;
/** Longest pause that the service is believed to mean. */
const longestRetryAfterMs = 3_600_000;

/**
 * Pause before try `misses` + 1: anywhere between nothing and the doubled base (AWS, "Exponential Backoff And Jitter", 2015, full
 * jitter), never less than was asked for, and then up to a tenth more, so that devices do not come back in the same instant.
 */
export function pauseMs(
  misses: number,
  retryAfterMs: number | null,
  random: () => number,
  { baseMs, capMs }: Backoff = usualBackoff,
): number {
  if (retryAfterMs !== null)
    return Math.ceil(Math.min(retryAfterMs, longestRetryAfterMs) * (1 + random() * 0.1));
  return Math.ceil(random() * Math.min(capMs, baseMs * 2 ** Math.min(misses, 30)));
}

/** Of a film that was mirrored: the service cannot say which of the two it is without telling what is not shared. */
const removed =
  'The film was removed from the service, or is not shared with you any more. Everything is kept on this computer, and goes on being saved here. Its owner can bring it back for thirty days.';

/** `sinceMs` is when the service was first missed in a row, `misses` how many tries failed before this one. */
export function afterFault(
  fault: Fault,
  at: {
    readonly nowMs: number;
    readonly sinceMs: number;
    readonly misses: number;
    readonly random: () => number;
  },
): AfterFault {
  const { code, message } = fault;
  const againInMs = pauseMs(at.misses, retryAfterOf(fault), at.random);
  const refused = (stopsSending: boolean): AfterFault => ({
    state: { kind: 'refused', code, message },
    againInMs: refusedAgainMs,
    stopsSending,
  });
  switch (code) {
    case 'sync.unreachable':
      return { state: { kind: 'offline', sinceMs: at.sinceMs }, againInMs, stopsSending: false };
    case 'sync.signed-out':
      return {
        state: { kind: 'waiting', code, message, untilMs: null },
        againInMs: Number.POSITIVE_INFINITY,
        stopsSending: false,
      };
    case 'sync.read-only':
    case 'sync.newer-schema':
      return refused(true);
    case 'sync.no-project':
      return { ...refused(false), state: { kind: 'refused', code, message: removed } };
    case 'sync.no-access':
    case 'sync.bad-request':
    case 'sync.bad-row':
    case 'sync.too-large':
    case 'sync.over-quota':
      return refused(false);
    default:
      return {
        state: { kind: 'waiting', code, message, untilMs: at.nowMs + againInMs },
        againInMs,
        stopsSending: false,
      };
  }
}

/** What the service asked for, milliseconds; null where it named nothing. */
export function retryAfterOf({ detail }: Fault): number | null {
  const ms = detail?.['retryAfterMs'];
  return typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 ? ms : null;
}
