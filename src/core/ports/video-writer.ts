import type { FrameRate } from '../../domain/kernel/time.ts';

export interface VideoWriterSettings {
  /** Written to directly: give a temporary name, rename after `finish`. */
  readonly path: string;
  /** Even numbers of pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rate: FrameRate;
  /** null for a silent file. */
  readonly audio: { readonly sampleRate: number; readonly channels: 1 | 2 } | null;
  /** x264 constant rate factor (lower is better; 18 is visually lossless) and preset. */
  readonly crf: number;
  readonly preset: 'ultrafast' | 'superfast' | 'veryfast' | 'faster' | 'fast' | 'medium' | 'slow';
  /** The longest time between two key frames. Default 2: what a player needs to go anywhere quickly, at little cost. */
  readonly keyframeSeconds?: number;
}

/**
 * Writes one MP4: H.264 High, 4:2:0, tagged BT.709 limited range, AAC (FFmpeg's own encoder), index at the front.
 * Calls are awaited one after another; failures throw a FaultError (`media.write-failed`, `disk.full` …).
 */
export interface VideoWriter {
  /** The next picture: straight RGBA, `widthPx * heightPx * 4` bytes, sRGB. The buffer may be reused after the call. */
  writeFrame(rgba: Uint8Array): Promise<void>;
  /** The next samples, interleaved, −1…1. Audio may run at most a second ahead of or behind the pictures. */
  writeAudio(samples: Float32Array): Promise<void>;
  finish(): Promise<void>;
  /** Gives up and removes the file. */
  abort(): Promise<void>;
}

export type OpenVideoWriter = (settings: VideoWriterSettings) => Promise<VideoWriter>;
