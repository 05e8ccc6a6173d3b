import type { BudgetShare } from '../../domain/jobs/allowance.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import type { Fault } from '../../domain/kernel/result.ts';

/** Of a job that gave way to another provider's. */
export const standInFault = 'job.stood-in';

export const jobFaults = {
  capReached: (
    needUsdMicros: number,
    spentUsdMicros: number,
    reservedUsdMicros: number,
    capUsdMicros: number,
  ): Fault => ({
    code: 'money.cap-reached',
    message: `Not sent: ${formatUsd(needUsdMicros)} more would pass the limit of ${formatUsd(capUsdMicros)} for this film (${formatUsd(spentUsdMicros)} spent, ${formatUsd(reservedUsdMicros)} reserved). Nothing was charged for this shot. Raise the film's budget, or the limit of this run, to go on.`,
  }),
  shareReached: (needUsdMicros: number, share: BudgetShare): Fault => {
    const leftUsdMicros = Math.max(0, share.mostUsdMicros - share.spentUsdMicros);
    const elsewhereUsdMicros = share.elsewhere.reduce((sum, { usdMicros }) => sum + usdMicros, 0);
    return {
      code: 'money.share-reached',
      message: share.inTouch
        ? `Not sent: ${formatUsd(needUsdMicros)} more would take what is set aside for other devices (${formatUsd(elsewhereUsdMicros)} of this film's budget; ${formatUsd(leftUsdMicros)} are left here). Nothing was charged for this shot. Open the film on those devices, so that they give back what they do not need, or raise the film's budget.`
        : `Not sent: ${formatUsd(needUsdMicros)} more would pass this computer's share of the film's budget (${formatUsd(leftUsdMicros)} are left of it), and the other devices cannot be heard. Nothing was charged for this shot. It can be sent once the sync service is reached again.`,
    };
  },
  monthCapReached: (
    needUsdMicros: number,
    spentUsdMicros: number,
    reservedUsdMicros: number,
    capUsdMicros: number,
    month: string,
  ): Fault => ({
    code: 'money.month-cap-reached',
    message: `Not sent: ${formatUsd(needUsdMicros)} more would pass the limit of ${formatUsd(capUsdMicros)} for all films in ${month} (${formatUsd(spentUsdMicros)} spent, ${formatUsd(reservedUsdMicros)} reserved). Nothing was charged for this shot. Raise the monthly limit, or wait for the next month (UTC).`,
  }),
  noCap: (): Fault => ({
    code: 'money.no-cap',
    message:
      'Not sent: no spending limit was given, and this request costs money. Nothing was charged. Set a limit to go on.',
  }),
  priceRose: (approvedUsdMicros: number, nowUsdMicros: number): Fault => ({
    code: 'money.price-rose',
    message: `Not sent: the price rose from the approved ${formatUsd(approvedUsdMicros)} to ${formatUsd(nowUsdMicros)}. Nothing was charged. Approve the new price to go on.`,
  }),
  maybeBilled: (
    job: Pick<Job, 'provider' | 'estimateUsdMicros'>,
    words: string,
    requestsPage: string | undefined,
  ): Fault => ({
    code: 'job.maybe-billed',
    message: `${words} The request to ${job.provider} may have been accepted, and up to ${formatUsd(job.estimateUsdMicros)} may have been billed. It is not sent again by itself: look at your account there${requestsPage === undefined ? '' : ` (${requestsPage})`}, then retry or give it up.`,
  }),
  notOurs: ({ provider }: Pick<Job, 'provider'>, requestId: string): Fault => ({
    code: 'provider.answer-unreadable',
    message: `${provider} answered with "${requestId}", which is the request of another take that is being made.`,
  }),
  queueDeadline: (job: Pick<Job, 'provider'>): Fault => ({
    code: 'job.deadline-passed',
    message: `${job.provider} did not finish the request in time, and it was taken back. Retry looks for its result once more before anything is sent again.`,
  }),
  notCollected: (fault: Fault): Fault => ({
    code: 'job.result-not-collected',
    message: `The result could not be brought in: ${fault.message} It was not sent again; the result is collected on the next start or retry.`,
    detail: { cause: fault.code },
  }),
  notHeldAnyMore: (job: Pick<Job, 'provider' | 'heldUntilMs'>, fault: Fault): Fault => ({
    code: 'provider.result-gone',
    message: `${job.provider} held the result until ${dayOf(job.heldUntilMs)}, and it could not be brought in by then: ${fault.message} It counts as spent. Retry makes it again at its price.`,
    detail: { cause: fault.code },
  }),
  heldBack: (provider: string, fault: Fault): Fault => ({
    code: 'money.price-rose',
    message: `Not sent: held back with the rest of its batch, because a price at ${provider} rose. ${fault.message}`,
  }),
  notStored: (fault: Fault): Fault => ({
    code: 'job.result-not-stored',
    message: `The result arrived but could not be stored: ${fault.message} It was not sent again; the result is collected on the next start or retry.`,
    detail: { cause: fault.code },
  }),
  stoodIn: (because: Fault, provider: string | null): Fault => ({
    code: standInFault,
    message:
      provider === null
        ? `${because.message} It is not asked for there now; what the shot has stays.`
        : `${because.message} ${provider} was asked in its place.`,
    detail: { cause: because.code },
  }),
  waitsForConsent: (provider: string): Fault => ({
    code: 'job.waits-for-consent',
    message: `Not sent: ${provider} has been out of reach for too long. Nothing was charged. It is sent once you confirm its price.`,
  }),
  closing: (): Fault => ({
    code: 'job.studio-closing',
    message: 'The studio is closing; the job goes on at the next start.',
  }),
  moved: (): Fault => ({ code: 'job.moved', message: 'The job was cancelled before it was sent.' }),
};

/** The day in UTC; a person needs no more of it. */
function dayOf(atMs: number | null): string {
  return atMs === null ? 'an earlier day' : new Date(atMs).toISOString().slice(0, 10);
}

/** Faults of a job whose result is brought in by the next start. */
export const collectableFaults = ['job.result-not-collected', 'job.result-not-stored'] as const;

/** Set aside with the result perhaps still at the provider: goes on with fetching, never with another submit. */
export function isCollectable(job: Pick<Job, 'state' | 'handle' | 'faultCode'>): boolean {
  if (job.handle === null || job.faultCode === null) return false;
  if (job.state === 'expired') return job.faultCode === 'job.deadline-passed';
  return job.state === 'failed' && (collectableFaults as readonly string[]).includes(job.faultCode);
}

const outsideCauses = [
  'money.',
  'library.',
  'provider.key-',
  'provider.no-balance',
  'provider.unreachable',
  'provider.rate-limited',
  standInFault,
];

/**
 * Failed for a reason outside the request itself (budget, key, disk, network) and surely free of charge: asking for the
 * shot again sends it. A request that the provider refused for what it says is only sent again by an explicit retry.
 */
export function isResendable(job: Pick<Job, 'state' | 'costUsdMicros' | 'submits' | 'faultCode'>): boolean {
  if (job.costUsdMicros !== 0) return false;
  if (job.state === 'cancelled') return true;
  if (job.state === 'failed' && job.submits === 0) return true;
  return job.state === 'failed' && outsideCauses.some((prefix) => job.faultCode?.startsWith(prefix) === true);
}
