import type { Clock } from '../../core/ports/clock.ts';

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
        const finish = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          resolve();
        };
        const timer = setTimeout(finish, ms);
        if (options?.background) timer.unref();
        signal?.addEventListener('abort', finish, { once: true });
      }),
  };
}
