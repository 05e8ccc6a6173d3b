import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { SyncState } from '../../domain/sync/sync-status.ts';
import type { Clock } from '../ports/clock.ts';
import { afterFault, refusedAgainMs } from './after-fault.ts';
import { type ExchangeParts, exchange } from './exchange.ts';
import type { Turns } from './turns.ts';

export interface MirrorParts extends Omit<ExchangeParts, 'onPhase' | 'onMoved' | 'signal'> {
  readonly random: () => number;
  readonly turns: Turns;
  readonly onChange: () => void;
  /** The line works again, or was lost: other mirrors need not find out by themselves. */
  readonly onReached: (reached: boolean) => void;
  /** Nothing waits on either side. */
  readonly onEven: () => void;
  /** Why the service refuses the project; null once it takes it again. */
  readonly onRefusal: (fault: Fault | null) => void;
  readonly report: (fault: Fault) => void;
}

/** The mirror of one project: a loop that exchanges whenever there is something to exchange. */
export interface Mirror {
  readonly state: SyncState;
  readonly sentAtMs: number | null;
  readonly receivedAtMs: number | null;
  /** Something was written here. */
  wrote(): void;
  /** The service has come to `head`. */
  heard(head: number): void;
  /**
   * The list of projects names this `head`, or does not name the project (null). One below what is here already is from before the
   * last push, or of a service that was put back from a copy: asked about once for each list, because news of the stream come late
   * all the time. One that is named no more was removed, or is not shared any more, and one that is named again was brought back.
   */
  listed(head: number | null): void;
  /** Tries now, whatever it waits for: somebody asked, signed in, or the line is back. */
  tryNow(): void;
  /** Resolves when the exchange that is under way, or the one that is due, has ended. */
  settled(): Promise<Result<void>>;
  close(): Promise<void>;
}

/** Edits this close together travel together; also the most that an edit waits before it leaves. */
const gatherMs = 60;

export function createMirror(parts: MirrorParts, projectId: ProjectId): Mirror {
  const { clock, rows } = parts;
  const closing = new AbortController();
  let state: SyncState = { kind: 'saved-here' };
  let sentAtMs: number | null = null;
  let receivedAtMs: number | null = null;
  let wake = new AbortController();
  let due = { pull: true, push: true };
  /** The newest head that was heard of since the last exchange began; this device's own pushes are among them. */
  let heardHead = 0;
  let refusal: Fault | null = null;
  let misses = 0;
  let missedSinceMs: number | null = null;
  let ends: ((result: Result<void>) => void)[] = [];

  const show = (next: SyncState): void => {
    state = next;
    parts.onChange();
  };
  const stir = (): void => wake.abort();
  const exchangeParts: ExchangeParts = {
    ...parts,
    signal: closing.signal,
    onPhase: (kind) => {
      if (state.kind !== kind) show({ kind });
    },
    onMoved: (what) => {
      if (what === 'sent') sentAtMs = clock.nowMs();
      else receivedAtMs = clock.nowMs();
      parts.onChange();
    },
  };

  const mustPull = (): boolean => {
    if (due.pull || heardHead === 0) return due.pull;
    const place = rows.places().find((one) => one.projectId === projectId);
    return place !== undefined && heardHead > place.cursor;
  };

  const once = async (): Promise<Result<void>> => {
    const wish = { pull: mustPull(), maySend: refusal === null };
    due = { pull: false, push: false };
    heardHead = 0;
    const giveBack = await parts.turns.take();
    try {
      if (closing.signal.aborted) return ok(undefined);
      return await exchange(exchangeParts, projectId, wish);
    } catch (thrown) {
      // A database that cannot be read or written now: asked again as if the service were out of reach.
      const fault = faultOf(thrown, 'sync.store-failed');
      parts.report(fault);
      return { ok: false, fault };
    } finally {
      giveBack();
    }
  };

  const wait = async (ms: number): Promise<void> => {
    wake = new AbortController();
    await waitFor(clock, ms, AbortSignal.any([wake.signal, closing.signal]));
  };

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const done = await once();
      if (closing.signal.aborted) return;
      let againInMs = Number.POSITIVE_INFINITY;
      if (done.ok) {
        misses = 0;
        missedSinceMs = null;
        parts.onReached(true);
        parts.onEven();
        if (refusal === null) {
          parts.onRefusal(null);
          show({ kind: 'up-to-date', atMs: clock.nowMs() });
        } else show({ kind: 'refused', code: refusal.code, message: refusal.message });
        if (refusal !== null) againInMs = refusedAgainMs;
      } else {
        againInMs = noteFault(done.fault);
      }
      const goesOn = done.ok && (mustPull() || (due.push && refusal === null));
      if (!goesOn) {
        tellEnd(done);
        await wait(againInMs);
      }
      // After a fault only its own pause, or somebody's word, brings the next try.
      if (!done.ok) due = { pull: true, push: true };
      else if (!mustPull() && !due.push) askAnew();
      else if (!mustPull()) await waitFor(clock, gatherMs, closing.signal);
    }
  };

  const askAnew = (): void => {
    due = { pull: true, push: true };
    refusal = null;
  };

  const tellEnd = (done: Result<void>): void => {
    const waiters = ends;
    ends = [];
    for (const end of waiters) end(done);
  };

  const noteFault = (fault: Fault): number => {
    const nowMs = clock.nowMs();
    missedSinceMs ??= nowMs;
    const after = afterFault(fault, { nowMs, sinceMs: missedSinceMs, misses, random: parts.random });
    misses += 1;
    if (fault.code === 'sync.unreachable') parts.onReached(false);
    if (after.state.kind === 'refused') parts.onRefusal(fault);
    show(after.state);
    if (!after.stopsSending || refusal !== null) return after.againInMs;
    // Receiving goes on without it.
    refusal = fault;
    return 0;
  };

  const running = run().catch((thrown) => parts.report(faultOf(thrown, 'sync.engine-failed')));

  return {
    get state() {
      return state;
    },
    get sentAtMs() {
      return sentAtMs;
    },
    get receivedAtMs() {
      return receivedAtMs;
    },
    wrote() {
      due.push = true;
      if (misses === 0) stir();
    },
    heard(head) {
      heardHead = Math.max(heardHead, head);
      if (mustPull()) stir();
    },
    listed(head) {
      const place = rows.places().find((one) => one.projectId === projectId);
      if (place === undefined) return;
      const isKnownGone = state.kind === 'refused' && state.code === 'sync.no-project';
      const asks = isKnownGone ? head !== null : (head ?? 0) < place.cursor;
      if (!asks) return;
      due.pull = true;
      stir();
    },
    tryNow() {
      askAnew();
      misses = 0;
      stir();
    },
    settled: () =>
      new Promise((resolve) => {
        if (closing.signal.aborted) resolve(ok(undefined));
        else ends.push(resolve);
      }),
    async close() {
      closing.abort();
      await running;
      tellEnd(ok(undefined));
    },
  };
}

/** As long as it takes, where that is for ever. */
async function waitFor(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (Number.isFinite(ms)) {
    await clock.wait(ms, signal, { background: true });
    return;
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
