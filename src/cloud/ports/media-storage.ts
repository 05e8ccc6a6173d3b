import type { Result } from '../../domain/kernel/result.ts';
import type { Presigned, UploadAddress } from '../../domain/sync/media-messages.ts';

/** A part that the storage has. */
export interface StoredPart {
  readonly number: number;
  readonly bytes: number;
  /** What the storage calls these bytes; wanted again when the parts are put together. */
  readonly etag: string;
  /** SHA-256 in hexadecimal; null where the storage does not tell it. */
  readonly sha256: string | null;
}

export interface StoredObject {
  readonly bytes: number;
  /** SHA-256 of the whole in hexadecimal; null where the storage does not tell it, as of a file that came in parts. */
  readonly sha256: string | null;
}

/** A file on its way: `bytes` and `mime` of the whole. */
export interface ExpectedFile {
  readonly key: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One part of a file that comes in several. */
export interface ExpectedPart {
  readonly number: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** An upload in parts that was begun and neither completed nor ended. */
export interface OpenUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly begunAtMs: number;
}

/**
 * Where the service keeps files. Addresses are signed here and used by somebody else: whoever has one may do that one thing for a while.
 * Keys are slash-separated words. Faults of every call: `sync.storage-asleep` (with `retryAfterMs`), `sync.broken` (it refuses, and
 * time mends nothing: `reason` says why). All may be repeated.
 */
export interface MediaStorage {
  /** Where the addresses for fetching lead, for pages that must say what they let in. */
  readonly origin: string;
  /** Whether it can be asked which parts it has. Where not, the receipts of parts must be kept until the end. */
  readonly remembersParts: boolean;
  /** For sending a file at once. The storage refuses a longer one; other bytes, where it can tell. Good for a quarter of an hour. */
  putAddress(file: ExpectedFile): Promise<Result<UploadAddress>>;
  partAddress(file: ExpectedFile, uploadId: string, part: ExpectedPart): Promise<Result<UploadAddress>>;
  /** For fetching, whole or in ranges (RFC 9110, 14), for `lifetimeS` seconds; a week at most. */
  getAddress(key: string, lifetimeS: number): Promise<Result<Presigned>>;
  /** The id of an upload in parts. */
  beginParts(file: ExpectedFile): Promise<Result<string>>;
  /** null where the upload was completed, ended, or never begun. Only where it remembers parts. */
  parts(key: string, uploadId: string): Promise<Result<readonly StoredPart[] | null>>;
  /** The etag in what the storage answered to somebody who sent it a part; null where there is none. */
  readReceipt(answer: string): string | null;
  /** Puts the parts together. Fault beside the others: `sync.no-media` (it has no such parts any more: they are to be sent anew). */
  complete(file: ExpectedFile, uploadId: string, parts: readonly StoredPart[]): Promise<Result<void>>;
  abort(key: string, uploadId: string): Promise<Result<void>>;
  /** null where there is none. */
  head(key: string): Promise<Result<StoredObject | null>>;
  /** The first `bytes` bytes, or all where there are fewer; null where there is no such file. */
  beginning(key: string, bytes: number): Promise<Result<Uint8Array | null>>;
  /** What is not there is removed already. */
  remove(key: string): Promise<Result<void>>;
  /** At most a thousand of them, oldest first. Storage that ends them by itself names none. */
  openUploads(): Promise<Result<readonly OpenUpload[]>>;
  /** Whether it answers and lets this service in. */
  probe(): Promise<Result<void>>;
}
