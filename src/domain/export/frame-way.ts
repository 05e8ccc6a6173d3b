import { z } from 'zod';
import type { MediaFacts } from '../assets/asset.ts';
import type { Layer, PictureLayer } from '../timeline/frame-plan.ts';

/** Why a frame is drawn and not shown as its medium has it. */
export const DrawnBecause = z.enum([
  /** A caption is burned in. */
  'caption',
  'title',
  /** Several pictures, one over or into the other: layers, dissolves. */
  'layers',
  /** A fade, a fade through a colour, or a clip that is not fully opaque. */
  'fade',
  /** The shot has no take yet: its words are drawn. */
  'no-take',
  /** A still picture is turned into film. */
  'still',
  /** Another size, shape, turn or colour than the film's. */
  'converted',
]);
export type DrawnBecause = z.infer<typeof DrawnBecause>;

/** How a frame comes about: nothing is on screen, one opaque picture fills it, or it is drawn. */
export type FrameWay =
  | { readonly how: 'black' }
  | { readonly how: 'direct'; readonly picture: PictureLayer }
  | { readonly how: 'composite'; readonly why: DrawnBecause };

/** What of a frame's layers a film shows: captions only where they are burned in. */
export function visibleLayers(layers: readonly Layer[], burnCaptions: boolean): readonly Layer[] {
  return burnCaptions ? layers : layers.filter((layer) => layer.kind !== 'caption');
}

/**
 * The way of a frame by its visible layers: what the renderer decides by and what an outline says beforehand. Whether a
 * direct picture is already encoded as the film is, only its medium tells; see {@link drawnForMedium}.
 */
export function wayOfFrame(layers: readonly Layer[]): FrameWay {
  const [first, ...others] = layers;
  if (first === undefined) return { how: 'black' };
  if (layers.some((layer) => layer.kind === 'caption')) return { how: 'composite', why: 'caption' };
  if (layers.some((layer) => layer.kind === 'title')) return { how: 'composite', why: 'title' };
  if (layers.some((layer) => layer.kind === 'colour')) return { how: 'composite', why: 'fade' };
  if (others.length > 0) return { how: 'composite', why: 'layers' };
  if (first.kind !== 'picture' || first.opacity < 1) return { how: 'composite', why: 'fade' };
  return first.assetId === null ? { how: 'composite', why: 'no-take' } : { how: 'direct', picture: first };
}

/**
 * Why a picture that could go to the encoder as it was decoded must be drawn all the same, as far as the facts of its
 * medium tell; null where nothing speaks against it. The decoder has the last word: a report may differ.
 */
export function drawnForMedium(
  facts: MediaFacts | null,
  film: { readonly widthPx: number; readonly heightPx: number },
): DrawnBecause | null {
  const video = facts?.video;
  if (facts === null || video === null || video === undefined) return 'converted';
  if (facts.durationFlicks === 0) return 'still';
  const fits = video.widthPx === film.widthPx && video.heightPx === film.heightPx;
  const { matrix, range } = video.colour;
  // Without a label, pictures of 720 lines or more count as BT.709, as players take them.
  const filmColours = matrix === 'bt709' || (matrix === null && video.heightPx >= 720);
  const limited = range === null || range === 'tv';
  return fits && video.rotationDegrees === 0 && !video.hasAlpha && filmColours && limited
    ? null
    : 'converted';
}
