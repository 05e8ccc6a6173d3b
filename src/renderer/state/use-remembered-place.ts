import { useEffect } from 'react';
import { createKeptPreference } from './kept-preference.ts';
import type { ProjectContextValue } from './project-context.ts';
import { type Place, placesPreferenceName, readPlace, withPlace } from './remembered-place.ts';
import { useStudio } from './studio-context.ts';

/** A playhead that has stood still for so long is where a person was. */
const restMs = 1_500;

/** Puts the playhead and the marks where they were when the project was open last, and remembers them on the way out. */
export function useRememberedPlace({
  projectId,
  view,
}: Pick<ProjectContextValue, 'projectId' | 'view'>): void {
  const { client, state } = useStudio();
  useEffect(() => {
    const kept = createKeptPreference({ name: placesPreferenceName, client, state, restMs });
    let last = placeOf(view.getState());
    let moved = !isAtStart(last);
    let found = false;
    // Once: another window that has the same project open is somewhere else in it.
    const unfollow = kept.follow((places) => {
      if (found || moved) return;
      found = true;
      const place = readPlace(places, projectId);
      if (place !== null) view.setState(place);
    });
    const unsubscribe = view.subscribe((now) => {
      const { playheadFlicks, inFlicks, outFlicks } = now;
      if (
        playheadFlicks === last.playheadFlicks &&
        inFlicks === last.inFlicks &&
        outFlicks === last.outFlicks
      )
        return;
      last = placeOf(now);
      moved = true;
      const place = last;
      kept.keep((places) => withPlace(places, projectId, place));
    });
    window.addEventListener('pagehide', kept.flush);
    return () => {
      window.removeEventListener('pagehide', kept.flush);
      unsubscribe();
      unfollow();
      kept.flush();
    };
  }, [client, state, projectId, view]);
}

function placeOf({ playheadFlicks, inFlicks, outFlicks }: Place): Place {
  return { playheadFlicks, inFlicks, outFlicks };
}

function isAtStart({ playheadFlicks, inFlicks, outFlicks }: Place): boolean {
  return playheadFlicks === 0 && inFlicks === null && outFlicks === null;
}
