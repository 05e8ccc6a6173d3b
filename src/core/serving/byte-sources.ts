import type { AssetId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';

/** A file of the library, as bytes are served from it. */
export interface LocatedFile {
  readonly path: string;
  readonly mime: string;
  /** Whose bytes these are: the file that was asked for, or what is looked at in its place. */
  readonly shownId: AssetId;
}

/** Pictures of a medium side by side in one JPEG, `columns` in a row. */
export interface SpriteFile {
  readonly path: string;
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shownId: AssetId;
}

export interface PeaksFile {
  readonly path: string;
  readonly bucketsPerSecond: number;
  readonly shownId: AssetId;
}

/** A file that a window sends, on its way to the disk. */
export interface IncomingFile {
  readonly name: string;
  /** null where the sender does not say. */
  readonly bytes: number | null;
  readonly body: ReadableStream<Uint8Array>;
  readonly signal: AbortSignal;
}

/**
 * Where the byte handler gets files from. The studio may be in this process or in another one: only paths and facts
 * cross between them, bytes are read and written where the handler is.
 */
export interface ByteSources {
  locate(id: AssetId): Promise<Result<LocatedFile>>;
  thumbnails(id: AssetId, frames: number, heightPx: number): Promise<Result<SpriteFile>>;
  waveform(id: AssetId, bucketsPerSecond: number): Promise<Result<PeaksFile>>;
  receive(file: IncomingFile): Promise<Result<{ readonly uploadId: string }>>;
}
