import type { Job, JobState } from '../../domain/jobs/job.ts';

/** How far a run of jobs has come. */
export interface GenerateProgress {
  readonly counts: {
    readonly done: number;
    readonly failed: number;
    readonly unknown: number;
    readonly open: number;
  };
  readonly total: number;
  /** Paid for takes of this run. */
  readonly costUsdMicros: number;
  readonly secondsLeft: number | null;
  /** What went wrong since the progress before, in sentences. */
  readonly trouble: string[];
}

/** How many jobs have ended in which way; what waits for a person to confirm its price was not made by this run. */
export function countEnded(jobs: readonly Job[]): Omit<GenerateProgress['counts'], 'open'> {
  const count = (...states: JobState[]): number => jobs.filter(({ state }) => states.includes(state)).length;
  return {
    done: count('done'),
    failed: count('failed', 'cancelled', 'expired', 'draft'),
    unknown: count('unknown'),
  };
}
