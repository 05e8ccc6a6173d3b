import type Database from 'better-sqlite3';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';
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
  /** Calls `forget` whenever a level was rolled back: what was read in it is no longer so. */
  onRollback(forget: () => void): void;
}

export function createTransactions(db: Database.Database, home: string): Transactions {
  const wrapped = db.transaction((work: () => unknown) => work());
  let depth = 0;
  let waiting: (() => void)[] = [];
  const rolledBackListeners: (() => void)[] = [];
  /** SQLite rolls the whole transaction back on some errors (a full disk); nothing may be written after that. */
  let lost: FaultError | null = null;

  const noteLoss = (cause?: FaultError): void => {
    if (depth === 0 || db.inTransaction) return;
    lost ??= cause ?? new FaultError(rolledBack(home));
  };

  const level = <T>(work: () => T): T => {
    noteLoss();
    if (lost !== null) throw lost;
    depth += 1;
    const mark = waiting.length;
    try {
      return wrapped.immediate(() => {
        const value = work();
        noteLoss();
        if (lost !== null) throw lost;
        return value;
      }) as T;
    } catch (thrown) {
      waiting.length = mark;
      for (const forget of rolledBackListeners) forget();
      const failure = isSqliteError(thrown) ? new FaultError(storeFaultOf(thrown, home)) : thrown;
      if (failure instanceof FaultError) noteLoss(failure);
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
    onRollback(forget) {
      rolledBackListeners.push(forget);
    },
  };
}

function rolledBack(home: string): Fault {
  return {
    code: 'store.rolled-back',
    message: `The database in ${home} gave up the change that was being made, so nothing of it was saved. Everything saved before is kept. Try again.`,
  };
}

function isSqliteError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'SqliteError';
}
