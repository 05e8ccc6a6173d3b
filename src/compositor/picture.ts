import type { PictureLayer } from '../domain/timeline/frame-plan.ts';

/**
 * The picture of a medium at one time, as pixels that are already decoded: an `ImageBitmap`, `VideoFrame` or canvas in
 * a browser, a canvas in Node. Not an encoded image element: engines scale those by another path, and the frame would
 * not be the same in both.
 */
export interface ReadyPicture<Drawable extends object> {
  readonly kind: 'ready';
  readonly image: Drawable;
  /** Size of `image` in pixels, before `rotationDegrees`. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Clockwise turn that makes the picture upright. */
  readonly rotationDegrees: 0 | 90 | 180 | 270;
}

/** A medium that cannot be shown: the frame gets a slate with `title` and, smaller, `note`. */
export interface OfflinePicture {
  readonly kind: 'offline';
  readonly title: string;
  readonly note: string;
}

export type Picture<Drawable extends object> = ReadyPicture<Drawable> | OfflinePicture;

/** Finds the picture for a layer; null when there is none, which draws the usual slate. Called once per picture layer. */
export type PictureLookup<Drawable extends object> = (layer: PictureLayer) => Picture<Drawable> | null;
