import type { Job } from '../domain/jobs/job.ts';
import { formatUsd } from '../domain/jobs/money.ts';
import { isPictureRequest } from '../domain/jobs/request-kinds.ts';
import { countOf, formatTable } from './terminal/formats.ts';

interface Group {
  readonly title: string;
  readonly states: readonly Job['state'][];
  /** What a person can do about it; null where there is nothing to be done. */
  readonly next: string | null;
}

/** In the order in which they concern a person. */
const groups: readonly Group[] = [
  {
    title: 'May have been billed',
    states: ['unknown'],
    next: 'Never sent again by itself. "jobs find-paid" looks for it; "jobs retry ID" pays for another.',
  },
  { title: 'Failed', states: ['failed', 'expired'], next: '"jobs retry ID" tries again.' },
  {
    title: 'Under way',
    states: ['sending', 'submitted', 'running', 'fetching', 'cancelling'],
    next: null,
  },
  { title: 'Waiting', states: ['draft', 'queued'], next: '"jobs cancel ID" drops one, free of charge.' },
  { title: 'Cancelled', states: ['cancelled'], next: null },
  { title: 'Done', states: ['done'], next: null },
];

/** Every job under what became of it, those of one reason together, with the reason said once. */
export function listJobs(jobs: readonly Job[], pausedSinceMs: number | null): string[] {
  const lines =
    pausedSinceMs === null ? [] : ['The queue is paused: nothing new is sent. "jobs resume" goes on.', ''];
  if (jobs.length === 0) return [...lines, 'No jobs yet.'];
  for (const { title, states, next } of groups) {
    const own = jobs.filter(({ state }) => states.includes(state));
    if (own.length === 0) continue;
    lines.push(`${title}: ${countOf(own.length, 'job')}, ${priceOf(own)}`);
    for (const [why, same] of byReason(own)) {
      if (why !== '') lines.push(`  ${why}`);
      const rows = same.map((job) => [`  ${job.id.slice(0, 12)}`, ...cellsOf(job)]);
      for (const line of formatTable(['  id', 'shot', 'kind', 'provider', 'state', 'price'], rows)) {
        lines.push(line.trimEnd());
      }
    }
    if (next !== null) lines.push(`  ${next}`);
    lines.push('');
  }
  return lines.slice(0, -1);
}

function byReason(jobs: readonly Job[]): Map<string, Job[]> {
  const reasons = new Map<string, Job[]>();
  for (const job of jobs) {
    const why = job.state === 'done' ? '' : (job.faultMessage ?? '');
    reasons.set(why, [...(reasons.get(why) ?? []), job]);
  }
  return reasons;
}

function cellsOf(job: Job): string[] {
  const { request, provider, state, costUsdMicros, estimateUsdMicros } = job;
  const shot = isPictureRequest(request) ? request.brief.shotNumber : '';
  const price = costUsdMicros === null ? `~${formatUsd(estimateUsdMicros)}` : formatUsd(costUsdMicros);
  return [shot, request.kind, provider, state, price];
}

function priceOf(jobs: readonly Job[]): string {
  return formatUsd(jobs.reduce((sum, job) => sum + (job.costUsdMicros ?? job.estimateUsdMicros), 0));
}
