import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import { describeFrame } from '../../../../domain/timeline/frame-plan.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';

/** So far ahead of the playhead files are brought that are missing. */
const aheadFlicks = 10 * flicksPerSecond;
const stepFlicks = flicksPerSecond;
/** The playhead has rested, or gone on, for so long. */
const restMs = 400;

/** Has the studio fetch what is on screen and soon will be, where it is not here. Whether a proxy is on screen now. */
export function useShownFiles(film: ViewedFilm, place: PlaceStore): boolean {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [place.subscribe(listener), film.subscribe(listener), shots.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [film, place, shots],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = '';
    const look = (): void => {
      timer = undefined;
      const missing = filesFrom(film, place.getState().playheadFlicks).filter((id) => {
        const absence = shots.absence(id);
        return absence !== null && absence.place === 'cloud' && absence.proxy !== 'here';
      });
      const wish = missing.join(' ');
      if (wish === asked) return;
      asked = wish;
      // A line that is lost says so itself; what is missing is said on its slate.
      if (missing.length > 0)
        client.sync.lookAt({ projectId, assetIds: missing.slice(0, 20) }).catch(() => undefined);
    };
    const soon = (): void => {
      timer ??= setTimeout(look, restMs);
    };
    soon();
    const unsubscribe = subscribe(soon);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, projectId, film, place, shots, subscribe]);
  return useSyncExternalStore(subscribe, () =>
    filesAt(film, place.getState().playheadFlicks).some((id) => shots.absence(id)?.proxy === 'here'),
  );
}

function filesAt(film: ViewedFilm, flicks: number): AssetId[] {
  const { layers } = describeFrame(film.index(), flicks);
  return layers.flatMap((layer) =>
    layer.kind === 'picture' && layer.assetId !== null ? [layer.assetId] : [],
  );
}

function filesFrom(film: ViewedFilm, flicks: number): AssetId[] {
  const found = new Set<AssetId>();
  for (let at = flicks; at <= flicks + aheadFlicks; at += stepFlicks) {
    for (const id of filesAt(film, at)) found.add(id);
  }
  return [...found];
}
