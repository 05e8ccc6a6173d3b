import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Claims, Keeper, Watcher } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import {
  countMediaBytes,
  discardMedia,
  type MediaFile,
  mediaToFetch,
  mediaToFinish,
  type NewMedia,
  noteUpload,
  reserveMedia,
  settleMedia,
  storedMedia,
} from './media.ts';
import { forgetUpload, keepPart, keptParts, type ToldPart } from './media-parts.ts';
import {
  type Cleared,
  type ClearingTimes,
  claimsOfOwner,
  clearFiles,
  endRemovals,
  knownUploads,
  mediaOwners,
  type Removal,
  takeRemovals,
  waitingRemovals,
} from './media-removal.ts';

/** What is known of files in the storage; see media.ts for the faults. */
export interface MediaRows {
  stored(claims: Claims, projectId: string, hashes: readonly string[]): Promise<Result<string[]>>;
  reserve(claims: Claims, projectId: string, file: NewMedia, mostBytes: number): Promise<Result<MediaFile>>;
  noteUpload(
    claims: Claims,
    file: MediaFile,
    before: string | null,
    uploadId: string,
  ): Promise<Result<string>>;
  forgetUpload(claims: Claims, file: MediaFile, uploadId: string): Promise<Result<void>>;
  keepPart(claims: Claims, file: MediaFile, uploadId: string, part: ToldPart): Promise<Result<void>>;
  parts(claims: Claims, file: MediaFile, uploadId: string): Promise<Result<ToldPart[]>>;
  toFinish(claims: Claims, projectId: string, sha256: string): Promise<Result<MediaFile>>;
  toFetch(claims: Claims, projectId: string, sha256: string): Promise<Result<MediaFile>>;
  settle(claims: Claims, file: MediaFile): Promise<Result<void>>;
  discard(claims: Claims, file: MediaFile): Promise<Result<void>>;
  countBytes(claims: Claims): Promise<Result<number>>;
  readonly keeper: MediaKeeper;
}

/** What the service does with files by itself, in nobody's name. */
export interface MediaKeeper {
  owners(): Promise<Result<string[]>>;
  clear(owner: string, times: ClearingTimes): Promise<Result<Cleared>>;
  take(leaseMs: number): Promise<Result<Removal[]>>;
  end(objectKeys: readonly string[]): Promise<Result<void>>;
  /** What the storage is still to lose, of an owner or (null) of all; `nextDueAtMs` null where it is nothing. */
  waiting(
    owner: string | null,
  ): Promise<Result<{ readonly files: number; readonly nextDueAtMs: number | null }>>;
  knownUploads(uploadIds: readonly string[]): Promise<Result<Set<string>>>;
}

type RunAs = <T>(
  caller: Claims | Watcher | Keeper,
  work: (tx: Transaction) => Promise<Result<T>>,
) => Promise<Result<T>>;

export function createMediaDatabase(as: RunAs, now: () => number): MediaRows {
  const keeper: Keeper = { keeper: true };
  return {
    stored: (claims, id, hashes) => as(claims, (tx) => storedMedia(tx, claims, id, hashes)),
    reserve: (claims, id, file, mostBytes) =>
      as(claims, (tx) => reserveMedia(tx, claims, id, file, mostBytes, now())),
    noteUpload: (claims, file, before, uploadId) =>
      as(claims, (tx) => noteUpload(tx, file, before, uploadId)),
    forgetUpload: (claims, file, uploadId) => as(claims, (tx) => forgetUpload(tx, file, uploadId)),
    keepPart: (claims, file, uploadId, part) => as(claims, (tx) => keepPart(tx, file, uploadId, part)),
    parts: (claims, file, uploadId) => as(claims, (tx) => keptParts(tx, file, uploadId)),
    toFinish: (claims, id, sha256) => as(claims, (tx) => mediaToFinish(tx, claims, id, sha256)),
    toFetch: (claims, id, sha256) => as(claims, (tx) => mediaToFetch(tx, claims, id, sha256)),
    settle: (claims, file) => as(claims, (tx) => settleMedia(tx, file, now())),
    discard: (claims, file) => as(claims, (tx) => discardMedia(tx, file, now())),
    countBytes: (claims) => as(claims, async (tx) => ok(await countMediaBytes(tx, claims))),
    keeper: {
      owners: () => as(keeper, mediaOwners),
      clear: (owner, times) => as(claimsOfOwner(owner), (tx) => clearFiles(tx, owner, times, now())),
      take: (leaseMs) => as(keeper, (tx) => takeRemovals(tx, now(), leaseMs)),
      end: (objectKeys) => as(keeper, (tx) => endRemovals(tx, objectKeys)),
      waiting: (owner) => as(keeper, (tx) => waitingRemovals(tx, owner)),
      knownUploads: (uploadIds) => as(keeper, (tx) => knownUploads(tx, uploadIds)),
    },
  };
}
