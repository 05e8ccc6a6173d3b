import { isFilmPicture } from '../../adapters/libav/is-film-picture.ts';
import {
  type DecodedPicture,
  type FrameReader,
  openFrameReader,
} from '../../adapters/libav/open-frame-reader.ts';
import { createSkiaPicture, type SkiaPicture } from '../../adapters/skia/skia-picture.ts';
import type { ExportPlan } from '../../domain/export/export-plan.ts';
import type { ItemId } from '../../domain/kernel/ids.ts';
import type { PictureLayer } from '../../domain/timeline/frame-plan.ts';
import { openPlanned } from './open-planned.ts';

/** A clip that is on screen, with its place in its medium. */
interface OpenClip {
  readonly reader: FrameReader;
  picture: SkiaPicture | null;
  /** Time of the picture that `picture` holds; null before the first. */
  heldFlicks: number | null;
}

/** The media of the clips on screen. Only these are open, so memory does not grow with the film. */
export interface PicturePool {
  /** Decodes the layer's picture; the time it has in its medium. Two layers with one time show one picture. */
  seek(layer: PictureLayer): Promise<number>;
  /** The picture that `seek` found, as the decoder gave it, where the film's encoder can take it so; null elsewhere. */
  direct(layer: PictureLayer): Promise<DecodedPicture | null>;
  /** Its pixels, for drawing. */
  drawable(layer: PictureLayer): Promise<SkiaPicture>;
  /** Closes every clip that is not among these. */
  keep(layers: readonly PictureLayer[]): Promise<void>;
  close(): Promise<void>;
}

export function createPicturePool(plan: ExportPlan): PicturePool {
  const open = new Map<ItemId, OpenClip>();

  const clipOf = async (layer: PictureLayer): Promise<OpenClip> => {
    const known = open.get(layer.itemId);
    if (known !== undefined) return known;
    const reader = await openPlanned(plan, layer.assetId, ({ path }) =>
      openFrameReader(path, { coverPx: plan }),
    );
    const clip: OpenClip = { reader, picture: null, heldFlicks: null };
    open.set(layer.itemId, clip);
    return clip;
  };

  return {
    async seek(layer) {
      const { reader } = await clipOf(layer);
      await reader.decodedAt(layer.sourceFlicks);
      return reader.atFlicks;
    },
    async direct(layer) {
      const { reader } = await clipOf(layer);
      const picture = await reader.decodedAt(layer.sourceFlicks);
      const upright = reader.rotationDegrees === 0;
      return upright && isFilmPicture(picture, plan.widthPx, plan.heightPx) ? picture : null;
    },
    async drawable(layer) {
      const clip = await clipOf(layer);
      clip.picture ??= createSkiaPicture(clip.reader.widthPx, clip.reader.heightPx);
      await clip.reader.decodedAt(layer.sourceFlicks);
      if (clip.heldFlicks !== clip.reader.atFlicks) {
        const { rgba } = await clip.reader.pictureAt(layer.sourceFlicks);
        clip.picture.write(rgba);
        clip.heldFlicks = clip.reader.atFlicks;
      }
      return clip.picture;
    },
    async keep(layers) {
      for (const [itemId, clip] of open) {
        if (layers.some((layer) => layer.itemId === itemId)) continue;
        open.delete(itemId);
        await clip.reader.close();
      }
    },
    async close() {
      for (const clip of open.values()) await clip.reader.close();
      open.clear();
    },
  };
}
