import type { Job } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';

export interface JobEvent {
  readonly job: Job;
  /** 0…1 where the provider tells; null otherwise. Not stored. */
  readonly progress: number | null;
  /** Place in the provider's queue where it tells. Not stored. */
  readonly queuePosition: number | null;
  /** What a model that streams has said so far. Not stored. */
  readonly words: string | null;
}

export type JobListener = (event: JobEvent) => void;

/** What is open, who listens, who waits for the end. In memory; the store holds the truth. */
export interface JobBoard {
  note(job: Job, progress?: number | null, queuePosition?: number | null, words?: string | null): void;
  /** Counts a job that waits for its turn since an earlier run; nobody is told, for nothing happened to it. */
  expect(job: Pick<Job, 'id' | 'projectId' | 'provider'>): void;
  listen(listener: JobListener): () => void;
  /** Resolves when no job of the project (of any, without one) can go on by itself. */
  whenIdle(projectId: ProjectId | undefined): Promise<void>;
  openCount(projectId: ProjectId | undefined): number;
  /** Takes a job that cannot go on out of the count until something is heard of it again. */
  park(job: Job): void;
  /** Lets everyone go who waits. */
  release(): void;
}

interface Waiter {
  readonly projectId: ProjectId | undefined;
  readonly resolve: () => void;
}

export function createJobBoard(
  canProceed: (job: Pick<Job, 'provider'>) => boolean,
  report: (fault: Fault) => void,
): JobBoard {
  const open = new Map<ProjectId, Set<JobId>>();
  const listeners = new Set<JobListener>();
  let waiters: Waiter[] = [];
  let total = 0;
  let released = false;

  const countOf = (projectId: ProjectId | undefined): number =>
    projectId === undefined ? total : (open.get(projectId)?.size ?? 0);

  const track = (job: Pick<Job, 'id' | 'projectId'>, counts: boolean): void => {
    const ids = open.get(job.projectId) ?? new Set<JobId>();
    const before = ids.size;
    if (counts) ids.add(job.id);
    else ids.delete(job.id);
    if (ids.size > 0) open.set(job.projectId, ids);
    else open.delete(job.projectId);
    total += ids.size - before;
  };

  const wakeIdle = (): void => {
    const done = waiters.filter((waiter) => released || countOf(waiter.projectId) === 0);
    if (done.length === 0) return;
    waiters = waiters.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.resolve();
  };

  return {
    note(job, progress = null, queuePosition = null, words = null) {
      track(job, isOpen(job) && canProceed(job));
      for (const listener of listeners) {
        try {
          listener({ job, progress, queuePosition, words });
        } catch (thrown) {
          report(faultOf(thrown, 'job.listener-failed'));
        }
      }
      wakeIdle();
    },
    expect(job) {
      if (canProceed(job)) track(job, true);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenIdle(projectId) {
      if (released || countOf(projectId) === 0) return Promise.resolve();
      return new Promise((resolve) => waiters.push({ projectId, resolve }));
    },
    openCount: countOf,
    park(job) {
      track(job, false);
      wakeIdle();
    },
    release() {
      released = true;
      wakeIdle();
    },
  };
}
