import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

let collect: ((options: { type: 'minor' | 'major' }) => void) | null = null;

/**
 * Frees the picture buffers that are no longer used. Reading a canvas makes a copy of several megabytes that V8
 * hardly counts, so that it would let hundreds of them pile up before it collected; a young collection takes a
 * fraction of a millisecond and lets the allocator hand out the same warm pages again. A `major` one, some milliseconds,
 * also frees what has been kept for a while: worth it between two jobs.
 */
export function reclaimPictures(type: 'minor' | 'major' = 'minor'): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as (options: { type: 'minor' | 'major' }) => void;
  }
  collect({ type });
}

/** Gives a canvas's pixels back at once, where V8 would keep them until it finds the handle unused. */
export function releasePicture(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** The same for a canvas that was drawn into another: drawing is recorded, and must be done before its source goes. */
export function releaseAfterDrawing(canvas: Canvas, drawnInto: SKRSContext2D): void {
  drawnInto.getImageData(0, 0, 1, 1);
  releasePicture(canvas);
}
