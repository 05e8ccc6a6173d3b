import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Activity } from '../../contract/activities.ts';
import type { QueueCounts } from '../../contract/queue.ts';
import type { Notice, StudioAbout, StudioEvent } from '../../contract/studio.ts';
import type { SyncOverview } from '../../contract/sync.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { Connection } from '../client/connection.ts';
import { watch } from './watch.ts';

/** What every page knows of the studio, whichever project is open. */
export interface StudioState {
  /** null until the studio has answered for the first time. */
  readonly about: StudioAbout | null;
  readonly activities: readonly Activity[];
  readonly notices: readonly Notice[];
  readonly preferences: Readonly<Record<string, JsonValue>>;
  /** False until the studio has told the preferences for the first time. */
  readonly preferencesKnown: boolean;
  /** Counts up when the list of projects, or the keys, should be read again. */
  readonly projectsRevision: number;
  readonly keysRevision: number;
  /** Since when nothing new is sent to any provider; null while the queue runs. */
  readonly queuePausedSinceMs: number | null;
  /** How much of the queue stands where; null until the studio has told. */
  readonly queueCounts: QueueCounts | null;
  /** Counts up when the queue should be read again. */
  readonly queueRevision: number;
  /** How projects stand with the other devices; null until the studio has told. */
  readonly sync: SyncOverview | null;
  /** Counts up when comments of the open project should be read again. */
  readonly commentsRevision: number;
}

/** Keeps the state of the studio up to date over a connection. Returns the store and the way to stop. */
export function watchStudio(connection: Connection): { store: StoreApi<StudioState>; stop: () => void } {
  const store = createStore<StudioState>(() => ({
    about: null,
    activities: [],
    notices: [],
    preferences: {},
    preferencesKnown: false,
    projectsRevision: 0,
    keysRevision: 0,
    queuePausedSinceMs: null,
    queueCounts: null,
    queueRevision: 0,
    sync: null,
    commentsRevision: 0,
  }));
  const readAbout = (): void => {
    if (connection.state().is !== 'open') return;
    connection.client.studio.about().then(
      (about) => store.setState({ about }),
      // Without an answer the last one stands; a lost line is shown by the connection itself.
      () => undefined,
    );
  };
  const onEvent = (event: StudioEvent): void =>
    store.setState((state) => {
      switch (event.kind) {
        case 'activities':
          return { activities: event.activities };
        case 'notices':
          return { notices: event.notices };
        case 'preferences':
          return { preferences: event.preferences as StudioState['preferences'], preferencesKnown: true };
        case 'projects':
          return { projectsRevision: state.projectsRevision + 1 };
        case 'queue':
          return {
            queuePausedSinceMs: event.pausedSinceMs,
            queueCounts: event.counts,
            queueRevision: state.queueRevision + 1,
          };
        case 'sync':
          return { sync: event.sync };
        case 'comments':
          return { commentsRevision: state.commentsRevision + 1 };
        case 'keys':
          return { keysRevision: state.keysRevision + 1 };
      }
    });
  const stopWatching = watch(
    connection,
    (signal) => connection.client.studio.watch(undefined, { signal }),
    onEvent,
  );
  const stopListening = connection.subscribe(readAbout);
  readAbout();
  return {
    store,
    stop: () => {
      stopListening();
      stopWatching();
    },
  };
}
