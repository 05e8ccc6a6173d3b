import { and, eq } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Transaction } from './connection/transaction.ts';
import type { MediaFile } from './media.ts';
import { mediaFiles, mediaParts } from './schema/media-tables.ts';

/** A part that a storage has which tells nobody of it. */
export interface ToldPart {
  readonly number: number;
  readonly bytes: number;
  readonly etag: string;
}

/** Keeps what somebody told of a part that they sent, unless the upload is another one by now. Telling it again changes nothing. */
export async function keepPart(
  tx: Transaction,
  { owner, sha256 }: MediaFile,
  uploadId: string,
  part: ToldPart,
): Promise<Result<void>> {
  const current = await tx
    .select({ sha256: mediaFiles.sha256 })
    .from(mediaFiles)
    .where(and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256), eq(mediaFiles.uploadId, uploadId)))
    .for('share');
  if (current.length === 0) return ok(undefined);
  const told = { uploadId, bytes: part.bytes, etag: part.etag };
  await tx
    .insert(mediaParts)
    .values({ owner, sha256, number: part.number, ...told })
    .onConflictDoUpdate({ target: [mediaParts.owner, mediaParts.sha256, mediaParts.number], set: told });
  return ok(undefined);
}

/** The parts that were told of this upload, in order. */
export async function keptParts(
  tx: Transaction,
  { owner, sha256 }: MediaFile,
  uploadId: string,
): Promise<Result<ToldPart[]>> {
  const rows = await tx
    .select({ number: mediaParts.number, bytes: mediaParts.bytes, etag: mediaParts.etag })
    .from(mediaParts)
    .where(and(eq(mediaParts.owner, owner), eq(mediaParts.sha256, sha256), eq(mediaParts.uploadId, uploadId)))
    .orderBy(mediaParts.number);
  return ok(rows);
}

/** The storage does not know the upload any more: the next one begins from the first part. */
export async function forgetUpload(
  tx: Transaction,
  { owner, sha256 }: MediaFile,
  uploadId: string,
): Promise<Result<void>> {
  await tx
    .update(mediaFiles)
    .set({ uploadId: null })
    .where(
      and(eq(mediaFiles.owner, owner), eq(mediaFiles.sha256, sha256), eq(mediaFiles.uploadId, uploadId)),
    );
  await tx
    .delete(mediaParts)
    .where(
      and(eq(mediaParts.owner, owner), eq(mediaParts.sha256, sha256), eq(mediaParts.uploadId, uploadId)),
    );
  return ok(undefined);
}
