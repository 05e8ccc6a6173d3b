import type { Claims } from '../../adapters/neon/claims.ts';

/** A project that has moved on. */
export interface MovedProject {
  readonly id: string;
  readonly head: number;
  readonly changedAtMs: number;
  /** Who moved it: it is theirs, or of the organisation that they work in. */
  readonly by: Claims;
}

/** Tells open streams what this service has just written, so that they need not ask the database for it. */
export interface Heads {
  moved(project: MovedProject): void;
  /** Returns what ends it. */
  listen(onMoved: (project: MovedProject) => void): () => void;
}

export function createHeads(): Heads {
  const listeners = new Set<(project: MovedProject) => void>();
  return {
    moved(project) {
      for (const listener of listeners) listener(project);
    },
    listen(onMoved) {
      listeners.add(onMoved);
      return () => void listeners.delete(onMoved);
    },
  };
}
