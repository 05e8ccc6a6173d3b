import type { ProjectId } from '../../domain/kernel/ids.ts';
import {
  type FieldChange,
  type RecordChange,
  type RecordsPatch,
  type Row,
  reversePatch,
  sameValue,
} from '../../domain/kernel/patch.ts';
import { FaultError, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { checkRow } from './check-row.ts';
import type { WritePath } from './commit.ts';
import type { History, HistoryEntry } from './history.ts';
import type { RowStatements } from './row-statements.ts';
import type { SkippedChange, UndoReceipt } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import type { Transactions } from './transactions.ts';

export interface UndoParts {
  readonly home: string;
  readonly rows: RowStatements;
  readonly history: History;
  readonly writePath: WritePath;
  readonly transactions: Transactions;
}

export interface Undo {
  undo(projectId: ProjectId): Result<UndoReceipt>;
  redo(projectId: ProjectId): Result<UndoReceipt>;
}

/** Undo and redo: reversed patches through the same write path, so that they are durable and sent like any edit. */
export function createUndo({ home, rows, history, writePath, transactions }: UndoParts): Undo {
  const takeBack = (
    entry: HistoryEntry,
    projectId: ProjectId,
    wanted: RecordsPatch,
    word: string,
  ): UndoReceipt => {
    const { patch, skipped } = stillFitting(wanted, rows);
    const done = writePath.commit(patch, { projectId, label: `${word}: ${entry.label}`, undoable: false });
    if (!done.ok) throw new FaultError(done.fault);
    return { label: entry.label, patch: done.value.patch, skipped };
  };

  const attempt = (step: () => Result<UndoReceipt>): Result<UndoReceipt> => {
    try {
      return transactions.run(step);
    } catch (thrown) {
      return { ok: false, fault: storeFaultOf(thrown, home) };
    }
  };

  return {
    undo: (projectId) =>
      attempt(() => {
        const entry = history.nextUndo(projectId);
        if (entry === null) return fail('store.nothing-to-undo', 'There is no edit to undo in this project.');
        const receipt = takeBack(entry, projectId, reversePatch(entry.patch), 'Undo');
        history.markUndone(entry.id, receipt.patch);
        return ok(receipt);
      }),
    redo: (projectId) =>
      attempt(() => {
        const entry = history.nextRedo(projectId);
        if (entry === null) return fail('store.nothing-to-redo', 'There is no edit to redo in this project.');
        const receipt = takeBack(entry, projectId, reversePatch(entry.undoPatch ?? { changes: [] }), 'Redo');
        history.markDone(entry.id);
        return ok(receipt);
      }),
  };
}

/** The part of `wanted` whose records and fields still hold what it takes them from, and the rest by name. */
function stillFitting(
  wanted: RecordsPatch,
  rows: RowStatements,
): { patch: RecordsPatch; skipped: SkippedChange[] } {
  const changes: RecordChange[] = [];
  const skipped: SkippedChange[] = [];
  for (const change of wanted.changes) {
    switch (change.kind) {
      case 'add': {
        const { entity, row } = change;
        if (rows.select(entity, row.id) === null) changes.push(change);
        else skipped.push({ entity, id: row.id, field: null });
        break;
      }
      case 'remove': {
        const { entity, row } = change;
        const now = rows.select(entity, row.id);
        if (now !== null && sameRow(now, row)) changes.push(change);
        else skipped.push({ entity, id: row.id, field: null });
        break;
      }
      case 'update': {
        const { entity, id } = change;
        const now = rows.select(entity, id);
        if (now === null) {
          skipped.push({ entity, id, field: null });
          break;
        }
        const fields = fittingFields(change.fields, now);
        const fits = checkRow(entity, { ...now, ...valuesOf(fields) }) === null;
        for (const field of Object.keys(change.fields)) {
          if (!fits || !(field in fields)) skipped.push({ entity, id, field });
        }
        if (fits && Object.keys(fields).length > 0) changes.push({ ...change, fields });
        break;
      }
    }
  }
  return { patch: { changes }, skipped };
}

function fittingFields(
  fields: Readonly<Record<string, FieldChange>>,
  now: Row,
): Readonly<Record<string, FieldChange>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, { from }]) => sameValue(now[field] ?? null, from)),
  );
}

function valuesOf(fields: Readonly<Record<string, FieldChange>>): Record<string, FieldChange['to']> {
  return Object.fromEntries(Object.entries(fields).map(([field, { to }]) => [field, to]));
}

function sameRow(a: Row, b: Row): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const field of fields) if (!sameValue(a[field] ?? null, b[field] ?? null)) return false;
  return true;
}
