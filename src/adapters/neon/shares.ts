import { and, desc, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { ShareLink } from '../../domain/sync/share-messages.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { readOnly } from './project-access.ts';
import { readProject } from './projects.ts';
import { shares } from './schema/share-tables.ts';

export interface KeptShare {
  readonly id: string;
  readonly title: string;
  readonly tokenHash: string;
  readonly passwordHash: string | null;
  readonly expiresAtMs: number | null;
}

/** The project, where `claims` may change it. Faults: `sync.no-project`, `sync.read-only`. */
export async function requireEditable(tx: Transaction, claims: Claims, projectId: string) {
  const project = await readProject(tx, claims, projectId);
  return project.ok && project.value.role === 'viewer' ? readOnly() : project;
}

/** Faults: `sync.no-project`, `sync.read-only`. */
export async function createShare(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  share: KeptShare,
  nowMs: number,
): Promise<Result<ShareLink>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const row = { ...share, title: share.title.replaceAll('\0', ''), projectId };
  const [made] = await tx
    .insert(shares)
    .values({ ...row, createdBy: claims.userId, createdAtMs: nowMs })
    .returning();
  if (made === undefined) return noShare();
  await recordAudit(tx, claims, {
    action: 'share.created',
    organisationId: project.value.organisationId,
    subject: share.id,
    detail: { projectId, expiresAtMs: share.expiresAtMs, hasPassword: share.passwordHash !== null },
    atMs: nowMs,
  });
  return ok(shareLink(made));
}

/** Links of a project, newest first, with those that hold no more. Faults: `sync.no-project`, `sync.read-only`. */
export async function listShares(
  tx: Transaction,
  claims: Claims,
  projectId: string,
): Promise<Result<ShareLink[]>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const rows = await tx
    .select()
    .from(shares)
    .where(eq(shares.projectId, projectId))
    .orderBy(desc(shares.createdAtMs), shares.id);
  return ok(rows.map(shareLink));
}

/** From now on the link shows nothing. One that was revoked stays so. Faults: `sync.no-project`, `sync.read-only`, `sync.no-share`. */
export async function revokeShare(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  shareId: string,
  nowMs: number,
): Promise<Result<ShareLink>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const which = and(eq(shares.projectId, projectId), eq(shares.id, shareId));
  const [revoked] = await tx
    .update(shares)
    .set({ revokedAtMs: nowMs })
    .where(and(which, isNull(shares.revokedAtMs)))
    .returning();
  if (revoked !== undefined) {
    await recordAudit(tx, claims, {
      action: 'share.revoked',
      organisationId: project.value.organisationId,
      subject: shareId,
      detail: { projectId },
      atMs: nowMs,
    });
    return ok(shareLink(revoked));
  }
  const [present] = await tx.select().from(shares).where(which);
  return present === undefined ? noShare() : ok(shareLink(present));
}

/** Faults: `sync.no-project`, `sync.read-only`, `sync.no-share`. */
export async function setCommentsClosed(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  shareId: string,
  isClosed: boolean,
  nowMs: number,
): Promise<Result<ShareLink>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const [changed] = await tx
    .update(shares)
    .set({ commentsClosedAtMs: isClosed ? nowMs : null })
    .where(and(eq(shares.projectId, projectId), eq(shares.id, shareId)))
    .returning();
  if (changed === undefined) return noShare();
  await recordAudit(tx, claims, {
    action: isClosed ? 'share.comments-closed' : 'share.comments-opened',
    organisationId: project.value.organisationId,
    subject: shareId,
    detail: { projectId },
    atMs: nowMs,
  });
  return ok(shareLink(changed));
}

function shareLink(row: typeof shares.$inferSelect): ShareLink {
  const { id, title, passwordHash, createdAtMs, expiresAtMs, revokedAtMs, commentsClosedAtMs } = row;
  const times = { createdAtMs, expiresAtMs, revokedAtMs, commentsClosedAtMs };
  return { id, title, hasPassword: passwordHash !== null, ...times };
}

function noShare(): Result<never> {
  return fail('sync.no-share', 'The project has no such link.');
}
