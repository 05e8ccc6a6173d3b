import { useCallback, useSyncExternalStore } from 'react';
import { timelineDurationFlicks } from '../../../../domain/timeline/queries.ts';
import type { ViewedFilm } from './viewed-film.ts';

/** Length of a film in flicks; draws again only when that changes. */
export function useFilmLength(film: ViewedFilm): number {
  const read = useCallback(() => timelineDurationFlicks(film.index()), [film]);
  return useSyncExternalStore(film.subscribe, read);
}
