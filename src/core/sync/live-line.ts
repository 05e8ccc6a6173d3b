import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncService } from '../ports/sync-service.ts';
import { pauseMs } from './after-fault.ts';

export interface LiveLineParts {
  readonly service: SyncService;
  readonly clock: Clock;
  readonly random: () => number;
  /** A project that this person can see has come to `head`. */
  readonly onHead: (projectId: string, head: number) => void;
  /** Its comments have come to `commentSeq`: null where whoever was asked does not say. */
  readonly onComments: (projectId: string, commentSeq: number | null) => void;
  readonly onList: (projects: readonly RemoteProject[]) => void;
  /** Why neither news nor a list could be had. */
  readonly onFault: (fault: Fault) => void;
}

/** What tells a device that others have written something. */
export interface LiveLine {
  /** Asks for the list now; also begins the stream anew where it waits for that. */
  lookNow(): void;
  close(): Promise<void>;
}

/** Where no stream gets through, the list is asked for this often at least: it names the heads. */
const pollMs = 10_000;
/** Where one does, this often: roles and titles are in the list only. */
const lookMs = 60_000;

/**
 * Listens to the stream of the service, and asks for the list of projects: at first, when the stream broke off, every ten seconds
 * while there is none, and every minute while there is one. Stands still while nobody is signed in.
 */
export function openLiveLine(parts: LiveLineParts): LiveLine {
  const { clock, service } = parts;
  const closing = new AbortController();
  let wake = new AbortController();
  let lastEventId: string | null = null;

  const wait = async (ms: number): Promise<void> => {
    wake = new AbortController();
    const signal = AbortSignal.any([wake.signal, closing.signal]);
    await clock.wait(ms, signal, { background: true });
  };

  const look = async (): Promise<Fault | null> => {
    const list = await service.projects(closing.signal);
    if (closing.signal.aborted) return null;
    if (!list.ok) {
      parts.onFault(list.fault);
      return list.fault;
    }
    parts.onList(list.value);
    for (const { id, head, commentSeq = null } of list.value) {
      parts.onHead(id, head);
      parts.onComments(id, commentSeq);
    }
    return null;
  };

  /** Looks at the list for as long as the stream stands, which ends it by ending `stands`. */
  const lookNowAndThen = async (stands: AbortSignal): Promise<void> => {
    while (!stands.aborted) {
      wake = new AbortController();
      await clock.wait(lookMs, AbortSignal.any([wake.signal, stands]), { background: true });
      if (!stands.aborted) await look();
    }
  };

  const listen = async (): Promise<Fault | null> => {
    const ended = new AbortController();
    const stands = AbortSignal.any([ended.signal, closing.signal]);
    const looking = lookNowAndThen(stands);
    try {
      const live = await service.live(
        lastEventId,
        (event, id) => {
          if (id !== '') lastEventId = id;
          if ('head' in event) parts.onHead(event.projectId, event.head);
          else parts.onComments(event.projectId, event.commentSeq);
        },
        closing.signal,
      );
      return live.ok ? null : live.fault;
    } finally {
      ended.abort();
      await looking;
    }
  };

  const run = async (): Promise<void> => {
    for (let misses = 0; !closing.signal.aborted; ) {
      const missed = await look();
      if (closing.signal.aborted) return;
      if (missed !== null) {
        misses += 1;
        const forEver = missed.code === 'sync.signed-out';
        await wait(forEver ? signedOutLookMs : Math.max(500, pauseMs(misses, null, parts.random)));
        continue;
      }
      misses = 0;
      const beganMs = clock.nowMs();
      await listen();
      // A stream that breaks at once is not begun in a circle.
      const stoodMs = clock.nowMs() - beganMs;
      if (!closing.signal.aborted)
        await wait(stoodMs < pollMs ? Math.ceil(pollMs * (0.5 + parts.random() / 2)) : 500);
    }
  };

  const running = run().catch((thrown) => parts.onFault(faultOf(thrown, 'sync.engine-failed')));
  return {
    lookNow: () => wake.abort(),
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** Signing in is told; this is for a token that comes without it. */
const signedOutLookMs = 10 * 60_000;
