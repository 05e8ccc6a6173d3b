import type { AssetId } from '../kernel/ids.ts';
import type { FrameRate } from '../kernel/time.ts';
import type { TimelineRows } from '../timeline/timeline-index.ts';
import type { ExportPreset } from './export-presets.ts';

/** A medium of the film as the renderer needs it. */
export interface PlannedMedium {
  readonly path: string;
  /** What a person calls it. */
  readonly name: string;
  readonly hasSound: boolean;
}

/** Everything that shapes a film file, as plain data: what is sent to the renderer. */
export interface ExportPlan {
  /** Where the renderer writes; a temporary name. */
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rate: FrameRate;
  /** Whole frames, at least one. */
  readonly frames: number;
  readonly preset: ExportPreset;
  readonly burnCaptions: boolean;
  readonly timeline: TimelineRows;
  /** Every medium that a clip of the timeline uses. */
  readonly media: ReadonlyMap<AssetId, PlannedMedium>;
}

/** How the renderer tells where it is. */
export interface RenderProgress {
  readonly framesDone: number;
  readonly framesTotal: number;
}

/** How the frames of a film came about; they add up to all frames. */
export interface RenderReport {
  /** Decoded pictures that went to the encoder as they were. */
  readonly direct: number;
  /** Equal to the frame before, encoded again without being drawn. */
  readonly repeated: number;
  readonly drawn: number;
}
