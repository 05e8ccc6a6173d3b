import { writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { EntityOf } from '../../domain/entities.ts';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { type Fault, FaultError, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import { createChargeTable } from './charge-rows.ts';
import { createCommentRows } from './comments/create-comment-rows.ts';
import { guardCommentRows } from './comments/guard-comment-rows.ts';
import { createWritePath } from './commit.ts';
import { readIdentity } from './device-identity.ts';
import { createHistory } from './history.ts';
import { homeLayout } from './home-layout.ts';
import { createJobRows } from './job-rows.ts';
import { createLedger } from './ledger.ts';
import { createOverviews } from './overviews.ts';
import { createQueries } from './queries.ts';
import { createQueueRows } from './queue-rows.ts';
import { createRepairedRows } from './repaired-rows.ts';
import { createRowStatements } from './row-statements.ts';
import { createSearch } from './search/create-search.ts';
import type { Snapshots } from './snapshots.ts';
import { createStamps } from './stamps.ts';
import type { Store, StoreNotice } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import { readMeta } from './store-meta.ts';
import { createSyncedRows } from './sync/create-synced-rows.ts';
import { guardSyncedRows } from './sync/guard-synced-rows.ts';
import { createOutbox } from './sync/outbox.ts';
import { createTransactions } from './transactions.ts';
import { createUndo } from './undo.ts';

export interface StoreParts {
  readonly home: string;
  readonly db: Database.Database;
  readonly clock: Clock;
  readonly readOnly: boolean;
  readonly notices: StoreNotice[];
  readonly snapshots: Snapshots | null;
  /** The database is about to be closed in order. */
  readonly closing: () => void;
  /** Lets go of everything beside the database: the writer's lock, temporary copies. */
  readonly release: () => void;
}

/** Puts the parts of the store together over an open, checked and migrated database. */
export function createStore(parts: StoreParts): Store {
  const { home, db, clock, readOnly, notices, snapshots } = parts;
  const { lastStamp } = readMeta(db);
  const identity = readIdentity(db);
  const rows = createRowStatements(db);
  const transactions = createTransactions(db, home);
  const history = createHistory(db, identity);
  const charges = createChargeTable(db);
  const stamps = createStamps(db, clock, identity, lastStamp);
  const outbox = createOutbox(db);
  const ledger = createLedger(db, outbox);
  const queries = createQueries(db);
  const repaired = createRepairedRows({ db, queries, statements: rows, readOnly });
  transactions.onRollback(repaired.forget);
  const writePath = createWritePath({
    home,
    stamps,
    ledger,
    rows,
    transactions,
    followJob: charges.follow,
    beforeProjectGoes: charges.keepTitle,
    record: history.record,
    noteWrite: repaired.noteWrite,
  });
  const comments = createCommentRows(db, transactions);
  const sync = createSyncedRows({
    db,
    home,
    identity,
    rows,
    ledger,
    outbox,
    stamps,
    writePath,
    transactions,
    forgetProject: (projectId) => forgetProject(projectId),
    onNewDevice: () => notices.push(newDeviceNotice),
  });
  const forgetProject = (projectId: ProjectId): void => {
    history.forget(projectId);
    ledger.forgetRemains(projectId);
    comments.forget(projectId);
  };
  const undo = createUndo({ home, rows, history, writePath, transactions });
  const jobs = createJobRows({ db, rows, writePath, transactions });
  const queue = createQueueRows(db);
  const overviews = createOverviews(db);
  const search = createSearch(db, rows);
  if (snapshots !== null) writePath.onCommit(snapshots.noteWrite);

  /** Damage that opening had not found is looked for by the next start, which can repair it. */
  const noted = (fault: Fault): Fault => {
    if (fault.code === 'store.damaged' && !readOnly) writeFileSync(homeLayout(home).suspect, fault.message);
    return fault;
  };
  const told = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) noted(result.fault);
    return result;
  };
  /** Reading has no Result in its signature; what the disk refuses is thrown as a fault. */
  const read = <T>(query: () => T): T => {
    try {
      return query();
    } catch (thrown) {
      throw new FaultError(noted(storeFaultOf(thrown, home)));
    }
  };
  const refused = (): { ok: false; fault: Fault } => ({ ok: false, fault: readOnlyFault(home) });

  return {
    home,
    readOnly,
    get deviceId() {
      return identity.deviceId;
    },
    notices,
    commit(patch, options) {
      if (readOnly) return refused();
      const done = told(writePath.commit(repaired.toStored(options.projectId, patch), options));
      return done.ok ? ok({ stamp: done.value.stamp, historyId: done.value.historyId }) : done;
    },
    undo: (projectId) => (readOnly ? refused() : told(undo.undo(projectId))),
    redo: (projectId) => (readOnly ? refused() : told(undo.redo(projectId))),
    editsSince: (projectId, sinceMs) =>
      read(() => history.countAfter(projectId, formatHlc({ ms: sinceMs, counter: 0xffff, device: '~' }))),
    undoLabels: (projectId) => read(() => history.labels(projectId)),
    row: <E extends EntityName>(entity: E, id: string) =>
      read(() => repaired.row(entity, id) as EntityOf<E> | null),
    rows: (entity, projectId) => read(() => repaired.rows(entity, projectId)),
    storedRows: (entity, projectId) => read(() => queries.rows(entity, projectId)),
    projects: () => read(queries.projects),
    overview: (projectId) => read(() => overviews.of(projectId)),
    overviews: () => read(overviews.all),
    search: (question, limit) => read(() => search.find(question, limit)),
    forgetHistory(projectId) {
      if (readOnly) throw new FaultError(readOnlyFault(home));
      transactions.run(() => forgetProject(projectId));
    },
    assets: () => read(queries.assets),
    proxiesOf: (id) => read(() => queries.proxiesOf(id)),
    jobs: {
      transition: (...given) => read(() => jobs.transition(...given)),
      due: (...given) => read(() => jobs.due(...given)),
      nextDueMs: (...given) => read(() => jobs.nextDueMs(...given)),
      count: (...given) => read(() => jobs.count(...given)),
      queued: (filter) => read(() => jobs.queued(filter)),
      failedWith: (faultCodes) => read(() => jobs.failedWith(faultCodes)),
      leftElsewhere: (sentBeforeMs) => read(() => jobs.leftElsewhere(sentBeforeMs)),
      underWayElsewhere: (projectId) => read(() => jobs.underWayElsewhere(projectId)),
      byDigest: (...given) => read(() => jobs.byDigest(...given)),
      spend: (...given) => read(() => jobs.spend(...given)),
      spendByDevice: (...given) => read(() => jobs.spendByDevice(...given)),
      holderOf: (...given) => read(() => jobs.holderOf(...given)),
    },
    charges: {
      of: (id) => read(() => charges.of(id)),
      noteBasis(id, basis) {
        if (readOnly) throw new FaultError(readOnlyFault(home));
        transactions.run(() => charges.noteBasis(id, basis));
      },
      bringBack(lines) {
        if (readOnly) throw new FaultError(readOnlyFault(home));
        transactions.run(() => charges.bringBack(lines));
      },
      month: (month) => read(() => charges.month(month)),
      groups: (by, filter) => read(() => charges.groups(by, filter)),
      count: (filter) => read(() => charges.count(filter)),
      page: (...given) => read(() => charges.page(...given)),
      unsettled: (sinceMs) => read(() => charges.unsettled(sinceMs)),
    },
    queue: {
      counts: (of) => read(() => queue.counts(of)),
      page: (...given) => read(() => queue.page(...given)),
      ids: (...given) => read(() => queue.ids(...given)),
      sums: (of) => read(() => queue.sums(of)),
      recentTimes: (limit) => read(() => queue.recentTimes(limit)),
    },
    comments: guardCommentRows(comments, {
      read,
      requireWriter() {
        if (readOnly) throw new FaultError(readOnlyFault(home));
      },
    }),
    sync: guardSyncedRows(sync, { readOnly, refuse: refused, read, told }),
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
        parts.closing();
      } finally {
        db.close();
        parts.release();
      }
    },
  };
}

/** Told when it is found, at the start or by sync. */
export const newDeviceNotice: StoreNotice = {
  code: 'store.copied',
  message:
    'This data folder is a copy of another one, or was put back from a backup. It goes on as a device of its own, and nothing of it is lost. Paid jobs that waited in it are left to the folder it was copied from: ask for them again here if that one is gone.',
};

function readOnlyFault(home: string): Fault {
  return {
    code: 'store.read-only',
    message: `${home} is open for reading only, so nothing was saved. Close what has it open for writing and start again.`,
  };
}
