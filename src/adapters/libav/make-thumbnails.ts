import type { ThumbnailStrip } from '../../core/ports/media-files.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { openFrameReader } from './open-frame-reader.ts';
import { probeMedia } from './probe-media.ts';

/** No JPEG is wider; a strip that would be has fewer columns. */
const maxStripPx = 65_500;

/** One JPEG with pictures from the middle of `frames` equal parts of the medium. Throws FaultError `media.*`. */
export async function makeThumbnails(
  path: string,
  frames: number,
  heightPx: number,
  signal: AbortSignal,
): Promise<ThumbnailStrip> {
  const { facts } = await probeMedia(path);
  const reader = await openFrameReader(path, { coverPx: { widthPx: 1, heightPx } });
  try {
    const widthPx = reader.widthPx;
    const wanted = facts.durationFlicks === 0 ? 1 : frames;
    const columns = Math.max(1, Math.min(wanted, Math.floor(maxStripPx / widthPx)));
    const strip = new Uint8Array(columns * widthPx * reader.heightPx * 4);
    for (let column = 0; column < columns; column++) {
      signal.throwIfAborted();
      const { rgba } = await reader.pictureAt(Math.floor((facts.durationFlicks * (column + 0.5)) / columns));
      for (let y = 0; y < reader.heightPx; y++) {
        const row = rgba.subarray(y * widthPx * 4, (y + 1) * widthPx * 4);
        strip.set(row, (y * columns + column) * widthPx * 4);
      }
    }
    const jpeg = await encodeJpeg(strip, columns * widthPx, reader.heightPx);
    return { jpeg, columns, widthPx, heightPx: reader.heightPx };
  } finally {
    await reader.close();
  }
}
