import type { ProjectContextValue } from '../../state/project-context.ts';
import { createFilmComments } from './comments/film-comments.ts';
import type { Cut } from './cut-context.ts';
import { createCutView } from './cut-view.ts';
import { createClipMedia } from './draw/clip-media.ts';
import { createImportedMedia } from './imported-media.ts';
import { createLiveTimeline } from './live/live-timeline.ts';
import { createViewedPlace } from './viewer/viewed-film.ts';

/** What the Cut page of one project works with, kept while the project is open. */
export function createCut({ mirror, projectId }: ProjectContextValue): Cut {
  return {
    live: createLiveTimeline(mirror, projectId),
    view: createCutView(),
    media: createClipMedia(),
    sourcePlace: createViewedPlace(),
    imported: createImportedMedia(),
    comments: createFilmComments(),
  };
}
