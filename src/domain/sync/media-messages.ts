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

/** Parts that the storage lacks, at most some of them at once: they are asked for again until there are none. */
export const UploadAnswer = z.object({
  stored: z.boolean(),
  missing: z.array(Presigned.extend({ number: positive })),
});
export type UploadAnswer = Readonly<z.infer<typeof UploadAnswer>>;

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
