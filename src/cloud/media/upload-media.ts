import type { Claims } from '../../adapters/neon/claims.ts';
import type { MediaFile } from '../../adapters/neon/media.ts';
import type { SyncDatabase } from '../../adapters/neon/sync-database.ts';
import type { MediaStorage, StoredPart } from '../../adapters/s3/media-storage.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { UploadAnswer, UploadRequest } from '../../domain/sync/media-messages.ts';

export interface MediaParts {
  readonly database: SyncDatabase;
  readonly storage: MediaStorage;
  readonly claims: Claims;
}

/** Addresses that are given at once: what a slow line sends while they hold. */
const mostAddresses = 32;

/** Under which name the storage has a file. Owners share nothing, not even equal bytes: knowing a hash gives nobody a file. */
export function keyOf({ owner, sha256 }: Pick<MediaFile, 'owner' | 'sha256'>): string {
  const [kind = '', ...id] = owner.split(':');
  // Ids of the account service are plain words; anything else may not find its way out of the folder.
  const folder = Buffer.from(id.join(':'), 'utf8').toString('base64url');
  return `${kind}/${folder}/${sha256}`;
}

/**
 * What the storage still lacks of a file. Asked again after a cut or a restart it names only what has not arrived: the storage
 * itself remembers the parts, whoever sent them.
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
  if (file.storedAtMs !== null) return ok({ stored: true, missing: [] });
  const key = keyOf(file);
  if (parts.length === 1) {
    const address = await storage.putAddress(key, mime, { sha256, bytes });
    return ok({ stored: false, missing: [{ number: 1, ...address }] });
  }
  const upload = await openUpload({ database, storage, claims }, file, key, mime);
  if (!upload.ok) return upload;
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
  const missing = await Promise.all(
    lacking.slice(0, mostAddresses).map(async ({ number, ...expected }) => ({
      number,
      ...(await storage.partAddress(key, upload.value.uploadId, number, expected)),
    })),
  );
  return ok({ stored: false, missing });
}

/** The upload in parts that was begun before, or a new one. */
async function openUpload(
  { database, storage, claims }: MediaParts,
  file: MediaFile,
  key: string,
  mime: string,
): Promise<Result<{ uploadId: string; parts: readonly StoredPart[] }>> {
  if (file.uploadId !== null) {
    const parts = await storage.parts(key, file.uploadId);
    if (!parts.ok) return parts;
    if (parts.value !== null) return ok({ uploadId: file.uploadId, parts: parts.value });
  }
  const begun = await storage.beginParts(key, mime);
  if (!begun.ok) return begun;
  const standing = await database.media.noteUpload(claims, file, file.uploadId, begun.value);
  if (!standing.ok) return standing;
  if (standing.value === begun.value) return ok({ uploadId: begun.value, parts: [] });
  // Another device began it in the same moment: both send to one.
  await storage.abort(key, begun.value);
  const parts = await storage.parts(key, standing.value);
  return parts.ok ? ok({ uploadId: standing.value, parts: parts.value ?? [] }) : parts;
}

/**
 * Looks whether the file has arrived whole, and notes it. Faults: `sync.media-damaged` (what arrived is something else: it is removed
 * and can be sent again), `sync.no-media` (parts are missing, or it was never begun). May be asked again.
 */
export async function finishUpload(
  { database, storage, claims }: MediaParts,
  projectId: string,
  sha256: string,
): Promise<Result<void>> {
  const found = await database.media.toFinish(claims, projectId, sha256);
  if (!found.ok) return found;
  const file = found.value;
  if (file.storedAtMs !== null) return ok(undefined);
  const key = keyOf(file);
  if (file.uploadId !== null) {
    const parts = await storage.parts(key, file.uploadId);
    if (!parts.ok) return parts;
    const bytes = parts.value?.reduce((sum, part) => sum + part.bytes, 0);
    if (bytes !== undefined && bytes < file.bytes) return notWhole();
    if (parts.value !== null) {
      const done = await storage.complete(key, file.uploadId, parts.value);
      if (!done.ok) return done;
    }
  }
  const object = await storage.head(key);
  if (!object.ok) return object;
  if (object.value === null) return notWhole();
  const { bytes, sha256: digest } = object.value;
  if (bytes === file.bytes && (digest === null || digest === sha256)) {
    return database.media.settle(claims, file, true);
  }
  const removed = await storage.remove(key);
  if (!removed.ok) return removed;
  const settled = await database.media.settle(claims, file, false);
  return settled.ok ? damaged() : settled;
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
