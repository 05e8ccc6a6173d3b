import { eq } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { NewCut } from '../../domain/sync/share-messages.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { ownerName } from './media.ts';
import { removeIfUnused } from './media-removal.ts';
import { cuts } from './schema/share-tables.ts';
import { requireEditable } from './shares.ts';

/** Whoever watches the cut from before sees it to its end, as a rule. */
const farewellMs = 3 * 3_600_000;

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

/** From now on links show this one, and the storage is to lose the one from before. Repeating it changes nothing. Faults: `sync.no-project`, `sync.read-only`. */
export async function publishCut(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  cut: NewCut,
  objectKey: string,
  nowMs: number,
): Promise<Result<void>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const { organisationId } = project.value;
  const [before] = await tx.select().from(cuts).where(eq(cuts.projectId, projectId));
  const { madeAtMs = null, captions = null, poster = null } = cut;
  const shown = {
    ...{ ...cut, objectKey, madeAtMs, captions, poster },
    ...{ publishedBy: claims.userId, publishedAtMs: nowMs },
  };
  await tx
    .insert(cuts)
    .values({ projectId, ...shown })
    .onConflictDoUpdate({ target: cuts.projectId, set: shown });
  if (before !== undefined && before.sha256 !== cut.sha256) {
    await removeIfUnused(tx, ownerName(organisationId, claims.userId), before.sha256, nowMs + farewellMs);
  }
  await recordAudit(tx, claims, {
    action: 'cut.published',
    organisationId,
    subject: projectId,
    detail: { sha256: cut.sha256, bytes: cut.bytes },
    atMs: nowMs,
  });
  return ok(undefined);
}
