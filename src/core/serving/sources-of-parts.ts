import type { StudioParts } from '../studio-parts.ts';
import type { ByteSources } from './byte-sources.ts';

/** The sources of a handler that runs in the studio's own process. */
export function sourcesOfParts({ library, uploads }: StudioParts): ByteSources {
  return {
    locate: async (id) => library.viewPath(id),
    thumbnails: (id, frames, heightPx) => library.thumbnails(id, frames, heightPx),
    waveform: (id, bucketsPerSecond) => library.waveform(id, bucketsPerSecond),
    receive: ({ body, name }) => uploads.put(body, name),
  };
}
