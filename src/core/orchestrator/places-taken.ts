import type { Job } from '../../domain/jobs/job.ts';
import { subjectOf } from '../../domain/jobs/subject-of.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Store } from '../store/store.ts';
import { standInFault } from './job-faults.ts';

/** Finds the job that took the place of one that gave way, while it may still bring a result: both are never paid for. */
export type PlacesTaken = (job: Job) => Job | null;

/** Reads the project's jobs once, and only when a job that gave way is asked about. */
export function createPlacesTaken(store: Pick<Store, 'rows'>): PlacesTaken {
  const byProject = new Map<ProjectId, ReadonlyMap<string, Job>>();
  const openOf = (projectId: ProjectId): ReadonlyMap<string, Job> => {
    const known = byProject.get(projectId);
    if (known !== undefined) return known;
    const open = store
      .rows('job', projectId)
      .filter((job) => isOpen(job) || job.state === 'unknown')
      .map((job): [string, Job] => [wishOf(job), job]);
    const found = new Map(open);
    byProject.set(projectId, found);
    return found;
  };
  return (job) => {
    if (job.faultCode !== standInFault) return null;
    const other = openOf(job.projectId).get(wishOf(job));
    return other === undefined || other.provider === job.provider ? null : other;
  };
}

/** What is wanted, whoever makes it. */
function wishOf(job: Job): string {
  return [subjectOf(job), job.request.kind, job.request.seed].join(' ');
}
