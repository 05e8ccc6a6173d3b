import { and, desc, eq } from 'drizzle-orm';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { isGone } from '../../domain/sync/row-registers.ts';
import type { Transaction } from './connection/transaction.ts';
import { keptRowOf } from './kept-rows.ts';
import { syncRows } from './schema/project-tables.ts';

/** A job (a conversion of words or pictures into a picture, a clip, a sound) as the devices last told of it. */
export interface Conversion {
  readonly id: string;
  readonly projectId: string;
  readonly [field: string]: JsonValue;
}

export interface ConversionFilter {
  readonly projectId: string | null;
  readonly state: string | null;
  readonly limit: number;
}

/** Jobs of the projects that this person sees, last changed first. */
export async function listConversions(
  tx: Transaction,
  { projectId, state, limit }: ConversionFilter,
): Promise<Result<Conversion[]>> {
  const rows = await tx
    .select()
    .from(syncRows)
    .where(
      and(eq(syncRows.entity, 'job'), projectId === null ? undefined : eq(syncRows.projectId, projectId)),
    )
    .orderBy(desc(syncRows.seq), syncRows.rowId);
  const found = rows
    .filter((row) => state === null || row.values['state'] === state)
    .map(conversionOf)
    .filter((conversion) => conversion !== null);
  return ok(found.slice(0, limit));
}

/** Fault: `sync.no-conversion`. */
export async function readConversion(tx: Transaction, id: string): Promise<Result<Conversion>> {
  const [row] = await tx
    .select()
    .from(syncRows)
    .where(and(eq(syncRows.entity, 'job'), eq(syncRows.rowId, id)));
  const found = row === undefined ? null : conversionOf(row);
  if (found !== null) return ok(found);
  return fail(
    'sync.no-conversion',
    'The service has no such conversion, or its project is not shared with you.',
  );
}

function conversionOf(row: typeof syncRows.$inferSelect): Conversion | null {
  const { registers } = keptRowOf(row);
  return isGone(registers) ? null : { ...registers.v, id: row.rowId, projectId: row.projectId };
}
