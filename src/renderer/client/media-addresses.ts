import type { AssetId } from '../../domain/kernel/ids.ts';

/** Where a file of the library is, for `<img>`, `<video>` and the readers of the preview. Answers byte ranges. */
export function mediaAddress(assetId: AssetId): string {
  return `/media/${assetId}`;
}

/** One JPEG with `frames` pictures side by side, each `heightPx` high, from the start of the file to its end. */
export function thumbnailsAddress(assetId: AssetId, frames: number, heightPx: number): string {
  return `/media/${assetId}/thumbnails?frames=${frames}&height=${heightPx}`;
}

/** One small picture of a still, or of a clip's first frame. */
export function posterAddress(assetId: AssetId, heightPx: number): string {
  return thumbnailsAddress(assetId, 1, heightPx);
}

/** The loudness of a sound: for each bucket its lowest and highest sample, one signed byte each. */
export function waveformAddress(assetId: AssetId, bucketsPerSecond: number): string {
  return `/media/${assetId}/waveform?rate=${bucketsPerSecond}`;
}

/** Where a file's bytes are sent that cannot be named by a path. */
export const uploadsAddress = '/uploads';

/** The header that carries the name of an uploaded file, URI-encoded: headers hold no other letters than Latin-1. */
export const uploadNameHeader = 'x-file-name';
