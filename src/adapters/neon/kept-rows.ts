import { sql } from 'drizzle-orm';
import type { KeptRow } from '../../domain/sync/apply-push.ts';
import { type RowRegisters, rowKey } from '../../domain/sync/row-registers.ts';
import { runPrepared } from './connection/run-prepared.ts';
import type { Transaction } from './connection/transaction.ts';
import type { syncRows } from './schema/project-tables.ts';

type StoredRow = typeof syncRows.$inferSelect;

/** A row of the table as the merge knows it. */
export function keptRowOf(row: StoredRow): KeptRow {
  const { entity, rowId, base, deleted, values, stamps, rowSeq, seqs, seq } = row;
  const fieldSeqs = Object.fromEntries(Object.keys(values).map((field) => [field, seqs[field] ?? rowSeq]));
  const named = Object.keys(stamps).length > 0;
  const registers: RowRegisters = {
    e: entity,
    id: rowId,
    b: base,
    ...(deleted === null ? {} : { d: deleted }),
    v: values,
    ...(named ? { s: stamps } : {}),
  };
  return { registers, seq, rowSeq, fieldSeqs };
}

/** Those of the named rows that the service has, by `rowKey`. */
export async function readKeptRows(
  tx: Transaction,
  projectId: string,
  rows: readonly Pick<RowRegisters, 'e' | 'id'>[],
): Promise<Map<string, KeptRow>> {
  const found = new Map<string, KeptRow>();
  if (rows.length === 0) return found;
  const stored = await runPrepared<RawRow>(
    tx,
    sql`
    select entity, row_id, base, deleted, values, stamps, row_seq, seqs, seq from reelwright.sync_rows
    where project_id = ${projectId} and (entity, row_id) in (
      select * from unnest(${textArray(rows.map(({ e }) => e))}, ${textArray(rows.map(({ id }) => id))}))`,
  );
  for (const raw of stored) {
    const kept = keptRowOf(storedRow(projectId, raw));
    found.set(rowKey(kept.registers), kept);
  }
  return found;
}

/** A pull's page of rows: those whose newest number is greater than `after`, oldest first. */
export async function readRowsAfter(
  tx: Transaction,
  projectId: string,
  after: number,
  limit: number,
): Promise<KeptRow[]> {
  const rows = await runPrepared<RawRow>(
    tx,
    sql`
    select entity, row_id, base, deleted, values, stamps, row_seq, seqs, seq from reelwright.sync_rows
    where project_id = ${projectId} and seq > ${after} order by seq limit ${limit}`,
  );
  return rows.map((raw) => keptRowOf(storedRow(projectId, raw)));
}

type RawRow = {
  readonly entity: StoredRow['entity'];
  readonly row_id: string;
  readonly base: string;
  readonly deleted: string | null;
  readonly values: StoredRow['values'];
  readonly stamps: StoredRow['stamps'];
  readonly row_seq: string;
  readonly seqs: StoredRow['seqs'];
  readonly seq: string;
};

function storedRow(projectId: string, raw: RawRow): StoredRow {
  const { entity, row_id: rowId, base, deleted, values, stamps, seqs } = raw;
  const seq = Number(raw.seq);
  return { projectId, entity, rowId, base, deleted, values, stamps, seqs, seq, rowSeq: Number(raw.row_seq) };
}

/** The columns of `rows` as arrays for `unnest`, in the order of the table. */
export function columnsOf(rows: readonly KeptRow[]) {
  const json = (value: unknown): string => JSON.stringify(value);
  return sql`unnest(
    ${textArray(rows.map(({ registers }) => registers.e))},
    ${textArray(rows.map(({ registers }) => registers.id))},
    ${textArray(rows.map(({ registers }) => registers.b))},
    ${textArray(rows.map(({ registers }) => registers.d ?? null))},
    ${textArray(rows.map(({ registers }) => json(registers.v)))},
    ${textArray(rows.map(({ registers }) => json(registers.s ?? {})))},
    ${sql.param(rows.map(({ rowSeq }) => rowSeq))}::bigint[],
    ${textArray(rows.map((row) => json(otherSeqs(row))))},
    ${sql.param(rows.map(({ seq }) => seq))}::bigint[]
  ) as changed(entity, row_id, base, deleted, values, stamps, row_seq, seqs, seq)`;
}

function otherSeqs({ fieldSeqs, rowSeq }: KeptRow): Record<string, number> {
  return Object.fromEntries(Object.entries(fieldSeqs).filter(([, seq]) => seq !== rowSeq));
}

function textArray(values: readonly (string | null)[]) {
  return sql`${sql.param([...values])}::text[]`;
}
