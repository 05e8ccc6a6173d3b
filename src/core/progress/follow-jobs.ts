import type { Job } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import { createEventQueue } from './event-queue.ts';

/** The jobs that a run waits for, and their moves as the engine makes them. */
export interface JobFollower {
  /** Those that are followed, as they are by now, in the order in which they were asked for. */
  jobs(): readonly Job[];
  /** Of these, how many moved to an end. */
  readonly ended: number;
  /** Follows a job; the end of one that has ended already is its first move. */
  follow(job: Job): void;
  /** What becomes of it is not waited for any more. */
  leave(id: JobId): void;
  /**
   * Each move of each job until it ends, in order. Goes on until `finish`; throws when the signal aborts, and the engine's fault when a job
   * cannot go on because its state cannot be written. One reader.
   */
  moves(): AsyncGenerator<Job, void>;
  /** Nothing more is awaited: the moves end behind those that are unread. */
  finish(): void;
  /** Stops listening. */
  close(): void;
}

/** Which jobs stop a run when they are stuck: all of its project, or only those that it follows. */
export type StuckBy = 'project' | 'followed';

/** Listens from now on, so that no move is missed of a job that the engine takes up while it is still being handed over. */
export function followJobs(
  orchestrator: Pick<Orchestrator, 'onJob' | 'onStuck'>,
  projectId: ProjectId,
  stuckBy: StuckBy,
  signal: AbortSignal | undefined,
): JobFollower {
  const events = createEventQueue<Job>();
  const followed = new Map<JobId, Job>();
  const ended = new Set<JobId>();
  let stuck: Fault | null = null;
  const stopListening = orchestrator.onJob(({ job }) => {
    if (job.projectId === projectId) events.push(job);
  });
  const stopWatching = orchestrator.onStuck((job, fault) => {
    if (stuckBy === 'project' ? job.projectId !== projectId : !followed.has(job.id)) return;
    stuck = fault;
    events.end();
  });
  const onAbort = (): void => events.end();
  signal?.addEventListener('abort', onAbort, { once: true });
  const failIfStuck = (): void => {
    if (stuck !== null) throw new FaultError(stuck);
  };

  return {
    jobs: () => [...followed.values()],
    get ended() {
      return ended.size;
    },
    follow(job) {
      followed.set(job.id, job);
      if (!isOpen(job)) events.push(job);
    },
    leave(id) {
      followed.delete(id);
      ended.delete(id);
    },
    async *moves() {
      for await (const job of events.read()) {
        if (signal?.aborted) break;
        if (!followed.has(job.id) || ended.has(job.id)) continue;
        followed.set(job.id, job);
        if (!isOpen(job)) ended.add(job.id);
        yield job;
      }
      signal?.throwIfAborted();
      failIfStuck();
    },
    finish: () => events.end(),
    close() {
      signal?.removeEventListener('abort', onAbort);
      stopListening();
      stopWatching();
    },
  };
}
