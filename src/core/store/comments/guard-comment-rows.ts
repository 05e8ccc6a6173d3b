import type { CommentRows } from './comment-rows.ts';

interface Guard {
  /** Throws what the disk refuses as a fault, and remembers damage. */
  readonly read: <T>(query: () => T) => T;
  /** Throws where the store is open for reading only. */
  readonly requireWriter: () => void;
}

/** Comments with what every way into the store has: damage is noted, and who only reads writes nothing. */
export function guardCommentRows(rows: CommentRows, { read, requireWriter }: Guard): CommentRows {
  const write = <T>(work: () => T): T => {
    requireWriter();
    return read(work);
  };
  return {
    changed: (...given) => read(() => rows.changed(...given)),
    find: (...given) => read(() => rows.find(...given)),
    seq: (projectId) => read(() => rows.seq(projectId)),
    waiting: (projectId) => read(() => rows.waiting(projectId)),
    merge: (...given) => write(() => rows.merge(...given)),
    beginAgain: (projectId) => write(() => rows.beginAgain(projectId)),
    write: (...given) => write(() => rows.write(...given)),
    told: (...given) => write(() => rows.told(...given)),
    refuse: (...given) => write(() => rows.refuse(...given)),
    discard: (...given) => write(() => rows.discard(...given)),
    tryAgain: (...given) => write(() => rows.tryAgain(...given)),
    forget: (projectId) => write(() => rows.forget(projectId)),
  };
}
