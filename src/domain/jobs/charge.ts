import type { Job } from './job.ts';
import { remoteStates, reservingStates } from './transitions.ts';

/**
 * What became of the money of a job that was sent: set aside (`reserved`), paid (`charged`), nobody can say (`uncertain`:
 * it may have been billed and counts as if it were), or surely free of charge (`released`).
 */
export type ChargeState = 'reserved' | 'charged' | 'uncertain' | 'released';

/**
 * Where an amount is from: the price that was asked for, the provider's billable units at its price, its list of billing
 * events, or a figure in its answer.
 */
export type ChargeBasis = 'estimate' | 'billable-units' | 'billing-event' | 'provider';

/** A line of the ledger. It is the job's money and outlives the job's project. */
export interface Charge {
  readonly jobId: string;
  readonly projectId: string;
  /** As it was called when the line was last written. */
  readonly projectTitle: string;
  readonly provider: string;
  readonly model: string;
  readonly kind: string;
  /** Of the submit, in UTC: "2026-11". */
  readonly month: string;
  readonly state: ChargeState;
  readonly amountUsdMicros: number;
  readonly basis: ChargeBasis;
  readonly sentAtMs: number;
  readonly settledAtMs: number | null;
  /** The device that asked for it; null where that is not known any more. */
  readonly deviceId: string | null;
}

/** The part of a line that follows from the job alone. */
export type ChargeOfJob = Omit<Charge, 'projectTitle'>;

/**
 * The line of a job as it stands, or null for what never cost anything: free providers, and what was never sent. A pure
 * function of the row, so that the ledger and the jobs cannot tell two stories.
 */
export function chargeOfJob(job: Job): ChargeOfJob | null {
  const { estimateUsdMicros, costUsdMicros, submits, request } = job;
  const maySpend = submits > 0 || (reservingStates as readonly string[]).includes(job.state);
  if (!maySpend && (costUsdMicros ?? 0) === 0) return null;
  if (estimateUsdMicros === 0 && (costUsdMicros ?? 0) === 0) return null;
  const sentAtMs = job.sentAtMs ?? job.finishedAtMs ?? job.createdAtMs;
  const state = stateOf(job);
  return {
    jobId: job.id,
    projectId: job.projectId,
    provider: job.provider,
    model: request.model,
    kind: request.kind,
    month: monthOf(sentAtMs),
    state,
    amountUsdMicros: state === 'released' ? 0 : (costUsdMicros ?? estimateUsdMicros),
    basis: costUsdMicros === null ? 'estimate' : 'provider',
    sentAtMs,
    settledAtMs: state === 'reserved' ? null : job.finishedAtMs,
    deviceId: job.deviceId,
  };
}

function stateOf({ state, costUsdMicros }: Job): ChargeState {
  if (costUsdMicros !== null) return costUsdMicros === 0 ? 'released' : 'charged';
  if ((remoteStates as readonly string[]).includes(state)) return 'reserved';
  switch (state) {
    case 'done':
      return 'charged';
    case 'queued':
    case 'draft':
      // Back in the queue: the try before it surely did not begin.
      return 'released';
    default:
      return 'uncertain';
  }
}

/** The calendar month of a time in UTC, as providers bill: "2026-11". */
export function monthOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/** When the month after it begins: what a monthly limit waits for. */
export function monthEndMs(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number, 1);
}
