import { type Job, JobState } from '../../../domain/jobs/job.ts';
import { isPictureRequest } from '../../../domain/jobs/request-kinds.ts';

/** Why a job that is in the queue again was not sent, and that it will be; null for every other open job. */
export function waitingWords({ state, tries, faultMessage }: Job): string | null {
  return state === 'queued' && tries > 0 && faultMessage !== null
    ? `${faultMessage} It is tried again.`
    : null;
}

/** What came of a job that ended without a take, and of which shot. */
export function troubleWords(job: Job): string {
  const { request } = job;
  const what = isPictureRequest(request) ? `Shot ${request.brief.shotNumber}, ${request.kind}` : request.kind;
  return `${what}: ${job.faultMessage ?? JobState.enum[job.state]}`;
}
