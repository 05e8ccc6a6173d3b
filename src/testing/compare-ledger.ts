import type { Charge } from '../domain/jobs/charge.ts';
import type { Job } from '../domain/jobs/job.ts';

/** What a provider says that it billed. */
export interface BilledRequest {
  readonly requestId: string;
  readonly costUsdMicros: number;
}

/**
 * Where the ledger and the provider's list of charges differ, in words; nothing where they are one to one. A request whose
 * answer was lost may stand in the list of the provider alone: each needs a line that says "may have been billed", for at
 * least as much.
 */
export function compareLedger(
  lines: readonly Charge[],
  jobs: readonly Job[],
  billed: readonly BilledRequest[],
): string[] {
  const differences: string[] = [];
  const requestOf = new Map(jobs.map((job) => [job.id as string, job.handle?.requestId ?? null]));
  const open = new Map(billed.map((charge) => [charge.requestId, charge.costUsdMicros]));
  if (open.size !== billed.length) differences.push('a request was billed twice');
  const uncertain: number[] = [];
  for (const line of lines) {
    const requestId = requestOf.get(line.jobId) ?? null;
    const cost = requestId === null ? undefined : open.get(requestId);
    switch (line.state) {
      case 'charged':
        if (requestId === null || cost === undefined) differences.push(`${line.jobId} was never billed`);
        else if (cost !== line.amountUsdMicros)
          differences.push(`${line.jobId} is ${line.amountUsdMicros} and was billed ${cost}`);
        break;
      case 'released':
        if (cost !== undefined) differences.push(`${line.jobId} is released and was billed ${cost}`);
        break;
      case 'uncertain':
        uncertain.push(line.amountUsdMicros);
        break;
      case 'reserved':
        differences.push(`${line.jobId} is still reserved`);
    }
    if (requestId !== null) open.delete(requestId);
  }
  const lost = [...open.values()].sort((a, b) => b - a);
  uncertain.sort((a, b) => b - a);
  for (const [i, cost] of lost.entries()) {
    const held = uncertain[i];
    if (held === undefined || held < cost) differences.push(`${cost} was billed without a line`);
  }
  return differences;
}
