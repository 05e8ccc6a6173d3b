import { and, desc, eq, like, lt, or, sql } from 'drizzle-orm';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { AuditAbout, KeyChange } from '../../domain/sync/account-messages.ts';
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

/** What of an audit list is looked for, and the actions that belong to it. */
const actionsAbout: Readonly<Record<AuditAbout, readonly string[]>> = {
  'sign-ins': ['session.%'],
  keys: ['key.%'],
  shares: ['share.%', 'cut.%'],
  deletions: ['%.deleted', '%.revoked'],
};

export interface AuditFilter {
  /** Only what is older than this entry. */
  readonly before: number | null;
  readonly limit: number;
  /** null: everything. */
  readonly about: AuditAbout | null;
}

/** What was done: one's own, and as owner of an organisation that of everybody in it. Newest first. */
export async function listAudit(
  tx: Transaction,
  { before, limit, about }: AuditFilter,
): Promise<Result<(typeof audit.$inferSelect)[]>> {
  const wanted = about === null ? [] : actionsAbout[about].map((action) => like(audit.action, action));
  const rows = await tx
    .select()
    .from(audit)
    .where(and(before === null ? undefined : lt(audit.id, before), or(...wanted)))
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

/** What is known of whoever shows a session's first token. */
export interface SessionSeen {
  readonly device: string | null;
  readonly address: string | null;
}

/** Notes a sign-in, once: a session is begun elsewhere, and is first heard of here when it shows a token. */
export async function noteSession(
  tx: Transaction,
  claims: Claims,
  { device, address }: SessionSeen,
  nowMs: number,
): Promise<Result<void>> {
  const { sessionId, userId } = claims;
  if (sessionId === null) return ok(undefined);
  // Two calls of a new session come at the same moment, perhaps to two processes.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sessionId}, 0))`);
  const action = 'session.started';
  const [known] = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.userId, userId), eq(audit.action, action), eq(audit.subject, sessionId)))
    .limit(1);
  if (known !== undefined) return ok(undefined);
  const detail = { device, address };
  await recordAudit(tx, claims, { action, organisationId: null, subject: sessionId, detail, atMs: nowMs });
  return ok(undefined);
}

/** Notes that keys of providers were stored on a device or removed from it: whose, and never what they are. */
export async function noteKeyChanges(
  tx: Transaction,
  claims: Claims,
  changes: readonly KeyChange[],
  nowMs: number,
): Promise<Result<void>> {
  for (const { provider, change, atMs } of changes) {
    await recordAudit(tx, claims, {
      ...{ action: `key.${change}`, organisationId: null, subject: provider, detail: null },
      // A clock that is ahead does not write into the future.
      atMs: Math.min(atMs, nowMs),
    });
  }
  return ok(undefined);
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
