/** Turns calls into an async iteration: what is pushed is read in order, by one reader. */
export interface EventQueue<T extends object> {
  push(value: T): void;
  /** Like push, but takes the place of all that is unread: for progress, where only the newest counts. */
  pushLatest(value: T): void;
  /** What is unread is still read; then the reading ends. */
  end(): void;
  read(): AsyncGenerator<T, void>;
}

export function createEventQueue<T extends object>(): EventQueue<T> {
  const waiting: T[] = [];
  let wake: (() => void) | null = null;
  let ended = false;
  const signal = (): void => {
    wake?.();
    wake = null;
  };
  return {
    push(value) {
      waiting.push(value);
      signal();
    },
    pushLatest(value) {
      waiting.splice(0, waiting.length, value);
      signal();
    },
    end() {
      ended = true;
      signal();
    },
    async *read() {
      for (;;) {
        const next = waiting.shift();
        if (next !== undefined) {
          yield next;
          continue;
        }
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
