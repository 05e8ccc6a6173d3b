import type { Result } from '../../domain/kernel/result.ts';
import type { Presigned } from '../../domain/sync/media-messages.ts';

/** A part that the storage has. */
export interface StoredPart {
  readonly number: number;
  readonly bytes: number;
  readonly etag: string;
  /** SHA-256 in hexadecimal; null where the storage does not tell it. */
  readonly sha256: string | null;
}

export interface StoredObject {
  readonly bytes: number;
  /** SHA-256 of the whole in hexadecimal; null where it came in parts, whose digests S3 does not make into one. */
  readonly sha256: string | null;
}

/** What a part, or a file that is sent at once, must be. */
export interface ExpectedBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Files in an S3-compatible storage. Addresses are signed here and used by somebody else: whoever has one may do that one thing for a
 * quarter of an hour. Faults of the other calls: `sync.storage-asleep` (with `retryAfterMs`), `sync.broken`. All may be repeated.
 */
export interface MediaStorage {
  /** The storage refuses other bytes than these. */
  putAddress(key: string, mime: string, expected: ExpectedBytes): Promise<Presigned>;
  partAddress(key: string, uploadId: string, number: number, expected: ExpectedBytes): Promise<Presigned>;
  getAddress(key: string): Promise<Presigned>;
  /** The id of an upload in parts. */
  beginParts(key: string, mime: string): Promise<Result<string>>;
  /** null where the upload was completed, ended, or never begun. */
  parts(key: string, uploadId: string): Promise<Result<readonly StoredPart[] | null>>;
  complete(key: string, uploadId: string, parts: readonly StoredPart[]): Promise<Result<void>>;
  abort(key: string, uploadId: string): Promise<Result<void>>;
  /** null where there is none. */
  head(key: string): Promise<Result<StoredObject | null>>;
  remove(key: string): Promise<Result<void>>;
}
