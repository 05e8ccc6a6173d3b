import type { QueueRow } from '../../../../contract/queue.ts';

export const pageRows = 100;

export interface QueueAnswer {
  readonly total: number;
  readonly rows: readonly QueueRow[];
}

export interface QueueWindowState {
  /** null until the first answer. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, readonly QueueRow[]>;
  readonly error: unknown;
}

/**
 * The part of a long queue that is in sight: pages are read when a row of theirs is drawn, and again when the studio says
 * that something moved, one question at a time. Pages out of sight are forgotten then.
 */
export interface QueueWindow {
  state(): QueueWindowState;
  rowAt(index: number): QueueRow | null;
  /** A row is drawn; returns the way to say that it is not any more. */
  show(index: number): () => void;
  refresh(): void;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

export function createQueueWindow(ask: (offset: number, limit: number) => Promise<QueueAnswer>): QueueWindow {
  const listeners = new Set<() => void>();
  const drawn = new Map<number, number>();
  const stale = new Set<number>([0]);
  let state: QueueWindowState = { total: null, pages: new Map(), error: null };
  let busy = false;
  let stopped = false;

  const become = (next: QueueWindowState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const inSight = (): number[] => (drawn.size === 0 ? [0] : [...drawn.keys()].sort((a, b) => a - b));
  const nextPage = (): number | undefined =>
    inSight().find((page) => stale.has(page) || !state.pages.has(page));

  const read = (): void => {
    const page = nextPage();
    if (busy || stopped || page === undefined) return;
    busy = true;
    stale.delete(page);
    ask(page * pageRows, pageRows)
      .then(
        ({ total, rows }) => {
          if (stopped) return;
          const kept = [...state.pages].filter(([other]) => drawn.has(other) || other === page);
          become({ total, pages: new Map(kept).set(page, rows), error: null });
        },
        (error: unknown) => {
          if (!stopped) become({ ...state, error });
        },
      )
      .finally(() => {
        busy = false;
        if (state.error === null) read();
      });
  };

  return {
    state: () => state,
    rowAt: (index) => state.pages.get(Math.floor(index / pageRows))?.[index % pageRows] ?? null,
    show(index) {
      const page = Math.floor(index / pageRows);
      drawn.set(page, (drawn.get(page) ?? 0) + 1);
      read();
      return () => {
        const left = (drawn.get(page) ?? 1) - 1;
        if (left > 0) drawn.set(page, left);
        else drawn.delete(page);
      };
    },
    refresh() {
      for (const page of [0, ...state.pages.keys()]) stale.add(page);
      if (state.error !== null) become({ ...state, error: null });
      read();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
    },
  };
}
