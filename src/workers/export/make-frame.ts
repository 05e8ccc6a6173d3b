import type { LibavVideoWriter } from '../../adapters/libav/open-video-writer.ts';
import type { SkiaPicture } from '../../adapters/skia/skia-picture.ts';
import { createSkiaSurface } from '../../adapters/skia/skia-surface.ts';
import { drawFrame } from '../../compositor/draw-frame.ts';
import { createTextLayouts } from '../../compositor/text-layouts.ts';
import type { ExportPlan, RenderReport } from '../../domain/export/export-plan.ts';
import { visibleLayers, wayOfFrame } from '../../domain/export/frame-way.ts';
import type { ItemId } from '../../domain/kernel/ids.ts';
import type { FrameDescription, Layer, PictureLayer } from '../../domain/timeline/frame-plan.ts';
import { createPicturePool } from './picture-pool.ts';

/** Turns descriptions of frames into written frames, by the cheapest way that gives the same picture. */
export interface FrameMaker {
  write(description: FrameDescription): Promise<void>;
  report(): RenderReport;
  close(): Promise<void>;
}

/**
 * Three ways. *Direct*: one opaque picture that fills the frame and is encoded like the film goes to the encoder as it
 * was decoded. *Repeated*: a frame with the same layers and the same pictures as the last is encoded again. *Drawn*:
 * everything else.
 */
export function createFrameMaker(plan: ExportPlan, writer: LibavVideoWriter): FrameMaker {
  const { widthPx, heightPx } = plan;
  const pool = createPicturePool(plan);
  const surface = createSkiaSurface(widthPx, heightPx);
  const settings = { widthPx, heightPx, captions: plan.burnCaptions, layouts: createTextLayouts() };
  const counts = { direct: 0, repeated: 0, drawn: 0 };
  let lastLook: string | null = null;

  const drawn = async (layers: readonly Layer[], pictures: readonly PictureLayer[]): Promise<void> => {
    const ready = new Map<ItemId, SkiaPicture>();
    for (const layer of pictures) ready.set(layer.itemId, await pool.drawable(layer));
    drawFrame(
      surface.context,
      { layers },
      ({ itemId }) => {
        const picture = ready.get(itemId);
        return picture === undefined ? null : { kind: 'ready', rotationDegrees: 0, ...picture };
      },
      settings,
    );
    await writer.writeFrame(surface.rgba());
  };

  return {
    async write(description) {
      const layers = visibleLayers(description.layers, plan.burnCaptions);
      const pictures = layers.filter(isPicture);
      await pool.keep(pictures);
      const times = new Map<ItemId, number>();
      for (const layer of pictures) times.set(layer.itemId, await pool.seek(layer));
      const look = lookOf(layers, times);
      if (look === lastLook) {
        counts.repeated++;
        return writer.repeatFrame();
      }
      lastLook = look;
      const way = wayOfFrame(layers);
      const direct = way.how === 'direct' ? await pool.direct(way.picture) : null;
      if (direct !== null) {
        counts.direct++;
        return writer.writePicture(direct);
      }
      counts.drawn++;
      return drawn(layers, pictures);
    },
    report: () => ({ ...counts }),
    close: () => pool.close(),
  };
}

/** Equal text means equal pixels: the layers, with the time of the picture that each shows instead of the time asked for. */
function lookOf(layers: readonly Layer[], times: ReadonlyMap<ItemId, number>): string {
  return JSON.stringify(
    layers.map((layer) =>
      layer.kind === 'picture' ? { ...layer, sourceFlicks: times.get(layer.itemId) ?? null } : layer,
    ),
  );
}

/** A picture layer with a medium; one without is drawn as a slate. */
function isPicture(layer: Layer): layer is PictureLayer {
  return layer.kind === 'picture' && layer.assetId !== null;
}
