import {
  addChange,
  type EntityName,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  type Row,
  sameValue,
  updateChange,
} from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Block } from '../../text/block.ts';
import { insertBlocks } from '../../text/commands/insert-blocks.ts';
import type { Conflict } from '../conflict.ts';

/** `keep`: what is there stays. `put-back`: what was overwritten is written again. `both`: of two texts, the other one follows as a block of its own. */
export type ConflictChoice = 'keep' | 'put-back' | 'both';

export interface ConflictRows {
  /** The row that it is about, as it is now; null where it is gone. */
  readonly row: Row | null;
  /** The project's text, for `both`. */
  readonly blocks: readonly Block[];
  readonly nowMs: number;
  readonly newBlockId: Block['id'];
}

/**
 * Ends a conflict as a person says: one edit like any other, which undo takes back whole. Refusals: `sync.resolved-already`,
 * `sync.row-gone` (what it is about was deleted since, or came back), `sync.not-both` (only text can be kept twice).
 */
export function resolveConflict(
  conflict: Conflict,
  choice: ConflictChoice,
  rows: ConflictRows,
): Result<RecordsPatch> {
  if (conflict.resolvedAtMs !== null) {
    return fail('sync.resolved-already', 'This was decided already. Nothing was changed.');
  }
  const ended = updateChange<Conflict>('conflict', conflict, { resolvedAtMs: rows.nowMs });
  const edit = editOf(conflict, choice, rows);
  return edit.ok ? ok(patchOf([...edit.value, ended])) : edit;
}

/** Whether both versions of it can stand. */
export function canKeepBoth({ entity, field, value }: Pick<Conflict, 'entity' | 'field' | 'value'>): boolean {
  return entity === 'block' && field === 'text' && typeof value === 'string';
}

function editOf(
  conflict: Conflict,
  choice: ConflictChoice,
  rows: ConflictRows,
): Result<readonly (RecordChange | null)[]> {
  switch (choice) {
    case 'keep':
      return ok([]);
    case 'put-back':
      return conflict.field === null ? bringBack(conflict, rows) : putBack(conflict, conflict.field, rows);
    case 'both':
      return addBeside(conflict, rows);
  }
}

function putBack(conflict: Conflict, field: string, { row }: ConflictRows): Result<readonly RecordChange[]> {
  if (row === null) return rowGone('was deleted since');
  const from = row[field] ?? null;
  const to = conflict.value as Row[string];
  if (sameValue(from, to)) return ok([]);
  const entity = conflict.entity as EntityName;
  return ok([{ kind: 'update', entity, id: conflict.rowId, fields: { [field]: { from, to } } }]);
}

function bringBack(conflict: Conflict, { row }: ConflictRows): Result<readonly RecordChange[]> {
  if (row !== null) return rowGone('is there again already');
  return ok([addChange(conflict.entity as EntityName, conflict.value as unknown as Row)]);
}

function addBeside(conflict: Conflict, rows: ConflictRows): Result<readonly RecordChange[]> {
  if (!canKeepBoth(conflict)) {
    return fail('sync.not-both', 'Only text can be kept in both versions. Nothing was changed. Choose one.');
  }
  const block = rows.blocks.find(({ id }) => id === conflict.rowId);
  if (block === undefined) return rowGone('was deleted since');
  const added = [{ id: rows.newBlockId, kind: block.kind, text: conflict.value as string }];
  const inserted = insertBlocks(rows.blocks, conflict.projectId, { afterBlockId: block.id, added });
  return inserted.ok ? ok(inserted.value.changes) : inserted;
}

function rowGone(what: string) {
  return fail('sync.row-gone', `What this is about ${what}. Nothing was changed. Keep it as it is.`);
}
