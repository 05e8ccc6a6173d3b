import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { aspectNames } from '../../../domain/project/frame-shape.ts';
import type { Aspect } from '../../../domain/project/project.ts';
import { refused } from './fal-model.ts';

/** The shape of a frame among those that have a name; null when it has none of them. Even sides are never exact. */
export function aspectOf({ widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>): Aspect | null {
  const off = (aspect: Aspect): number => Math.abs(Math.log(widthPx / heightPx / ratioOf(aspect)));
  return aspectNames.find((aspect) => off(aspect) < 0.04) ?? null;
}

export function ratioOf(aspect: string): number {
  const [width = 1, height = 1] = aspect.split(':').map(Number);
  return width / height;
}

/** Said of a frame that a model makes none of. */
export function shapeFault(
  name: string,
  { widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>,
  shapes: readonly string[],
) {
  return refused(
    `${name} makes no pictures in the shape ${widthPx} × ${heightPx}. Nothing was sent. It makes ${shapes.join(', ')}. Choose another model for this film.`,
  );
}
