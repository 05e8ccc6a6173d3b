import { and, eq, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { newObjectKey, objectKeyOf } from './media-keys.ts';
import { missing, readOnly, roleIn } from './project-access.ts';
import { mediaFiles, mediaParts, mediaRemovals } from './schema/media-tables.ts';
import { projects } from './schema/project-tables.ts';

/** A file of whoever owns a project. `storedAtMs` is null until it was found in the storage whole. */
export type MediaFile = typeof mediaFiles.$inferSelect;

export interface NewMedia {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
}

/** How seldom it is noted that somebody goes on sending. */
const notedMs = 3_600_000;

/** Those of the named files that are in the storage for the project's owner, and will be for days. Fault: `sync.no-project`. */
export async function storedMedia(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  hashes: readonly string[],
): Promise<Result<string[]>> {
  const owner = await ownerOf(tx, claims, projectId);
  if (!owner.ok) return owner;
  if (hashes.length === 0) return ok([]);
  // Whoever asks may be about to use one again. Where it is being removed in this moment, this waits for that and does not find it.
  await tx
    .update(mediaFiles)
    .set({ unusedSinceMs: null })
    .where(
      and(
        eq(mediaFiles.owner, owner.value.owner),
        inArray(mediaFiles.sha256, [...hashes]),
        isNotNull(mediaFiles.unusedSinceMs),
      ),
    );
  const rows = await tx
    .select({ sha256: mediaFiles.sha256 })
    .from(mediaFiles)
    .where(
      and(
        eq(mediaFiles.owner, owner.value.owner),
        inArray(mediaFiles.sha256, [...hashes]),
        isNotNull(mediaFiles.storedAtMs),
      ),
    );
  return ok(rows.map(({ sha256 }) => sha256));
}

/**
 * The file's row, made where there is none. `mostBytes` is what the owner's plan holds of all files, those on their way counted.
 * Faults: `sync.no-project`, `sync.read-only`, `sync.over-quota`.
 */
export async function reserveMedia(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  { sha256, bytes, mime }: NewMedia,
  mostBytes: number,
  nowMs: number,
): Promise<Result<MediaFile>> {
  const found = await editableOwner(tx, claims, projectId);
  if (!found.ok) return found;
  const { owner } = found.value;
  // Two uploads that begin together must not both find the last free place.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`);
  const present = await fileOf(tx, owner, sha256);
  if (present !== null && (present.storedAtMs !== null || present.bytes === bytes)) {
    await noteAsked(tx, present, nowMs);
    return ok(await withMime(tx, present, mime));
  }
  const others = await usedBytes(tx, owner, sha256);
  if (others + bytes > mostBytes) return full(others, bytes, mostBytes);
  // Somebody had named another length, and the storage never took it.
  if (present !== null) await removeFiles(tx, [present], nowMs);
  const values = { owner, sha256, bytes, mime, userId: claims.userId, begunAtMs: nowMs };
  const [row] = await tx
    .insert(mediaFiles)
    .values({ ...values, objectKey: newObjectKey(owner, sha256) })
    .returning();
  return row === undefined ? missing() : ok(row);
}

/** The kind that was announced last, until the storage was told one: with the whole file, or with an upload in parts. */
async function withMime(tx: Transaction, file: MediaFile, mime: string): Promise<MediaFile> {
  if (file.storedAtMs !== null || file.uploadId !== null || file.mime === mime) return file;
  const { owner, sha256 } = file;
  await tx
    .update(mediaFiles)
    .set({ mime })
    .where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256)));
  return { ...file, mime };
}

/** So that what is being sent, or was found useful again, is not cleared away. */
async function noteAsked(
  tx: Transaction,
  { owner, sha256, storedAtMs }: MediaFile,
  nowMs: number,
): Promise<void> {
  const row = and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256));
  if (storedAtMs === null) {
    await tx
      .update(mediaFiles)
      .set({ begunAtMs: nowMs })
      .where(and(row, lt(mediaFiles.begunAtMs, nowMs - notedMs)));
  } else {
    await tx
      .update(mediaFiles)
      .set({ unusedSinceMs: null })
      .where(and(row, isNotNull(mediaFiles.unusedSinceMs)));
  }
}

/** Forgets files and has the storage lose them at `dueAtMs`, or soon after. From now on they count against no plan. */
export async function removeFiles(
  tx: Transaction,
  files: readonly MediaFile[],
  dueAtMs: number,
): Promise<void> {
  for (const file of files) {
    const { owner, sha256, uploadId } = file;
    await tx
      .insert(mediaRemovals)
      .values({ objectKey: objectKeyOf(file), owner, uploadId, dueAtMs })
      .onConflictDoNothing();
    await tx.delete(mediaFiles).where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256)));
  }
}

