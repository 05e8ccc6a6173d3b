export interface LatestReader {
  /** Asks for a reading; while one is under way, one more follows it, however often this is called. */
  readonly read: () => void;
  readonly stop: () => void;
}

/** Reads something again and again, one reading at a time, the last one always begun after the last request. */
export function createLatestReader<T>(
  ask: () => Promise<T>,
  onValue: (value: T) => void,
  onFault: (error: unknown) => void,
): LatestReader {
  let reading = false;
  let again = false;
  let stopped = false;
  const read = (): void => {
    if (stopped) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
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
        reading = false;
        if (again) read();
      });
  };
  return {
    read,
    stop: () => {
      stopped = true;
    },
  };
}
