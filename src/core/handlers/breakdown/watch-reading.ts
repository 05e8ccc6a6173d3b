import type { ReadingState } from '../../../contract/scenes.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { ReadingRuns } from '../../activities/reading-runs.ts';
import { createEventQueue } from '../../progress/event-queue.ts';

/** The reading of a project as it is, then each change, until `signal` ends it. A slow reader misses what lay between. */
export async function* watchReading(
  runs: Pick<ReadingRuns, 'stateOf' | 'onChange'>,
  projectId: ProjectId,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadingState, void> {
  const events = createEventQueue<ReadingState>();
  events.pushLatest(runs.stateOf(projectId));
  const stop = runs.onChange((changed) => {
    if (changed === projectId) events.pushLatest(runs.stateOf(projectId));
  });
  const end = (): void => events.end();
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  try {
    yield* events.read();
  } finally {
    signal?.removeEventListener('abort', end);
    stop();
  }
}
