import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { FilmComments } from './comments/film-comments.ts';
import type { CutView, CutViewStore } from './cut-view.ts';
import type { ClipMedia } from './draw/clip-media.ts';
import type { ImportedMedia } from './imported-media.ts';
import type { LiveTimeline } from './live/live-timeline.ts';
import type { PlaceStore } from './viewer/viewed-film.ts';

/** What the parts of the Cut page share: made once for each project. */
export interface Cut {
  readonly live: LiveTimeline;
  readonly view: CutViewStore;
  readonly media: ClipMedia;
  /** Playhead and marks of the source viewer. */
  readonly sourcePlace: PlaceStore;
  readonly imported: StoreApi<ImportedMedia>;
  /** What those who watched by link said. */
  readonly comments: StoreApi<FilmComments>;
}

export const CutContext = createContext<Cut | null>(null);

export function useCut(): Cut {
  const cut = use(CutContext);
  if (cut === null) throw new Error('There is no Cut page around this component.');
  return cut;
}

export function useCutView<T>(select: (view: CutView) => T): T {
  return useStore(useCut().view, select);
}
