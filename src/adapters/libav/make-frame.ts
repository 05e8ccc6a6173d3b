import { encodePng } from './encode-png.ts';
import { openFrameReader } from './open-frame-reader.ts';

/** The picture that a medium shows at a time, as large as it is, as a PNG. Behind its end: its last. Throws FaultError `media.*`. */
export async function makeFrame(path: string, atFlicks: number): Promise<{ readonly png: Uint8Array }> {
  const reader = await openFrameReader(path, {});
  try {
    const { rgba } = await reader.pictureAt(atFlicks);
    return { png: await encodePng(rgba, reader.widthPx, reader.heightPx) };
  } finally {
    await reader.close();
  }
}
