/** Work that runs one after another behind its caller. The first failure stops everything and is thrown to the next call. */
export interface WriteQueue {
  /** Waits until all work has run; throws the first failure, every time. */
  settled(): Promise<void>;
  /** Adds work without waiting for it. */
  push(work: () => Promise<void>): void;
  readonly waiting: number;
}

export function createWriteQueue(onFailure: () => Promise<void>): WriteQueue {
  let tail: Promise<void> = Promise.resolve();
  let failure: { readonly thrown: unknown } | null = null;
  let waiting = 0;

  const run = async (work: () => Promise<void>): Promise<void> => {
    try {
      if (failure === null) await work();
    } catch (thrown) {
      failure = { thrown };
      await onFailure();
    } finally {
      waiting--;
    }
  };

  return {
    async settled() {
      await tail;
      if (failure !== null) throw failure.thrown;
    },
    push(work) {
      waiting++;
      tail = tail.then(() => run(work));
    },
    get waiting() {
      return waiting;
    },
  };
}
