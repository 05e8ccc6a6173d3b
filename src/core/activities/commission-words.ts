import type { Commission } from '../../contract/commissions.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { CommissionProgress } from '../pipeline/commission-to-jobs/run-commission.ts';
import { type GenerationEnd, generationEnd } from './generation-words.ts';
import type { RunOutcome } from './run-outcome.ts';

export interface CommissionOutcome {
  readonly what: Commission['what'];
  readonly last: CommissionProgress | null;
  readonly troubles: readonly string[];
  /** What was done with the results, in sentences. */
  readonly did: readonly string[];
  readonly fault: Fault | null;
  readonly outcome: RunOutcome;
}

/** How a commission ended, in words: what was made, what was done with it, what went wrong and why. */
export function commissionEnd({
  what,
  last,
  troubles,
  did,
  fault,
  outcome,
}: CommissionOutcome): GenerationEnd {
  const deeds = [...new Set(did)].join(' ');
  if (fault === null && last?.total === 0) {
    const nothing = 'What was asked for is there already. Nothing was made or sent.';
    return { state: 'done', message: deeds === '' ? nothing : deeds, notice: null };
  }
  const end = generationEnd(last, troubles, fault, outcome);
  if (deeds === '') return end;
  // What is heard is no take.
  const isHeard = what === 'transcribe' && end.state === 'done';
  const made = isHeard ? `Heard for ${formatUsd(last?.costUsdMicros ?? 0)}.` : end.message;
  const message = `${made} ${deeds}`;
  return { ...end, message, notice: end.notice === null ? null : { ...end.notice, message } };
}
