import type { MediaFacts } from '../../domain/assets/asset.ts';
import type { Result } from '../../domain/kernel/result.ts';

export interface ThumbnailStrip {
  /** One JPEG: `columns` frames side by side, each `widthPx` × `heightPx`, evenly spread over the medium. */
  readonly jpeg: Uint8Array;
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface WaveformPeaks {
  /** Lowest and highest sample of each bucket, −128…127, interleaved [min0, max0, min1, …], all channels mixed. */
  readonly peaks: Int8Array;
  readonly bucketsPerSecond: number;
}

/**
 * Facts and pictures of media files, made in a worker process. Files are opened with the file protocol only and a
 * demuxer chosen from a sniffed allow-list; playlists and concat scripts are refused (`media.unsupported`); a damaged
 * file gives `media.damaged` with what is wrong; a file that takes too long or crashes the worker gives `media.crashed`.
 */
export interface MediaFiles {
  probe(
    path: string,
  ): Promise<Result<{ readonly facts: MediaFacts; readonly mime: string; readonly extension: string }>>;
  thumbnails(path: string, frames: number, heightPx: number): Promise<Result<ThumbnailStrip>>;
  waveform(path: string, bucketsPerSecond: number): Promise<Result<WaveformPeaks>>;
  /** What a medium shows at a time, as large as it is, as a PNG: the same bytes each time. Behind its end: its last picture. */
  frame(path: string, atFlicks: number): Promise<Result<{ readonly png: Uint8Array }>>;
  /**
   * Writes a smaller file that shows and sounds the same at the same times (`domain/assets/proxy.ts` says how small) to `to`, behind
   * everything else that the machine does. `worker.cancelled` leaves no file; any other failure may.
   */
  proxy(path: string, to: string, signal: AbortSignal): Promise<Result<void>>;
}

/** What the `media` worker is asked, by method. */
export interface MediaWorkerCalls {
  readonly probe: { readonly path: string };
  readonly thumbnails: { readonly path: string; readonly frames: number; readonly heightPx: number };
  readonly waveform: { readonly path: string; readonly bucketsPerSecond: number };
  readonly frame: { readonly path: string; readonly atFlicks: number };
  readonly proxy: { readonly path: string; readonly to: string };
}
