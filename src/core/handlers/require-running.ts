import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';

/** Whoever watches a run of a paused queue would wait for nothing: `job.queue-paused`. */
export function requireRunning({ pausedSinceMs }: Orchestrator): Result<void> {
  if (pausedSinceMs === null) return ok(undefined);
  return fail(
    'job.queue-paused',
    'The queue is paused. Nothing was sent. Resume it ("jobs resume"), then give the command again.',
  );
}
