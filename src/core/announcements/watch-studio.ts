import type { StudioEvent } from '../../contract/studio.ts';
import type { Announcements, Topic } from './announcements.ts';

/** What the event of a topic says now. */
export type TopicEvents = { readonly [T in Topic]: () => Extract<StudioEvent, { kind: T }> };

const topics: readonly Topic[] = [
  'preferences',
  'activities',
  'notices',
  'keys',
  'projects',
  'queue',
  'sync',
  'comments',
];

/**
 * The whole state first, then what changes, until `signal` ends it. A reader that is slow misses what lay between, never
 * the newest of a topic, and keeps nothing waiting but one mark a topic.
 */
export async function* watchStudio(
  { listen }: Announcements,
  events: TopicEvents,
  signal: AbortSignal | undefined,
): AsyncGenerator<StudioEvent, void> {
  const changed = new Set<Topic>(topics);
  let wake: (() => void) | null = null;
  const stir = (): void => {
    wake?.();
    wake = null;
  };
  const stopListening = listen((topic) => {
    changed.add(topic);
    stir();
  });
  signal?.addEventListener('abort', stir);
  try {
    while (signal?.aborted !== true) {
      const [topic] = changed;
      if (topic !== undefined) {
        changed.delete(topic);
        yield events[topic]();
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', stir);
  }
}
