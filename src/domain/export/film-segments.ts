import type { MediaFacts } from '../assets/asset.ts';
import type { AssetId } from '../kernel/ids.ts';
import type { AudioPiece } from '../timeline/audio-plan.ts';
import type { ExportPreset } from './export-presets.ts';
import type { CaptionMode } from './export-record.ts';

export interface FilmSettings {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly preset: ExportPreset;
  readonly captions: CaptionMode;
  /** What is known about a medium; null when it was never probed or is not here. */
  readonly factsOf: (id: AssetId) => MediaFacts | null;
}

interface SegmentSpan {
  /** Frame numbers of the film; `toFrame` is exclusive. */
  readonly fromFrame: number;
  readonly toFrame: number;
  /**
   * Canonical JSON of everything that shapes the pictures of this segment, with times relative to it: equal text, equal
   * pictures, wherever in the film the segment is. Hash it to find the segment in a cache.
   */
  readonly digestInput: string;
}

/**
 * A stretch of the film. `composite` must be drawn frame by frame. `direct` shows one medium of the film's own size and
 * rate untouched from `sourceFlicks` on, so its pictures may go from the decoder to the encoder.
 */
export type FilmSegment =
  | (SegmentSpan & { readonly kind: 'composite' })
  | (SegmentSpan & { readonly kind: 'direct'; readonly assetId: AssetId; readonly sourceFlicks: number });

export interface FilmPlan {
  readonly frames: number;
  readonly durationFlicks: number;
  /** Without gaps or overlaps from frame 0 to `frames`. */
  readonly segments: readonly FilmSegment[];
  readonly audio: readonly AudioPiece[];
  /** Canonical JSON of everything that shapes the whole file; its hash is the export's `planDigest`. */
  readonly digestInput: string;
}
