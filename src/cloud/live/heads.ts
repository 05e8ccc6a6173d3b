import type { Claims } from '../../adapters/neon/claims.ts';

/** A project that has moved on. */
export interface MovedProject {
  readonly id: string;
  readonly head: number;
  readonly changedAtMs: number;
  /** Who moved it: it is theirs, or of the organisation that they work in. */
  readonly by: Claims;
}

/** A project of whose cut something was said, answered or resolved. */
export interface CommentedProject {
  readonly id: string;
  /** The number of the change. */
  readonly commentSeq: number;
}

/** Tells open streams what this service has just written, so that they need not ask the database for it. */
export interface Heads {
  moved(project: MovedProject): void;
  commented(project: CommentedProject): void;
  /** Returns what ends it. */
  listen(
    onMoved: (project: MovedProject) => void,
    onCommented?: (project: CommentedProject) => void,
  ): () => void;
}

interface Listener {
  readonly onMoved: (project: MovedProject) => void;
  readonly onCommented: ((project: CommentedProject) => void) | undefined;
}

export function createHeads(): Heads {
  const listeners = new Set<Listener>();
  return {
    moved(project) {
      for (const { onMoved } of listeners) onMoved(project);
    },
    commented(project) {
      for (const { onCommented } of listeners) onCommented?.(project);
    },
    listen(onMoved, onCommented) {
      const listener: Listener = { onMoved, onCommented };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
