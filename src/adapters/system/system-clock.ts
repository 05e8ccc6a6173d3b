import type { Clock } from '../../core/ports/clock.ts';

/** Node's timers take no more: a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The computer's own clock and timers. */
export function createSystemClock(): Clock {
  return {
    nowMs: () => Date.now(),
    wait: (ms, signal, options) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve();
          return;
        }
        let timer: NodeJS.Timeout;
        const finish = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          resolve();
        };
        const sleep = (leftMs: number): void => {
          const nextMs = Math.min(leftMs, longestTimerMs);
          timer = setTimeout(() => (leftMs > nextMs ? sleep(leftMs - nextMs) : finish()), nextMs);
          if (options?.background) timer.unref();
        };
        sleep(ms);
        signal?.addEventListener('abort', finish, { once: true });
      }),
  };
}
