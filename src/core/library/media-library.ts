import type { Asset } from '../../domain/assets/asset.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { StoredFile } from './store-file.ts';

/** What a person should know an added file by. */
export interface AddedAs {
  readonly origin: Asset['origin'];
  readonly name: string;
  /** The file that it is looked at in the place of. */
  readonly proxyOf?: AssetId;
}

/** An asset that is stored; `patch` adds its row, and is empty where the row exists. */
export interface AddedAsset {
  readonly asset: Asset;
  readonly patch: RecordsPatch;
}

/** A file that a person knows by another name than the one it has on disk, such as an upload. */
export interface NamedFile {
  readonly path: string;
  readonly fileName: string;
}

/**
 * The files of a data folder, each stored once under its SHA-256. Nothing here commits but `importMedia`; whoever adds
 * a file commits the patch together with what refers to it. Faults have codes `library.*` and `media.*`.
 */
export interface MediaLibrary {
  /** For files on their way in; on the library's file system. */
  readonly incomingFolder: string;
  /** Whether `bytes` could be stored now: the folder takes files and the disk has room to spare. */
  hasRoom(bytes: number): Result<void>;
  /** Stores a file as it is, without looking into it. */
  putFile(
    path: string,
    options: { readonly extension: string; readonly move?: boolean },
  ): Promise<Result<StoredFile>>;
  putBytes(bytes: Uint8Array, options: { readonly extension: string }): Promise<Result<StoredFile>>;
  /** Probes a picture, video or sound and stores it. Refused kinds and damaged files are not stored. */
  addMedia(path: string, as: AddedAs, options?: { readonly move?: boolean }): Promise<Result<AddedAsset>>;
  /** What a medium shows at a time, as a picture of its own. The same picture is the same file. */
  addFrame(id: AssetId, atFlicks: number, as: AddedAs): Promise<Result<AddedAsset>>;
  /**
   * A smaller file to look at in an asset's place, made and stored; null where it would hardly be smaller. The fault is
   * `worker.cancelled` where `signal` ended it.
   */
  addProxy(id: AssetId, signal: AbortSignal): Promise<Result<AddedAsset | null>>;
  /**
   * Stores a file again that is gone or damaged: only the one that it was, by its bytes. `library.another-file` stores nothing.
   * `fileName`: what the person knows it by, where the path says something else.
   */
  putBack(id: AssetId, path: string, fileName?: string): Promise<Result<void>>;
  /** Stores a document, such as the story a project was imported from. */
  addText(
    bytes: Uint8Array,
    as: AddedAs & { readonly extension: string; readonly mime: string },
  ): Promise<Result<AddedAsset>>;
  /** A person's own files: all are probed before any is stored; the first that is refused is named and nothing is kept. */
  importMedia(files: readonly (string | NamedFile)[]): Promise<Result<readonly Asset[]>>;
  /**
   * The file of an asset; `library.not-found` when there is no such row or no such file, `library.damaged` when it has
   * another length than it had, or was found to hold other bytes and was not replaced since.
   */
  assetPath(id: AssetId): Result<{ readonly path: string; readonly mime: string }>;
  /** Whether its file is here, or is known to be where it can come from: what is kept is not made, or paid for, again. */
  isKept(id: AssetId): boolean;
  /** What there is to look at of an asset: its file, or a proxy of it. `shownId` says which. The faults of `assetPath`. */
  viewPath(id: AssetId): Result<{ readonly path: string; readonly mime: string; readonly shownId: AssetId }>;
  /** Reads the whole file again and compares; `library.damaged` when its bytes have changed. */
  verify(id: AssetId): Promise<Result<void>>;
  /** The same, but a file that was found whole is not read again for as long as nobody has written to it. */
  verifyOnce(id: AssetId): Promise<Result<void>>;
  /** Of what there is to look at. Made once and kept in the cache. */
  thumbnails(
    id: AssetId,
    frames: number,
    heightPx: number,
  ): Promise<
    Result<{
      readonly path: string;
      readonly columns: number;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly shownId: AssetId;
    }>
  >;
  /** Of what there is to hear. Made once and kept in the cache; the file is the `peaks` of {@link WaveformPeaks}. */
  waveform(
    id: AssetId,
    bucketsPerSecond: number,
  ): Promise<Result<{ readonly path: string; readonly bucketsPerSecond: number; readonly shownId: AssetId }>>;
}
