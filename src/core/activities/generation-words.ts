import { formatUsd } from '../../domain/jobs/money.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { NewNotice } from '../machine-state/notice-board.ts';
import type { GenerateProgress } from '../pipeline/shots-to-jobs/generate-project.ts';

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
  faultCodes: readonly string[] = [],
): GenerationEnd {
  const { done = 0, failed = 0, unknown = 0 } = last?.counts ?? {};
  const made = madeWords(done, last?.costUsdMicros ?? 0);
  if (fault !== null) {
    const message = `${fault.message} ${made}`;
    return { state: 'failed', message, notice: { level: 'problem', code: codeOf(fault), message } };
  }
  if (last === null || (last.total === 0 && failed + unknown === 0)) {
    return {
      state: 'done',
      message: 'Every shot has its takes already. Nothing was made or sent.',
      notice: null,
    };
  }
  if (failed + unknown === 0) {
    return { state: 'done', message: made, notice: { level: 'info', code: 'generate.done', message: made } };
  }
  const message = `${made} ${troubleWords(failed, unknown, troubles)}`;
  return { state: 'failed', message, notice: { level: 'warning', code: codeOfMost(faultCodes), message } };
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

function madeWords(done: number, costUsdMicros: number): string {
  const takes = done === 0 ? 'No take was made' : `${done} ${done === 1 ? 'take was' : 'takes were'} made`;
  return costUsdMicros > 0 ? `${takes} for ${formatUsd(costUsdMicros)}.` : `${takes}.`;
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
