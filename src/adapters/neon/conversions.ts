import { and, desc, eq, sql } from 'drizzle-orm';
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
  /** Where the page before ended; null for the first. */
  readonly after: ConversionPlace | null;
}

/** Where a conversion stands in the list. */
export interface ConversionPlace {
  readonly seq: number;
  readonly projectId: string;
  readonly id: string;
}

export interface ConversionPage {
  readonly conversions: readonly Conversion[];
  /** Where the next page begins; null where there is none. */
  readonly next: ConversionPlace | null;
}

/** A page of the jobs of the projects that this person sees, last changed first. */
export async function listConversions(
  tx: Transaction,
  { projectId, state, limit, after }: ConversionFilter,
): Promise<Result<ConversionPage>> {
  const { seq, rowId } = syncRows;
  const rows = await tx
    .select()
    .from(syncRows)
    .where(
      and(
        eq(syncRows.entity, 'job'),
        sql`(${syncRows.deleted} is null or ${syncRows.deleted} <= ${syncRows.base})`,
        projectId === null ? undefined : eq(syncRows.projectId, projectId),
        state === null ? undefined : sql`${syncRows.values} ->> 'state' = ${state}`,
        after === null
          ? undefined
          : sql`(${seq}, ${syncRows.projectId}, ${rowId}) < (${after.seq}::bigint, ${after.projectId}::text, ${after.id}::text)`,
      ),
    )
    .orderBy(desc(seq), desc(syncRows.projectId), desc(rowId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return ok({
    conversions: page.flatMap((row) => conversionOf(row) ?? []),
    next: isMore ? { seq: last.seq, projectId: last.projectId, id: last.rowId } : null,
  });
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
