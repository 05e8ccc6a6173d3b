import type { Clock } from '../core/ports/clock.ts';

export interface ManualClock extends Clock {
  /**
   * Turns the clock forward by `ms`. Waits that come due resolve in order, each at its own time, and what they wake
   * runs (until it waits again) before the next one, so that a loop of waits takes all its turns in one call.
   */
  advance(ms: number): Promise<void>;
  /** Turns forward to the next wait that is due and wakes it; false when nobody waits. */
  advanceToNext(): Promise<boolean>;
  /** Sets the wall time, backwards too, and wakes nobody: who waits waits as long as before. */
  setMs(ms: number): void;
  /** How many waits are pending. */
  readonly waiting: number;
}

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test turns it. */
export function createManualClock(options: { readonly startMs?: number } = {}): ManualClock {
  /** Waits are measured by this one, as a computer's timers are; the wall time may be set beside it. */
  let steadyMs = options.startMs ?? Date.UTC(2026, 0, 1, 9);
  let offsetMs = 0;
  const sleepers = new Set<Sleeper>();

  const next = (): Sleeper | null => {
    let first: Sleeper | null = null;
    for (const sleeper of sleepers) if (first === null || sleeper.dueMs < first.dueMs) first = sleeper;
    return first;
  };
  const wake = async (sleeper: Sleeper): Promise<void> => {
    steadyMs = Math.max(steadyMs, sleeper.dueMs);
    sleeper.wake();
    await settle();
  };

  return {
    nowMs: () => steadyMs + offsetMs,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve();
          return;
        }
        const finish = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', finish);
          resolve();
        };
        const sleeper: Sleeper = { dueMs: steadyMs + ms, wake: finish };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', finish, { once: true });
      }),
    async advance(ms) {
      const untilMs = steadyMs + ms;
      await settle();
      for (let sleeper = next(); sleeper !== null && sleeper.dueMs <= untilMs; sleeper = next()) {
        await wake(sleeper);
      }
      steadyMs = Math.max(steadyMs, untilMs);
    },
    async advanceToNext() {
      await settle();
      const sleeper = next();
      if (sleeper !== null) await wake(sleeper);
      return sleeper !== null;
    },
    setMs(ms) {
      offsetMs = ms - steadyMs;
    },
    get waiting() {
      return sleepers.size;
    },
  };
}

/**
 * Lets everything run that is ready to: promises, what crosses the event loop, and files on their way from or to a disk,
 * however slow it is just now.
 */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((resolve) => setImmediate(resolve));
    quiet = isFileAtWork() ? 0 : quiet + 1;
  }
}

function isFileAtWork(): boolean {
  return process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'));
}
