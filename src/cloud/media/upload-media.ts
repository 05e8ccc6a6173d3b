import { createHash } from 'node:crypto';
import type { Claims } from '../../adapters/neon/claims.ts';
import type { MediaFile } from '../../adapters/neon/media.ts';
import { objectKeyOf } from '../../adapters/neon/media-keys.ts';
import type { SyncDatabase } from '../../adapters/neon/sync-database.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { PartReceipt, UploadAnswer, UploadRequest } from '../../domain/sync/media-messages.ts';
import type { ExpectedFile, MediaStorage, StoredPart } from '../ports/media-storage.ts';

export interface MediaParts {
  readonly database: SyncDatabase;
  readonly storage: MediaStorage;
  readonly claims: Claims;
}

/** Addresses that are given at once: what a slow line sends while they hold. */
const mostAddresses = 32;

/**
 * What the storage still lacks of a file. Asked again after a cut or a restart it names only what has not arrived: the storage
 * itself remembers the parts, whoever sent them, or the service does by their receipts.
 */
export async function beginUpload(
  { database, storage, claims }: MediaParts,
  projectId: string,
  request: UploadRequest,
  mostBytes: number,
): Promise<Result<UploadAnswer>> {
  const { sha256, bytes, mime, partBytes, parts } = request;
  const [first = ''] = parts;
  if (parts.length !== Math.ceil(bytes / partBytes) || (parts.length === 1 && first !== sha256)) {
    return fail('sync.bad-request', 'The service cannot read this call: parts: not those of the file.');
  }
  const reserved = await database.media.reserve(claims, projectId, { sha256, bytes, mime }, mostBytes);
  if (!reserved.ok) return reserved;
  const file = reserved.value;
  if (file.storedAtMs !== null) return ok({ stored: true, missing: [], upload: null });
  const expected = expectedOf(file);
  if (parts.length === 1) {
    const address = await storage.putAddress(expected);
    return address.ok
      ? ok({ stored: false, missing: [{ number: 1, ...address.value }], upload: null })
      : address;
  }
  const upload = await openUpload({ database, storage, claims }, file, expected);
  if (!upload.ok) return upload;
  const { uploadId } = upload.value;
  const there = new Map(upload.value.parts.map((part) => [part.number, part]));
  const wanted = parts.map((hash, index) => ({
    number: index + 1,
    sha256: hash,
    bytes: index < parts.length - 1 ? partBytes : bytes - partBytes * (parts.length - 1),
  }));
  const lacking = wanted.filter((part) => {
    const found = there.get(part.number);
    return found?.bytes !== part.bytes || (found.sha256 !== null && found.sha256 !== part.sha256);
  });
  const missing: UploadAnswer['missing'][number][] = [];
  for (const part of lacking.slice(0, mostAddresses)) {
    const address = await storage.partAddress(expected, uploadId, part);
    if (!address.ok) return address;
    missing.push({ number: part.number, ...address.value });
  }
  return ok({ stored: false, missing, upload: storage.remembersParts ? null : nameOf(uploadId) });
}

/** The upload in parts that was begun before, or a new one. */
async function openUpload(
  media: MediaParts,
  file: MediaFile,
  expected: ExpectedFile,
): Promise<Result<{ uploadId: string; parts: readonly StoredPart[] }>> {
  const { database, storage, claims } = media;
  if (file.uploadId !== null) {
    const parts = await partsOf(media, file, file.uploadId);
    if (!parts.ok) return parts;
    if (parts.value !== null) return ok({ uploadId: file.uploadId, parts: parts.value });
  }
  const begun = await storage.beginParts(expected);
  if (!begun.ok) return begun;
  const standing = await database.media.noteUpload(claims, file, file.uploadId, begun.value);
  if (!standing.ok) return standing;
  if (standing.value === begun.value) return ok({ uploadId: begun.value, parts: [] });
  // Another device began it in the same moment: both send to one.
  await storage.abort(expected.key, begun.value);
  const parts = await partsOf(media, file, standing.value);
  return parts.ok ? ok({ uploadId: standing.value, parts: parts.value ?? [] }) : parts;
}

