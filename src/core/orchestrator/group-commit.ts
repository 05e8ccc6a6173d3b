import type { Store } from '../store/store.ts';

/**
 * Writes of several jobs that come in one turn of the event loop share one durable transaction: with forty requests that
 * are answered at once the disk is waited for once, not forty times. Each write stands or falls alone.
 */
export interface GroupCommit {
  /** Resolves with what `write` gave once that is on disk; rejects with what it threw, or why the disk refused. */
  add<T>(write: () => T): Promise<T>;
  /** Calls `tell` once the write that runs now is on disk; at once where none runs. */
  afterwards(tell: () => void): void;
}

interface Waiting {
  /** Runs the write inside the common transaction; what it tells about is kept until that is on disk. */
  run(): void;
  settle(): void;
  refuse(thrown: unknown): void;
}

export function createGroupCommit(store: Pick<Store, 'transaction'>): GroupCommit {
  let waiting: Waiting[] = [];
  let telling: (() => void)[] | null = null;

  const entryOf = <T>(
    write: () => T,
    resolve: (value: T) => void,
    reject: (thrown: unknown) => void,
  ): Waiting => {
    const told: (() => void)[] = [];
    let settle = (): void => undefined;
    return {
      run() {
        telling = told;
        try {
          const value = store.transaction(write);
          settle = () => {
            for (const tell of told) tell();
            resolve(value);
          };
        } catch (thrown) {
          settle = () => reject(thrown);
        } finally {
          telling = null;
        }
      },
      settle: () => settle(),
      refuse: reject,
    };
  };

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      store.transaction(() => {
        for (const entry of group) entry.run();
      });
    } catch (thrown) {
      for (const entry of group) entry.refuse(thrown);
      return;
    }
    for (const entry of group) entry.settle();
  };

  return {
    add: (write) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push(entryOf(write, resolve, reject));
      }),
    afterwards(tell) {
      if (telling === null) tell();
      else telling.push(tell);
    },
  };
}
