import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { removeAllFiles } from './media-removal.ts';
import { audit, endedSessions, members } from './schema/account-tables.ts';
import { mediaFiles } from './schema/media-tables.ts';
import { devices, projects, syncRows } from './schema/project-tables.ts';
import { comments, cuts, shares } from './schema/share-tables.ts';

const pageRows = 500;

/** A piece of an account's export: rows of one table, and where the next piece begins; null at the end. */
export interface ExportedPage {
  readonly table: string;
  readonly rows: readonly unknown[];
  readonly next: ExportPlace | null;
}
export interface ExportPlace {
  readonly table: number;
  readonly offset: number;
}

/**
 * Everything of a person that is theirs and not an organisation's, table by table. `passwordHash` and `tokenHash` of links are left
 * out: they are of no use to anybody but a thief.
 */
export async function exportPage(
  tx: Transaction,
  { userId }: Claims,
  place: ExportPlace,
): Promise<Result<ExportedPage>> {
  const own = and(isNull(projects.organisationId), eq(projects.ownerUserId, userId));
  const ofOwn = (table: PgTable, column: 'project_id') =>
    sql`${table}.${sql.identifier(column)} in (select id from ${projects} where ${own})`;
  const tables = [
    { name: 'projects', table: projects, where: own, order: sql`id` },
    {
      name: 'sync_rows',
      table: syncRows,
      where: ofOwn(syncRows, 'project_id'),
      order: sql`project_id, entity, row_id`,
    },
    { name: 'devices', table: devices, where: eq(devices.userId, userId), order: sql`project_id, device` },
    { name: 'shares', table: shares, where: ofOwn(shares, 'project_id'), order: sql`project_id, id` },
    { name: 'cuts', table: cuts, where: ofOwn(cuts, 'project_id'), order: sql`project_id` },
    {
      name: 'comments',
      table: comments,
      where: or(ofOwn(comments, 'project_id'), eq(comments.userId, userId)),
      order: sql`project_id, id`,
    },
    {
      name: 'media_files',
      table: mediaFiles,
      where: eq(mediaFiles.owner, `u:${userId}`),
      order: sql`sha256`,
    },
    { name: 'members', table: members, where: eq(members.userId, userId), order: sql`organisation_id` },
    {
      name: 'ended_sessions',
      table: endedSessions,
      where: eq(endedSessions.userId, userId),
      order: sql`session_id`,
    },
    { name: 'audit', table: audit, where: and(eq(audit.userId, userId), gt(audit.id, 0)), order: sql`id` },
  ] as const;
  const asked = tables[place.table];
  if (asked === undefined) return ok({ table: '', rows: [], next: null });
  const rows = await tx
    .select()
    .from(asked.table as PgTable)
    .where(asked.where)
    .orderBy(asked.order)
    .limit(pageRows)
    .offset(place.offset);
  const more = rows.length === pageRows;
  const next = more
    ? { table: place.table, offset: place.offset + pageRows }
    : { table: place.table + 1, offset: 0 };
  return ok({
    table: asked.name,
    rows: rows.map(withoutHashes),
    next: next.table < tables.length ? next : null,
  });
}

function withoutHashes(row: Record<string, unknown>): Record<string, unknown> {
  const { tokenHash: _token, passwordHash: _password, ...shown } = row;
  return shown;
}

export interface Deletion {
  readonly projects: number;
  /** Of theirs, which the storage is to lose now. */
  readonly files: number;
}

/**
 * Removes a person's own projects with all that hangs on them, their memberships, devices, and their own audit list. What belongs
 * to an organisation stays with it. The session is ended; its id is kept for a day, so that its tokens are refused.
 */
export async function deleteAccount(
  tx: Transaction,
  claims: Claims,
  nowMs: number,
): Promise<Result<Deletion>> {
  const { userId, sessionId } = claims;
  const gone = await tx
    .delete(projects)
    .where(and(isNull(projects.organisationId), eq(projects.ownerUserId, userId)))
    .returning({ id: projects.id });
  const files = await removeAllFiles(tx, `u:${userId}`, nowMs);
  await tx.delete(devices).where(eq(devices.userId, userId));
  await tx.delete(members).where(eq(members.userId, userId));
  await tx.delete(audit).where(and(eq(audit.userId, userId), isNull(audit.organisationId)));
  // The policy lets nobody clear what is younger than a day.
  await tx.delete(endedSessions);
  if (sessionId !== null) {
    await tx.insert(endedSessions).values({ sessionId, userId, endedAtMs: nowMs }).onConflictDoNothing();
  }
  return ok({ projects: gone.length, files: files.length });
}

export async function noteExport(tx: Transaction, claims: Claims, nowMs: number): Promise<Result<void>> {
  const entry = { action: 'account.exported', organisationId: null, subject: null, detail: null };
  await recordAudit(tx, claims, { ...entry, atMs: nowMs });
  return ok(undefined);
}
