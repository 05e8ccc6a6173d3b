import type { ReadyPicture } from '../../compositor/picture.ts';
import type { Weighed } from './byte-cache.ts';
import { UnplayableMedia } from './media-file.ts';

/** A still as decoded pixels. */
export interface StillPicture extends Weighed, ReadyPicture<ImageBitmap> {}

/** Fetches and decodes a picture, turned as its file says. Throws {@link UnplayableMedia}. */
export async function loadStill(address: string): Promise<StillPicture> {
  const response = await fetch(address);
  if (!response.ok) throw new UnplayableMedia('missing', `the studio answered ${response.status}`);
  const blob = await response.blob();
  const image = await createImageBitmap(blob).catch(() => {
    throw new UnplayableMedia('not-decodable', `this browser does not decode ${blob.type || 'it'}`);
  });
  return {
    kind: 'ready',
    image,
    widthPx: image.width,
    heightPx: image.height,
    rotationDegrees: 0,
    bytes: image.width * image.height * 4,
    close: () => image.close(),
  };
}
