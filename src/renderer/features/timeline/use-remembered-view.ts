import { useEffect } from 'react';
import { createKeptPreference } from '../../state/kept-preference.ts';
import { useStudio } from '../../state/studio-context.ts';
import type { Cut } from './cut-context.ts';
import { type RememberedView, readView, viewsPreferenceName, withView } from './remembered-view.ts';

/** A view that has stood still for so long is one that a person wanted. */
const restMs = 1_000;

/** Shows the timeline of a project as it was looked at last, and remembers how it is left. */
export function useRememberedView({ view }: Cut, projectId: string): void {
  const { client, state } = useStudio();
  useEffect(() => {
    const kept = createKeptPreference({ name: viewsPreferenceName, client, state, restMs });
    let last: RememberedView = view.getState();
    // Once, and not over what was done meanwhile: another window may look at the same film in its own way.
    let found = !last.fits || last.scrollTopPx !== 0 || Object.keys(last.trackHeights).length > 0;
    const unfollow = kept.follow((views) => {
      if (found) return;
      found = true;
      const before = readView(views, projectId);
      if (before === null) return;
      last = before;
      view.setState(before);
    });
    const unsubscribe = view.subscribe((now) => {
      if (isSame(now, last)) return;
      last = now;
      found = true;
      kept.keep((views) => withView(views, projectId, now));
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

/** A view that shows all of the film has no zoom of its own. */
function isSame(a: RememberedView, b: RememberedView): boolean {
  return (
    a.fits === b.fits &&
    (a.fits || a.scale === b.scale) &&
    a.scrollTopPx === b.scrollTopPx &&
    a.trackHeights === b.trackHeights
  );
}
