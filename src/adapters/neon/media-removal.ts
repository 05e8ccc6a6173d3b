import { and, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { type MediaFile, removeFiles } from './media.ts';
import { mediaFiles, mediaRemovals } from './schema/media-tables.ts';

/** How many are looked at in one transaction. */
const batchFiles = 500;

/** What the storage is to lose. */
export interface Removal {
  readonly objectKey: string;
  readonly uploadId: string | null;
}

/** When files are cleared away. */
export interface ClearingTimes {
  /** How long one is kept that no project has any more. */
  readonly unusedMs: number;
  /** How long one is waited for that nobody goes on sending. */
  readonly unfinishedMs: number;
}

export interface Cleared {
  /** Found without a project just now. */
  readonly unused: number;
  /** Forgotten; the storage is to lose them. */
  readonly forgotten: number;
}

/** Who has files, for the keeper, who sees of each nothing but that. */
export async function mediaOwners(tx: Transaction): Promise<Result<string[]>> {
  const rows = await tx.selectDistinct({ owner: mediaFiles.owner }).from(mediaFiles);
  return ok(rows.map(({ owner }) => owner));
}

/** In whose name an owner's files are looked through: all their projects are seen, and nothing of anybody else. */
export function claimsOfOwner(owner: string): Claims {
  const id = owner.slice(2);
  if (owner.startsWith('u:')) return { userId: id, sessionId: null, organisation: null };
  return { userId: 'the keeper', sessionId: null, organisation: { id, role: 'owner' } };
}

/** Notes which files of an owner no project has, and forgets those of which that was noted long ago. */
export async function clearFiles(
  tx: Transaction,
  owner: string,
  { unusedMs, unfinishedMs }: ClearingTimes,
  nowMs: number,
): Promise<Result<Cleared>> {
  const own = eq(mediaFiles.owner, owner);
  const unused = await tx
    .update(mediaFiles)
    .set({ unusedSinceMs: nowMs })
    .where(and(own, isNull(mediaFiles.unusedSinceMs), isNotNull(mediaFiles.storedAtMs), sql`not ${isUsed}`))
    .returning({ sha256: mediaFiles.sha256 });
  await tx
    .update(mediaFiles)
    .set({ unusedSinceMs: null })
    .where(and(own, isNotNull(mediaFiles.unusedSinceMs), isUsed));
  const over = await tx
    .select()
    .from(mediaFiles)
    .where(
      and(
        own,
        or(
          and(isNotNull(mediaFiles.storedAtMs), lt(mediaFiles.unusedSinceMs, nowMs - unusedMs)),
          and(isNull(mediaFiles.storedAtMs), lt(mediaFiles.begunAtMs, nowMs - unfinishedMs)),
        ),
      ),
    )
    .limit(batchFiles)
    .for('update');
  await removeFiles(tx, over, nowMs);
  return ok({ unused: unused.length, forgotten: over.length });
}

/** A file that no project has (any more), as far as the caller sees; it is forgotten, and the storage loses it at `dueAtMs`. */
export async function removeIfUnused(
  tx: Transaction,
  owner: string,
  sha256: string,
  dueAtMs: number,
): Promise<void> {
  const found = await tx
    .select()
    .from(mediaFiles)
    .where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256), sql`not ${isUsed}`))
    .for('update');
  await removeFiles(tx, found, dueAtMs);
}

/** Everything of an owner. */
export async function removeAllFiles(tx: Transaction, owner: string, nowMs: number): Promise<MediaFile[]> {
  const files = await tx.select().from(mediaFiles).where(eq(mediaFiles.owner, owner)).for('update');
  await removeFiles(tx, files, nowMs);
  return files;
}

/** Some of what is due. They are given to nobody else for `leaseMs`: whoever took them and was killed leaves them to the next. */
export async function takeRemovals(
  tx: Transaction,
  nowMs: number,
  leaseMs: number,
): Promise<Result<Removal[]>> {
  const due = tx
    .select({ objectKey: mediaRemovals.objectKey })
    .from(mediaRemovals)
    .where(sql`${mediaRemovals.dueAtMs} <= ${nowMs}`)
    .orderBy(mediaRemovals.dueAtMs)
    .limit(batchFiles)
    .for('update', { skipLocked: true });
  return ok(
    await tx
      .update(mediaRemovals)
      .set({ dueAtMs: nowMs + leaseMs })
      .where(inArray(mediaRemovals.objectKey, due))
      .returning({ objectKey: mediaRemovals.objectKey, uploadId: mediaRemovals.uploadId }),
  );
}

/** The storage has lost them. */
export async function endRemovals(tx: Transaction, objectKeys: readonly string[]): Promise<Result<void>> {
  if (objectKeys.length > 0) {
    await tx.delete(mediaRemovals).where(inArray(mediaRemovals.objectKey, [...objectKeys]));
  }
  return ok(undefined);
}

/** How many wait, and when the first of them is due; null where there are none. Of an owner, or (the keeper) of all. */
export async function waitingRemovals(
  tx: Transaction,
  owner: string | null,
): Promise<Result<{ readonly files: number; readonly nextDueAtMs: number | null }>> {
  const [found] = await tx
    .select({ files: sql<string>`count(*)`, next: sql<string | null>`min(${mediaRemovals.dueAtMs})` })
    .from(mediaRemovals)
    .where(owner === null ? undefined : eq(mediaRemovals.owner, owner));
  const next = found?.next ?? null;
  return ok({ files: Number(found?.files ?? 0), nextDueAtMs: next === null ? null : Number(next) });
}

/** Which of these uploads in parts a file is waiting for; the others are of nobody. */
export async function knownUploads(
  tx: Transaction,
  uploadIds: readonly string[],
): Promise<Result<Set<string>>> {
  if (uploadIds.length === 0) return ok(new Set());
  const rows = await tx
    .select({ uploadId: mediaFiles.uploadId })
    .from(mediaFiles)
    .where(inArray(mediaFiles.uploadId, [...uploadIds]));
  return ok(new Set(rows.flatMap(({ uploadId }) => uploadId ?? [])));
}

/**
 * Whether a project has the file: as an asset that is not deleted, or as the cut that its links show. A deletion that is older than
 * what a row is based on deletes nothing; stamps are compared as bytes.
 */
const isUsed: SQL = sql.raw(`(media_files.sha256 in (
  select row_id from reelwright.sync_rows
  where entity = 'asset' and (deleted is null or deleted collate "C" <= base collate "C")
  union all select cuts.sha256 from reelwright.cuts cuts
))`);
