import type { Job } from '../../domain/jobs/job.ts';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type {
  EntityName,
  FieldChange,
  JsonValue,
  RecordChange,
  RecordsPatch,
  Row,
} from '../../domain/kernel/patch.ts';
import { sameValue } from '../../domain/kernel/patch.ts';
import { type Fault, FaultError, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { checkRow, checkValues, completeRow, wellFormedRow, wellFormedValue } from './check-row.ts';
import type { Ledger } from './ledger.ts';
import type { RowStatements } from './row-statements.ts';
import type { Stamps } from './stamps.ts';
import type { CommitOptions, CommitReceipt } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import type { Transactions } from './transactions.ts';

export type CommitListener = (patch: RecordsPatch, options: CommitOptions) => void;

/** What a write really did: the patch with the values that were there before, and without what changed nothing. */
export interface Written extends CommitReceipt {
  readonly patch: RecordsPatch;
}

/** A change that came from elsewhere, with the row as it is here where it has just been read. */
export interface MergedChange {
  readonly change: RecordChange;
  readonly before: Row | null;
}

export interface WritePath {
  commit(patch: RecordsPatch, options: CommitOptions): Result<Written>;
  /**
   * Writes rows of other devices, whose clocks are the caller's to set. Inside a transaction; throws FaultError. Announced like any
   * commit, joins no history and is not sent.
   */
  merge(merged: readonly MergedChange[], options: CommitOptions): RecordsPatch;
  onCommit(listener: CommitListener): () => void;
}

export interface WritePathParts {
  readonly home: string;
  readonly stamps: Stamps;
  readonly ledger: Ledger;
  readonly rows: RowStatements;
  readonly transactions: Transactions;
  /** The ledger of what was paid: told of each job row that is written, inside the transaction. */
  readonly followJob: (job: Job) => void;
  readonly beforeProjectGoes: (projectId: string, title: string) => void;
  /** Puts an undoable edit into the history, in the same transaction; returns its row id. */
  readonly record: (patch: RecordsPatch, options: CommitOptions, stamp: Hlc) => number | null;
  /** Told of every write, inside its transaction. */
  readonly noteWrite: (projectId: ProjectId | null, patch: RecordsPatch) => void;
}

/**
 * The one write path: everything that changes a record, from a person's edit to a job's step, undo and merge, comes
 * through here. Rows, field clocks, outbox, history and the newest stamp are one transaction.
 */
export function createWritePath(parts: WritePathParts): WritePath {
  const { home, stamps, ledger, rows, transactions } = parts;
  const listeners = new Set<CommitListener>();

  const applyAdd = (entity: EntityName, given: Row, stamp: Hlc | null): RecordChange => {
    const row = completeRow(entity, wellFormedRow(given));
    refuse(checkRow(entity, row));
    if (!rows.insert(entity, row)) {
      refuse(rowFault('store.row-exists', entity, row.id, 'is already there'));
    }
    if (stamp !== null) ledger.rowAdded(entity, row, stamp);
    if (entity === 'job') parts.followJob(row as unknown as Job);
    return { kind: 'add', entity, row };
  };

  const applyUpdate = (
    entity: EntityName,
    id: string,
    changes: Readonly<Record<string, FieldChange>>,
    stamp: Hlc | null,
    before = stored(entity, id),
  ): RecordChange | null => {
    const values: Record<string, JsonValue> = {};
    const fields: Record<string, FieldChange> = {};
    for (const [field, change] of Object.entries(changes)) {
      const from = before[field] ?? null;
      const to = wellFormedValue(change.to);
      if (field in before && sameValue(from, to)) continue;
      values[field] = to;
      fields[field] = { from, to };
    }
    const names = Object.keys(values);
    if (names.length === 0) return null;
    if ('id' in values) refuse(rowFault('store.bad-row', entity, id, 'cannot be given another id'));
    refuse(checkValues(entity, before, values));
    rows.update(entity, id, values);
    if (stamp !== null) ledger.fieldsWritten(entity, before, values, stamp);
    if (entity === 'job') parts.followJob({ ...before, ...values } as unknown as Job);
    return { kind: 'update', entity, id, fields };
  };

  const applyRemove = (entity: EntityName, id: string, stamp: Hlc | null): RecordChange => {
    const row = stored(entity, id);
    if (entity === 'project') parts.beforeProjectGoes(id, String(row['title']));
    rows.remove(entity, id);
    if (stamp !== null) ledger.rowRemoved(entity, row, stamp);
    return { kind: 'remove', entity, row };
  };

  const stored = (entity: EntityName, id: string): Row => {
    const row = rows.select(entity, id);
    if (row === null) throw new FaultError(rowFault('store.row-missing', entity, id, 'is not there'));
    return row;
  };

  const apply = (change: RecordChange, stamp: Hlc | null): RecordChange | null => {
    switch (change.kind) {
      case 'add':
        return applyAdd(change.entity, change.row, stamp);
      case 'update':
        return applyUpdate(change.entity, change.id, change.fields, stamp);
      case 'remove':
        return applyRemove(change.entity, change.row.id, stamp);
    }
  };

  const write = (given: RecordsPatch, options: CommitOptions): Written => {
    const stamp = stamps.next();
    const changes: RecordChange[] = [];
    for (const change of given.changes) {
      const done = apply(change, stamp);
      if (done !== null) changes.push(done);
    }
    const patch = { changes };
    if (changes.length === 0) return { stamp: stamps.newest() ?? stamp, historyId: null, patch };
    parts.noteWrite(options.projectId, patch);
    const historyId = options.undoable ? parts.record(patch, options, stamp) : null;
    stamps.use(stamp);
    transactions.afterCommit(() => announce(patch, options));
    return { stamp, historyId, patch };
  };

  const announce = (patch: RecordsPatch, options: CommitOptions): void => {
    for (const listener of listeners) {
      try {
        listener(patch, options);
      } catch (thrown) {
        // The commit is on disk whatever a listener thinks of it; its error must not look like a failed commit.
        process.emitWarning(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    }
  };

  return {
    commit(patch, options) {
      try {
        return ok(transactions.run(() => write(patch, options)));
      } catch (thrown) {
        return { ok: false, fault: storeFaultOf(thrown, home) };
      }
    },
    merge(merged, options) {
      const changes = merged
        .map(({ change, before }) =>
          change.kind === 'update' && before !== null
            ? applyUpdate(change.entity, change.id, change.fields, null, before)
            : apply(change, null),
        )
        .filter((done) => done !== null);
      const patch = { changes };
      if (changes.length > 0) {
        parts.noteWrite(options.projectId, patch);
        transactions.afterCommit(() => announce(patch, options));
      }
      return patch;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function refuse(fault: Fault | null): void {
  if (fault !== null) throw new FaultError(fault);
}

function rowFault(code: Fault['code'], entity: EntityName, id: string, what: string): Fault {
  return fail(code, `Nothing of this change was saved: the ${entity} "${id}" ${what}.`, { entity, id }).fault;
}
