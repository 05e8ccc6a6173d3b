import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Clock } from '../ports/clock.ts';
import type { GenerateProgress } from '../progress/generate-progress.ts';
import type { Store } from '../store/store.ts';
import type { ActivityHandle } from './activity-board.ts';
import { createTakeFollower } from './follow-takes.ts';

interface WatchParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly orchestrator: Pick<Orchestrator, 'cancelThese'>;
}

/** A run of jobs that is an activity. */
export interface WatchedRun {
  readonly projectId: ProjectId;
  readonly handle: ActivityHandle;
  readonly abort: AbortController;
  /** The jobs that it asked for: filled as it goes. */
  readonly asked: Set<JobId>;
}

/** How it went, from its last progress. */
export interface RunEnd<Progress> {
  readonly last: Progress | null;
  /** All that went wrong in it, in sentences. */
  readonly troubles: readonly string[];
  /** What ended it; null where it came to its own end, or somebody ended it. */
  readonly fault: Fault | null;
}

type OnAsked = (jobs: readonly { readonly id: JobId }[]) => void;

/**
 * Follows a run to its end: its activity says how far it is, the timeline follows its takes, and what is asked for after it was cancelled
 * is taken back. `lift` is called when nothing more is sent; `failedCode` names a failure that has no code of its own.
 */
export async function watchRun<Progress extends GenerateProgress>(
  { store, clock, orchestrator }: WatchParts,
  { projectId, handle, abort: { signal }, asked }: WatchedRun,
  begin: (onAsked: OnAsked) => AsyncGenerator<Progress, Progress>,
  {
    failedCode,
    lift,
    onProgress,
  }: {
    readonly failedCode: Fault['code'];
    readonly lift: (() => void) | null;
    readonly onProgress?: (progress: Progress) => void;
  },
): Promise<RunEnd<Progress>> {
  const follower = createTakeFollower(store, clock, projectId);
  const troubles: string[] = [];
  let last: Progress | null = null;
  let fault: Fault | null = null;
  try {
    const steps = begin((jobs) => {
      for (const { id } of jobs) asked.add(id);
      // Cancelled while these were being priced.
      if (signal.aborted && handle.ended) orchestrator.cancelThese(asked);
    });
    for (;;) {
      const { done, value } = await steps.next();
      troubles.push(...value.trouble);
      onProgress?.(value);
      const { counts, total, secondsLeft } = value;
      if (counts.done > (last?.counts.done ?? 0)) follower.note();
      last = value;
      const message = troubles.at(-1) ?? null;
      handle.report({ done: counts.done + counts.failed + counts.unknown, total, secondsLeft, message });
      if (done) break;
    }
  } catch (thrown) {
    if (!signal.aborted) fault = faultOf(thrown, failedCode);
  } finally {
    lift?.();
  }
  const followed = follower.finish();
  if (!followed.ok) fault ??= followed.fault;
  return { last, troubles, fault };
}

export const cancelledWords = 'Cancelled. Finished takes are kept; nothing more is sent.';
