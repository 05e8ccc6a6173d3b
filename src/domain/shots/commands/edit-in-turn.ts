import { patchOf, type RecordChange, type RecordsPatch, type Row } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BreakdownRows } from './breakdown-rows.ts';

/**
 * Runs commands one after the other, each on the rows that the ones before it left, and makes one patch of all of them:
 * one edit to undo. The first refusal refuses the whole; nothing is changed then.
 */
export function editInTurn<Rows extends BreakdownRows>(
  rows: Rows,
  commands: readonly ((rows: Rows) => Result<RecordsPatch>)[],
): Result<RecordsPatch> {
  let now = rows;
  const changes = new Map<string, RecordChange>();
  for (const command of commands) {
    const patch = command(now);
    if (!patch.ok) return patch;
    for (const change of patch.value.changes) {
      const key = `${change.entity} ${idOf(change)}`;
      const joined = joinChanges(changes.get(key), change);
      if (joined === null) changes.delete(key);
      else changes.set(key, joined);
    }
    now = applyTo(now, patch.value);
  }
  return ok(patchOf(changes.values()));
}

function idOf(change: RecordChange): string {
  return change.kind === 'update' ? change.id : change.row.id;
}

/** Two changes of one record as one; null where they take each other back. */
function joinChanges(first: RecordChange | undefined, second: RecordChange): RecordChange | null {
  if (first === undefined || first.kind === 'remove') return second;
  if (first.kind === 'add') {
    if (second.kind === 'remove') return null;
    return { ...first, row: second.kind === 'update' ? withFields(first.row, second) : second.row };
  }
  if (second.kind === 'update') {
    const fields = { ...first.fields };
    for (const [name, { from, to }] of Object.entries(second.fields)) {
      const before = fields[name];
      fields[name] = { from: before === undefined ? from : before.from, to };
    }
    return { ...first, fields };
  }
  if (second.kind === 'add') return second;
  // The row that goes is the one that was there before both.
  const row: Record<string, Row[string]> = { ...second.row };
  for (const [name, { from }] of Object.entries(first.fields)) row[name] = from;
  return { ...second, row: { ...row, id: second.row.id } };
}

function withFields(row: Row, update: Extract<RecordChange, { kind: 'update' }>): Row {
  const next: Record<string, Row[string]> = { ...row };
  for (const [name, { to }] of Object.entries(update.fields)) next[name] = to;
  return { ...next, id: row.id };
}

const tables = { block: 'blocks', scene: 'scenes', shot: 'shots' } as const;

function applyTo<Rows extends BreakdownRows>(rows: Rows, patch: RecordsPatch): Rows {
  let next = rows;
  for (const [entity, table] of Object.entries(tables) as [keyof typeof tables, 'blocks'][]) {
    const own = patch.changes.filter((change) => change.entity === entity);
    if (own.length === 0) continue;
    const byId = new Map(own.map((change) => [idOf(change), change]));
    const kept = (rows[table] as unknown as readonly Row[]).flatMap((row) => {
      const change = byId.get(row.id);
      if (change === undefined) return [row];
      return change.kind === 'update' ? [withFields(row, change)] : [];
    });
    const added = own.flatMap((change) => (change.kind === 'add' ? [change.row] : []));
    next = { ...next, [table]: [...kept, ...added] };
  }
  return next;
}
