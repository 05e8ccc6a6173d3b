import type Database from 'better-sqlite3';
import { FaultError } from '../../domain/kernel/result.ts';
import { storeFaultOf } from './store-faults.ts';

/**
 * Durable transactions that nest. What is to be told about an inner one waits until the outermost is on disk, and is
 * forgotten when any level around it is rolled back.
 */
export interface Transactions {
  /** Runs `work`; an inner call joins the outer transaction. Throws a FaultError where the disk refuses. */
  run<T>(work: () => T): T;
  /** Calls `tell` once everything up to now is durable. Only inside {@link run}. */
  afterCommit(tell: () => void): void;
}

export function createTransactions(db: Database.Database, home: string): Transactions {
  const wrapped = db.transaction((work: () => unknown) => work());
  let depth = 0;
  let waiting: (() => void)[] = [];
  /** SQLite rolls the whole transaction back on some errors (a full disk); nothing may be written after that. */
  let lost: FaultError | null = null;

  const level = <T>(work: () => T): T => {
    if (lost !== null) throw lost;
    depth += 1;
    const mark = waiting.length;
    try {
      return wrapped.immediate(() => {
        const value = work();
        if (lost !== null) throw lost;
        return value;
      }) as T;
    } catch (thrown) {
      waiting.length = mark;
      const failure = isSqliteError(thrown) ? new FaultError(storeFaultOf(thrown, home)) : thrown;
      if (depth > 1 && !db.inTransaction) lost ??= failure instanceof FaultError ? failure : null;
      throw failure;
    } finally {
      depth -= 1;
      if (depth === 0) lost = null;
    }
  };

  return {
    run(work) {
      const value = level(work);
      if (depth === 0) {
        const told = waiting;
        waiting = [];
        for (const tell of told) tell();
      }
      return value;
    },
    afterCommit(tell) {
      waiting.push(tell);
    },
  };
}

function isSqliteError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'SqliteError';
}
