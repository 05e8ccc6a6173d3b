import type { AssetId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';

/** A file of the library, found whole. */
export interface MediaUpload {
  readonly id: AssetId;
  readonly path: string;
  readonly bytes: number;
  readonly mime: string;
}

/** How bytes may flow. */
export interface MediaFlow {
  /** Asked before so many bytes are sent or taken: resolves when they may. */
  readonly pace: (bytes: number) => Promise<void>;
  /** Told after so many more have gone over the line. */
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Where the files of mirrored projects are kept: docs/sync.md, "Media". Nothing here throws for what a network or a service does;
 * faults are those of the sync service, and `sync.no-storage` (it keeps no files), `sync.over-quota`, `sync.storage-asleep`,
 * `sync.no-media`. Everything may be begun again after a fault and goes on where it was.
 */
export interface MediaStore {
  /** Which of these files are kept there whole. */
  stored(
    projectId: string,
    ids: readonly AssetId[],
    signal: AbortSignal,
  ): Promise<Result<ReadonlySet<AssetId>>>;
  /** What arrived before a cut is not sent again, also after a restart. */
  upload(projectId: string, file: MediaUpload, flow: MediaFlow): Promise<Result<void>>;
  /** Appends to `partialPath` what is not in it yet. Who asked for it compares the hash: these are bytes of somebody else. */
  download(projectId: string, id: AssetId, partialPath: string, flow: MediaFlow): Promise<Result<void>>;
}