/** Notes the storage's name of an upload in parts, unless another was noted since `before`; returns the one that stands. */
export async function noteUpload(
  tx: Transaction,
  { owner, sha256 }: Pick<MediaFile, 'owner' | 'sha256'>,
  before: string | null,
  uploadId: string,
): Promise<Result<string>> {
  const unchanged = before === null ? isNull(mediaFiles.uploadId) : eq(mediaFiles.uploadId, before);
  const [noted] = await tx
    .update(mediaFiles)
    .set({ uploadId })
    .where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256), unchanged))
    .returning();
  if (noted !== undefined) {
    await tx.delete(mediaParts).where(and(eq(mediaParts.owner, owner), eq(mediaParts.sha256, sha256)));
    return ok(uploadId);
  }
  const standing = await fileOf(tx, owner, sha256);
  return ok(standing?.uploadId ?? uploadId);
}

/** The file's row for whoever may change the project; faults as of {@link reserveMedia}, and `sync.no-media`. */
export async function mediaToFinish(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  sha256: string,
): Promise<Result<MediaFile>> {
  const found = await editableOwner(tx, claims, projectId);
  if (!found.ok) return found;
  const file = await fileOf(tx, found.value.owner, sha256);
  return file === null ? noMedia() : ok(file);
}

/** The file's row for whoever may look at the project, where it is in the storage. Faults: `sync.no-project`, `sync.no-media`. */
export async function mediaToFetch(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  sha256: string,
): Promise<Result<MediaFile>> {
  const found = await ownerOf(tx, claims, projectId);
  if (!found.ok) return found;
  const file = await fileOf(tx, found.value.owner, sha256);
  return file === null || file.storedAtMs === null ? noMedia() : ok(file);
}

/** Notes that it was found in the storage whole. Fault: `sync.no-media` (it was taken back meanwhile, or is another one). */
export async function settleMedia(
  tx: Transaction,
  file: MediaFile,
  storedAtMs: number,
): Promise<Result<void>> {
  const [settled] = await tx
    .update(mediaFiles)
    .set({ storedAtMs, uploadId: null })
    .where(isStill(file))
    .returning({ sha256: mediaFiles.sha256 });
  if (settled === undefined) return noMedia();
  const { owner, sha256 } = file;
  await tx.delete(mediaParts).where(and(eq(mediaParts.owner, owner), eq(mediaParts.sha256, sha256)));
  return ok(undefined);
}

/** Forgets a file that turned out to be something else, and has the storage lose what it has. */
export async function discardMedia(tx: Transaction, file: MediaFile, nowMs: number): Promise<Result<void>> {
  const found = await tx.select().from(mediaFiles).where(isStill(file));
  await removeFiles(tx, found, nowMs);
  return ok(undefined);
}

function isStill({ owner, sha256, objectKey }: MediaFile) {
  const key = objectKey === null ? isNull(mediaFiles.objectKey) : eq(mediaFiles.objectKey, objectKey);
  return and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256), key);
}

/** What counts against the plan: of the person, or of the organisation that they work in. */
export async function countMediaBytes(tx: Transaction, claims: Claims): Promise<number> {
  return usedBytes(tx, ownerName(claims.organisation?.id ?? null, claims.userId), null);
}

export function ownerName(organisationId: string | null, userId: string): string {
  return organisationId === null ? `u:${userId}` : `o:${organisationId}`;
}

async function ownerOf(tx: Transaction, claims: Claims, projectId: string) {
  const [project] = await tx
    .select({ organisationId: projects.organisationId, ownerUserId: projects.ownerUserId })
    .from(projects)
    .where(eq(projects.id, projectId));
  if (project === undefined) return missing();
  const owner = ownerName(project.organisationId, project.ownerUserId);
  return ok({ owner, role: roleIn(project, claims) });
}

async function editableOwner(tx: Transaction, claims: Claims, projectId: string) {
  const found = await ownerOf(tx, claims, projectId);
  return found.ok && found.value.role === 'viewer' ? readOnly() : found;
}

async function fileOf(tx: Transaction, owner: string, sha256: string): Promise<MediaFile | null> {
  const [row] = await tx
    .select()
    .from(mediaFiles)
    .where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256)));
  return row ?? null;
}

async function usedBytes(tx: Transaction, owner: string, but: string | null): Promise<number> {
  const [sum] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${mediaFiles.bytes}), 0)` })
    .from(mediaFiles)
    .where(and(eq(mediaFiles.owner, owner), but === null ? undefined : ne(mediaFiles.sha256, but)));
  return Number(sum?.bytes ?? 0);
}

function noMedia(): Result<never> {
  return fail('sync.no-media', 'The service has no such file of this project.');
}

function full(usedBytes: number, bytes: number, mostBytes: number): Result<never> {
  return fail(
    'sync.over-quota',
    'The plan holds no more files. The file is kept where it is, and edits go on as before. Free some room at the service, or change the plan.',
    { usedBytes, bytes, mostBytes },
  );
}
