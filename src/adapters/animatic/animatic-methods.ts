import { rename, rm, writeFile } from 'node:fs/promises';
import type { OpenVideoWriter } from '../../core/ports/video-writer.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { drawClip } from './draw-clip.ts';
import { drawStill } from './draw-still.ts';
import { reclaimPictures, releasePicture } from './reclaim-pictures.ts';

/** What crosses to the worker for either method. */
export interface DrawParams {
  readonly request: PictureRequest;
  /** Final name; written beside it first. */
  readonly path: string;
}

export interface DrawContext {
  readonly signal: AbortSignal;
  readonly progress: (value: unknown) => void;
}

/** The animatic's work as worker methods. A file that exists under `path` is complete. */
export function animaticMethods(openWriter: OpenVideoWriter): {
  still(params: DrawParams, context: DrawContext): Promise<null>;
  clip(params: DrawParams, context: DrawContext): Promise<null>;
} {
  return {
    still: async ({ request, path }, { signal }) => {
      const part = `${path}.part`;
      try {
        const picture = drawStill(request);
        const png = await picture.encode('png');
        releasePicture(picture);
        signal.throwIfAborted();
        await writeFile(part, png);
        await rename(part, path);
      } catch (thrown) {
        await rm(part, { force: true });
        throw thrown;
      }
      reclaimPictures('major');
      return null;
    },
    clip: async ({ request, path }, { signal, progress }) => {
      const part = `${path}.part`;
      try {
        await drawClip(request, part, { openWriter, signal, progress });
        await rename(part, path);
      } catch (thrown) {
        await rm(part, { force: true });
        throw thrown;
      }
      reclaimPictures('major');
      return null;
    },
  };
}
