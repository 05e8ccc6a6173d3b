import type { Job } from '../../domain/jobs/job.ts';
import { isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { useStudioState } from './studio-context.ts';

/** Whether another device asked for this job: it is neither sent nor taken back from here. */
export function useMadeElsewhere(job: Job | null): boolean {
  const deviceId = useStudioState(({ about }) => about?.deviceId ?? null);
  return job !== null && deviceId !== null && isMadeElsewhere(job, deviceId);
}
