import type { JobId } from '../../domain/kernel/ids.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';

/** What is known of the queue beside its rows: how far requests are, and how long they usually take. In memory. */
export interface QueueDesk {
  progressOf(jobId: JobId): JobProgress | null;
  /** The usual time from a request's first byte to its stored result at a provider; null before three. */
  usualMs(provider: string): number | null;
  close(): void;
}

export interface JobProgress {
  readonly progress: number | null;
  readonly position: number | null;
}

export interface QueueDeskParts {
  readonly store: Pick<Store, 'queue'>;
  readonly clock: Clock;
  readonly orchestrator: Pick<Orchestrator, 'onJob'>;
  readonly announcements: Pick<Announcements, 'announce'>;
}

/** Windows look again that often at most, whatever thousands of jobs do meanwhile. */
const everyMs = 500;
/** A pace is told from this many of the newest results. */
const keptTimes = 30;
const timesNeeded = 3;
const timesReadAtFirst = 200;

export function createQueueDesk({ store, clock, orchestrator, announcements }: QueueDeskParts): QueueDesk {
  const stopped = new AbortController();
  const progress = new Map<JobId, JobProgress>();
  let times: Map<string, number[]> | null = null;
  let waiting = false;

  const noteTime = (provider: string, tookMs: number, known: Map<string, number[]>): void => {
    const own = known.get(provider) ?? [];
    known.set(provider, [...own, tookMs].slice(-keptTimes));
  };
  /** Of earlier runs, read when somebody first asks. */
  const allTimes = (): Map<string, number[]> => {
    if (times !== null) return times;
    times = new Map();
    for (const { provider, tookMs } of store.queue.recentTimes(timesReadAtFirst).reverse()) {
      noteTime(provider, tookMs, times);
    }
    return times;
  };

  const stopListening = orchestrator.onJob(({ job, progress: share, queuePosition }) => {
    if (job.state === 'submitted' || job.state === 'running') {
      progress.set(job.id, { progress: share, position: queuePosition });
    } else progress.delete(job.id);
    if (job.state === 'done' && times !== null && job.sentAtMs !== null && job.finishedAtMs !== null) {
      noteTime(job.provider, Math.max(0, job.finishedAtMs - job.sentAtMs), times);
    }
    if (waiting) return;
    waiting = true;
    void clock.wait(everyMs, stopped.signal, { background: true }).then(() => {
      waiting = false;
      if (!stopped.signal.aborted) announcements.announce('queue');
    });
  });

  return {
    progressOf: (jobId) => progress.get(jobId) ?? null,
    usualMs(provider) {
      const own = [...(allTimes().get(provider) ?? [])].sort((a, b) => a - b);
      // The middle one: a single request that hung for an hour says nothing of the others.
      return own.length < timesNeeded ? null : (own[Math.floor(own.length / 2)] ?? null);
    },
    close() {
      stopListening();
      stopped.abort();
    },
  };
}
