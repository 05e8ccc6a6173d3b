import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';
import type { Announcements } from './announcements.ts';

/** What a library shows of a project changes with most commits; that often at most it is read again for them. */
const everyMs = 2_000;

/**
 * Announces projects that were made, renamed, trashed or deleted at once, and other work in them now and then, for what a
 * library says about them. Returns the way to stop.
 */
export function announceProjects(store: Store, clock: Clock, { announce }: Announcements): () => void {
  const stopped = new AbortController();
  let waiting = false;
  const stopListening = store.onCommit(({ changes }) => {
    if (changes.some(({ entity }) => entity === 'project')) {
      announce('projects');
      return;
    }
    if (waiting) return;
    waiting = true;
    void clock.wait(everyMs, stopped.signal, { background: true }).then(() => {
      waiting = false;
      if (!stopped.signal.aborted) announce('projects');
    });
  });
  return () => {
    stopListening();
    stopped.abort();
  };
}
