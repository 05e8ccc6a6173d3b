/** What every window should hear of, without saying what it is now: whoever hears it looks. */
export type Topic =
  | 'activities'
  | 'notices'
  | 'projects'
  | 'keys'
  | 'preferences'
  | 'queue'
  | 'sync'
  | 'comments';

/** Passes news of the studio on to the windows that watch it. */
export interface Announcements {
  announce(topic: Topic): void;
  listen(listener: (topic: Topic) => void): () => void;
}

export function createAnnouncements(): Announcements {
  const listeners = new Set<(topic: Topic) => void>();
  return {
    announce(topic) {
      for (const listener of listeners) listener(topic);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
