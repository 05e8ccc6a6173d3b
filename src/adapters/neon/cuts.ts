import { eq } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { NewCut } from '../../domain/sync/share-messages.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { cuts } from './schema/share-tables.ts';
import { requireEditable } from './shares.ts';

export type Cut = typeof cuts.$inferSelect;

/** The cut that links show; null where there is none yet. Faults: `sync.no-project`, `sync.read-only`. */
export async function readCut(
  tx: Transaction,
  claims: Claims,
  projectId: string,
): Promise<Result<Cut | null>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const [row] = await tx.select().from(cuts).where(eq(cuts.projectId, projectId));
  return ok(row ?? null);
}

/** From now on links show this one. Repeating it changes nothing. Faults: `sync.no-project`, `sync.read-only`. */
export async function publishCut(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  cut: NewCut,
  nowMs: number,
): Promise<Result<void>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const shown = { ...cut, publishedBy: claims.userId, publishedAtMs: nowMs };
  await tx
    .insert(cuts)
    .values({ projectId, ...shown })
    .onConflictDoUpdate({ target: cuts.projectId, set: shown });
  await recordAudit(tx, claims, {
    action: 'cut.published',
    organisationId: project.value.organisationId,
    subject: projectId,
    detail: { sha256: cut.sha256, bytes: cut.bytes },
    atMs: nowMs,
  });
  return ok(undefined);
}
