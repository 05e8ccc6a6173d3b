import { type WindowClock, windowClock } from '../client/window-clock.ts';

export interface LatestReader {
  /** Asks for a reading; while one is under way or resting, one more follows it, however often this is called. */
  readonly read: () => void;
  readonly stop: () => void;
}

export interface LatestReaderOptions<T> {
  readonly ask: () => Promise<T>;
  readonly onValue: (value: T) => void;
  readonly onFault: (error: unknown) => void;
  /** How long after a reading the next may begin; 0 without it. The first is never kept waiting. */
  readonly restMs?: number;
  readonly clock?: WindowClock;
}

/**
 * Reads something again and again, one reading at a time, the last one always begun after the last request. What was read
 * is told even where a newer reading was asked for meanwhile: with much news there would else be nothing to see.
 */
export function createLatestReader<T>(options: LatestReaderOptions<T>): LatestReader {
  const { ask, onValue, onFault, restMs = 0, clock = windowClock } = options;
  let busy = false;
  let again = false;
  let stopped = false;
  let stopResting: () => void = () => undefined;
  const becomeFree = (): void => {
    busy = false;
    if (again) read();
  };
  const read = (): void => {
    if (stopped) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    ask()
      .then(
        (value) => {
          if (!stopped) onValue(value);
        },
        (error: unknown) => {
          if (!stopped) onFault(error);
        },
      )
      .finally(() => {
        if (restMs === 0) becomeFree();
        else if (!stopped) stopResting = clock.after(restMs, becomeFree);
      });
  };
  return {
    read,
    stop: () => {
      stopped = true;
      stopResting();
    },
  };
}