/** What has arrived; null where the storage knows no such upload. */
async function partsOf(
  { database, storage, claims }: MediaParts,
  file: MediaFile,
  uploadId: string,
): Promise<Result<readonly StoredPart[] | null>> {
  if (storage.remembersParts) return storage.parts(objectKeyOf(file), uploadId);
  const told = await database.media.parts(claims, file, uploadId);
  return told.ok ? ok(told.value.map((part) => ({ ...part, sha256: null }))) : told;
}

/**
 * Keeps what the storage answered to whoever sent it a part. Faults: `sync.no-media` (nobody began to send the file),
 * `sync.bad-request` (that is no receipt). One of an upload that is another by now is taken and forgotten.
 */
export async function keepReceipt(
  { database, storage, claims }: MediaParts,
  projectId: string,
  { sha256, upload, number, bytes, receipt }: PartReceipt,
): Promise<Result<void>> {
  const found = await database.media.toFinish(claims, projectId, sha256);
  if (!found.ok) return found;
  const { uploadId } = found.value;
  if (storage.remembersParts || uploadId === null || nameOf(uploadId) !== upload) return ok(undefined);
  const etag = storage.readReceipt(receipt);
  if (etag === null) {
    return fail('sync.bad-request', 'The service cannot read this call: receipt: not of its storage.');
  }
  return database.media.keepPart(claims, found.value, uploadId, { number, bytes, etag });
}

/**
 * Looks whether the file has arrived whole, and notes it. Faults: `sync.media-damaged` (what arrived is something else: it is removed
 * and can be sent again), `sync.no-media` (parts are missing, or it was never begun). May be asked again.
 */
export async function finishUpload(
  media: MediaParts,
  projectId: string,
  sha256: string,
): Promise<Result<void>> {
  const { database, storage, claims } = media;
  const found = await database.media.toFinish(claims, projectId, sha256);
  if (!found.ok) return found;
  const file = found.value;
  if (file.storedAtMs !== null) return ok(undefined);
  if (file.uploadId !== null) {
    const whole = await completeUpload(media, file, file.uploadId);
    if (!whole.ok) return whole;
  }
  const object = await storage.head(objectKeyOf(file));
  if (!object.ok) return object;
  if (object.value === null) return notWhole();
  const { bytes, sha256: digest } = object.value;
  if (bytes === file.bytes && (digest === null || digest === sha256)) {
    return database.media.settle(claims, file);
  }
  const removed = await storage.remove(objectKeyOf(file));
  if (!removed.ok) return removed;
  const discarded = await database.media.discard(claims, file);
  return discarded.ok ? damaged() : discarded;
}

/** Puts the parts together, where all are there and nobody did so before. Faults: `sync.no-media`. */
async function completeUpload(media: MediaParts, file: MediaFile, uploadId: string): Promise<Result<void>> {
  const { database, storage, claims } = media;
  const parts = await partsOf(media, file, uploadId);
  if (!parts.ok) return parts;
  // Completed, its answer lost: the file itself says so.
  if (parts.value === null) return ok(undefined);
  if (parts.value.reduce((sum, part) => sum + part.bytes, 0) < file.bytes) return notWhole();
  const expected = expectedOf(file);
  const done = await storage.complete(expected, uploadId, parts.value);
  if (done.ok || done.fault.code !== 'sync.no-media') return done;
  // A storage that cannot be asked for parts says the same of an upload that was completed as of one that is lost.
  const object = await storage.head(expected.key);
  if (!object.ok) return object;
  if (object.value !== null) return ok(undefined);
  const forgotten = await database.media.forgetUpload(claims, file, uploadId);
  return forgotten.ok ? notWhole() : forgotten;
}

function expectedOf(file: MediaFile): ExpectedFile {
  return { key: objectKeyOf(file), mime: file.mime, bytes: file.bytes, sha256: file.sha256 };
}

/** Tells uploads apart without saying what the storage calls them. */
function nameOf(uploadId: string): string {
  return createHash('sha256').update(uploadId).digest('hex').slice(0, 32);
}

function notWhole(): Result<never> {
  return fail('sync.no-media', 'The file has not arrived whole. What has arrived is kept; send the rest.');
}

function damaged(): Result<never> {
  return fail(
    'sync.media-damaged',
    'What arrived is not the file that was announced, so it was removed. The file is kept where it is; send it again.',
  );
}
