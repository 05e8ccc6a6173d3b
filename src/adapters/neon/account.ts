import { desc, eq, lt } from 'drizzle-orm';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { audit, endedSessions, members } from './schema/account-tables.ts';

export interface AuditEntry {
  /** `noun.happened`. */
  readonly action: string;
  readonly organisationId: string | null;
  /** What it happened to. */
  readonly subject: string | null;
  readonly detail: JsonValue;
  readonly atMs: number;
}

/** Notes what `claims` did. */
export async function recordAudit(tx: Transaction, { userId }: Claims, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({ userId, ...entry });
}

/** What was done: one's own, and as owner of an organisation that of everybody in it. Newest first, older than `before`. */
export async function listAudit(
  tx: Transaction,
  before: number | null,
  limit: number,
): Promise<Result<(typeof audit.$inferSelect)[]>> {
  const rows = await tx
    .select()
    .from(audit)
    .where(before === null ? undefined : lt(audit.id, before))
    .orderBy(desc(audit.id))
    .limit(limit);
  return ok(rows);
}

/** Notes that somebody was seen as a member of the organisation that they work in. */
export async function noteMember(
  tx: Transaction,
  { userId, organisation }: Claims,
  nowMs: number,
): Promise<Result<void>> {
  if (organisation === null) return ok(undefined);
  const seen = { role: organisation.role, seenAtMs: nowMs };
  await tx
    .insert(members)
    .values({ organisationId: organisation.id, userId, ...seen })
    .onConflictDoUpdate({ target: [members.organisationId, members.userId], set: seen });
  return ok(undefined);
}

/** Members of the organisation that this person works in, as they were last seen. */
export async function listMembers(
  tx: Transaction,
  { organisation }: Claims,
): Promise<Result<(typeof members.$inferSelect)[]>> {
  if (organisation === null) return ok([]);
  return ok(
    await tx
      .select()
      .from(members)
      .where(eq(members.organisationId, organisation.id))
      .orderBy(members.userId),
  );
}

/** Refuses the session's tokens from now on, also those that have not expired. */
export async function endSession(tx: Transaction, claims: Claims, nowMs: number): Promise<Result<void>> {
  const { sessionId, userId } = claims;
  if (sessionId === null) return ok(undefined);
  await tx.insert(endedSessions).values({ sessionId, userId, endedAtMs: nowMs }).onConflictDoNothing();
  // Of anybody: the policy shows those of whom no token can be good any more.
  await tx.delete(endedSessions);
  await recordAudit(tx, claims, {
    action: 'session.ended',
    organisationId: null,
    subject: sessionId,
    detail: null,
    atMs: nowMs,
  });
  return ok(undefined);
}
