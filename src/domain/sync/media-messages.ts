import { z } from 'zod';

/** What a studio and the sync service say to each other about files. Meaning: docs/sync.md, "Media". */

/** SHA-256 in hexadecimal: the id of an asset. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Files that are asked about at once. */
export const mostHashes = 1_000;
export const HashList = z.object({ hashes: z.array(FileHash).max(mostHashes) });
export const StoredList = z.object({ stored: z.array(FileHash) });

/** Most parts of an upload: S3's limit. */
export const mostParts = 10_000;
const positive = z.int().positive();

export const UploadRequest = z.object({
  sha256: FileHash,
  bytes: positive,
  mime: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .max(100),
  /** Length of every part but the last. A file no longer than that has one part and is sent at once. */
  partBytes: positive,
  /** SHA-256 of each part, so that the storage refuses other bytes. */
  parts: z.array(FileHash).min(1).max(mostParts),
});
export type UploadRequest = Readonly<z.infer<typeof UploadRequest>>;

/** A request that somebody else may make, as it is: method, address and headers are signed, and it holds for minutes. */
export const Presigned = z.object({
  url: z.string().max(8_192),
  headers: z.record(z.string(), z.string()),
});
export type Presigned = Readonly<z.infer<typeof Presigned>>;

/** The same for sending bytes. */
export const UploadAddress = Presigned.extend({ method: z.enum(['PUT', 'POST']).default('PUT') });
export type UploadAddress = Readonly<z.infer<typeof UploadAddress>>;

/** What a storage answers to a part, as it is. */
export const longestReceiptChars = 2_000;

/**
 * Parts that the storage lacks, at most some of them at once: they are asked for again until there are none. Where `upload` is named,
 * the storage does not remember parts: what it answered to each is told to the service, with that name.
 */
export const UploadAnswer = z.object({
  stored: z.boolean(),
  missing: z.array(UploadAddress.extend({ number: positive })),
  upload: z.string().max(64).nullable().default(null),
});
export type UploadAnswer = Readonly<z.infer<typeof UploadAnswer>>;

/** A part that the storage has taken, told by whoever sent it. */
export const PartReceipt = z.object({
  sha256: FileHash,
  upload: z.string().max(64),
  number: positive.max(mostParts),
  bytes: positive,
  receipt: z.string().max(longestReceiptChars),
});
export type PartReceipt = Readonly<z.infer<typeof PartReceipt>>;
export const ReceiptAnswer = z.object({ kept: z.literal(true) });

export const FinishRequest = z.object({ sha256: FileHash });
export const FinishAnswer = z.object({ stored: z.literal(true) });
export const DownloadAnswer = Presigned.extend({ bytes: positive });
export type DownloadAnswer = Readonly<z.infer<typeof DownloadAnswer>>;

const usualPartBytes = 8 * 1024 * 1024;

/** How long parts of a file are: eight MiB, more where there would be too many of them. */
export function partBytesFor(bytes: number): number {
  const MiB = 1024 * 1024;
  return Math.max(usualPartBytes, Math.ceil(bytes / mostParts / MiB) * MiB);
}
