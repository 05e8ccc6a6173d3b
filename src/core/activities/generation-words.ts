import { formatUsd } from '../../domain/jobs/money.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { NewNotice } from '../machine-state/notice-board.ts';
import type { GenerateProgress } from '../progress/generate-progress.ts';
import { plainOutcome, type RunOutcome } from './run-outcome.ts';

export interface GenerationEnd {
  readonly state: 'done' | 'failed';
  readonly message: string;
  /** Null where there was nothing to make, or the person who asked sees it anyway. */
  readonly notice: NewNotice | null;
}

/** How a run ended, in words: what was made, what went wrong and why, what to do. */
export function generationEnd(
  last: GenerateProgress | null,
  troubles: readonly string[],
  fault: Fault | null,
  outcome: RunOutcome = plainOutcome,
): GenerationEnd {
  const { done = 0, unknown = 0 } = last?.counts ?? {};
  const { cancelled, held, batchId } = outcome;
  // What a person took back, or is asked about, has not failed.
  const failed = Math.max(0, (last?.counts.failed ?? 0) - cancelled - held);
  const all = done + failed + unknown + cancelled + held;
  const made = madeWords(done, all, last?.costUsdMicros ?? 0);
  if (fault !== null) {
    const message = `${fault.message} ${made}`;
    return { state: 'failed', message, notice: { level: 'problem', code: codeOf(fault), message, batchId } };
  }
  if (last === null || (last.total === 0 && all === 0)) {
    return {
      state: 'done',
      message: 'Every shot has its takes already. Nothing was made or sent.',
      notice: null,
    };
  }
  if (failed + unknown + held === 0) {
    const message = [made, ...cancelledWords(cancelled)].join(' ');
    return {
      state: 'done',
      message,
      notice: { level: 'info', code: 'generate.done', message, batchId },
    };
  }
  const message = [
    made,
    ...cancelledWords(cancelled),
    ...heldWords(held),
    troubleWords(failed, unknown, held > 0 && failed + unknown === 0 ? [] : troubles),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  const code = failed + unknown === 0 ? 'queue.confirm' : codeOfMost(outcome.codes);
  return { state: 'failed', message, notice: { level: 'warning', code, message, batchId } };
}

function codeOf({ code }: Fault): string {
  return code.startsWith('provider.') ? code : 'generate.failed';
}

/** What only the person can put right (key, balance, limit) is said by its own code, so that a window can offer the way there. */
function codeOfMost(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [most = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return /^(provider\.(key-|no-balance|unreachable)|money\.)/.test(most) ? most : 'generate.failed';
}

/** "58 of 60 takes were made for $12.40." The whole is said where not all of it was made. */
function madeWords(done: number, all: number, costUsdMicros: number): string {
  const takes =
    done === 0
      ? 'No take was made'
      : done < all
        ? `${done} of ${all} takes ${done === 1 ? 'was' : 'were'} made`
        : `${done} ${done === 1 ? 'take was' : 'takes were'} made`;
  return costUsdMicros > 0 ? `${takes} for ${formatUsd(costUsdMicros)}.` : `${takes}.`;
}

function cancelledWords(cancelled: number): string[] {
  return cancelled === 0 ? [] : [`${cancelled} ${cancelled === 1 ? 'was' : 'were'} cancelled.`];
}

function heldWords(held: number): string[] {
  if (held === 0) return [];
  return [
    held === 1
      ? '1 waits until you confirm its price, for its provider was out of reach.'
      : `${held} wait until you confirm their prices, for their provider was out of reach.`,
  ];
}

/** The counts, and the most frequent reason: the rest is on the shots themselves. */
function troubleWords(failed: number, unknown: number, troubles: readonly string[]): string {
  const words: string[] = [];
  if (failed > 0) words.push(`${failed} ${failed === 1 ? 'request' : 'requests'} failed.`);
  if (unknown > 0) {
    words.push(
      `${unknown} may have been billed without a result and ${unknown === 1 ? 'is' : 'are'} not sent again by itself.`,
    );
  }
  const reasons = new Map<string, number>();
  for (const trouble of troubles) {
    const reason = trouble.replace(/^Shot [^:]*: /, '');
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const [first] = [...reasons].sort(([, a], [, b]) => b - a);
  if (first !== undefined) words.push(`${reasons.size > 1 ? 'Most often: ' : ''}${first[0]}`);
  return words.join(' ');
}
