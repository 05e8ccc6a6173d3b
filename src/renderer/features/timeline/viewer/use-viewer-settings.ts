import { useEffect, useState } from 'react';
import { createKeptPreference } from '../../../state/kept-preference.ts';
import { useStudio } from '../../../state/studio-context.ts';
import {
  createViewerSettings,
  readViewerSettings,
  type ViewerSettingsStore,
  viewerPreferenceName,
} from './viewer-settings.ts';

/** A slider that has stood still for so long is where a person wants it. */
const restMs = 500;

/** How this person watches, kept by the studio and the same in all of its windows. */
export function useViewerSettings(): ViewerSettingsStore {
  const { client, state } = useStudio();
  const [settings] = useState(() =>
    createViewerSettings(state.getState().preferences[viewerPreferenceName] ?? null),
  );
  useEffect(() => {
    const kept = createKeptPreference({ name: viewerPreferenceName, client, state, restMs });
    let isTold = false;
    const unfollow = kept.follow((value) => {
      isTold = true;
      settings.setState(readViewerSettings(value));
      isTold = false;
    });
    const unsubscribe = settings.subscribe((now) => {
      if (!isTold) kept.keep(() => ({ ...now }));
    });
    window.addEventListener('pagehide', kept.flush);
    return () => {
      window.removeEventListener('pagehide', kept.flush);
      unsubscribe();
      unfollow();
      kept.flush();
    };
  }, [client, state, settings]);
  return settings;
}
