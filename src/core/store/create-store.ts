import type Database from 'better-sqlite3';
import type { EntityOf } from '../../domain/entities.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { type Fault, FaultError, ok } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import { createWritePath } from './commit.ts';
import { createHistory } from './history.ts';
import { createJobRows } from './job-rows.ts';
import { createQueries } from './queries.ts';
import { createRowStatements } from './row-statements.ts';
import type { Snapshots } from './snapshots.ts';
import type { Store, StoreNotice } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import { readMeta } from './store-meta.ts';
import { createTransactions } from './transactions.ts';
import { createUndo } from './undo.ts';

export interface StoreParts {
  readonly home: string;
  readonly db: Database.Database;
  readonly clock: Clock;
  readonly readOnly: boolean;
  readonly notices: StoreNotice[];
  readonly snapshots: Snapshots | null;
  /** Lets go of everything beside the database: the writer's lock, temporary copies. */
  readonly release: () => void;
}

/** Puts the parts of the store together over an open, checked and migrated database. */
export function createStore({ home, db, clock, readOnly, notices, snapshots, release }: StoreParts): Store {
  const { deviceId, lastStamp } = readMeta(db);
  const rows = createRowStatements(db);
  const transactions = createTransactions(db, home);
  const history = createHistory(db, deviceId);
  const writePath = createWritePath({
    db,
    home,
    clock,
    deviceId,
    lastStamp,
    rows,
    transactions,
    record: history.record,
  });
  const undo = createUndo({ home, rows, history, writePath, transactions });
  const jobs = createJobRows({ db, rows, writePath, transactions });
  const queries = createQueries(db);
  if (snapshots !== null) writePath.onCommit(snapshots.noteWrite);

  /** Reading has no Result in its signature; what the disk refuses is thrown as a fault. */
  const read = <T>(query: () => T): T => {
    try {
      return query();
    } catch (thrown) {
      throw new FaultError(storeFaultOf(thrown, home));
    }
  };
  const refused = (): { ok: false; fault: Fault } => ({ ok: false, fault: readOnlyFault(home) });

  return {
    home,
    readOnly,
    deviceId,
    notices,
    commit(patch, options) {
      if (readOnly) return refused();
      const done = writePath.commit(patch, options);
      return done.ok ? ok({ stamp: done.value.stamp, historyId: done.value.historyId }) : done;
    },
    undo: (projectId) => (readOnly ? refused() : undo.undo(projectId)),
    redo: (projectId) => (readOnly ? refused() : undo.redo(projectId)),
    undoLabels: (projectId) => read(() => history.labels(projectId)),
    row: <E extends EntityName>(entity: E, id: string) =>
      read(() => rows.select(entity, id) as EntityOf<E> | null),
    rows: (entity, projectId) => read(() => queries.rows(entity, projectId)),
    projects: () => read(queries.projects),
    assets: () => read(queries.assets),
    jobs,
    transaction(work) {
      if (readOnly) throw new FaultError(readOnlyFault(home));
      return transactions.run(work);
    },
    onCommit: writePath.onCommit,
    snapshot: () => (snapshots === null ? refused() : snapshots.take()),
    close() {
      if (!db.open) return;
      try {
        snapshots?.close();
        db.close();
      } finally {
        release();
      }
    },
  };
}

function readOnlyFault(home: string): Fault {
  return {
    code: 'store.read-only',
    message: `${home} is open for reading only, so nothing was saved. Close what has it open for writing and start again.`,
  };
}
