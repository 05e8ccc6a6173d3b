import type { Fault, Result } from '../../domain/kernel/result.ts';

/** What was asked: `submit` starts something; the others are free. */
export type QuestionKind = 'submit' | 'poll' | 'fetch' | 'cancel' | 'look-up' | 'check';

/** How long answers took, milliseconds. */
export interface Timings {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
}

/** The last hour with a provider, as this process saw it. */
export interface HealthFigures {
  readonly asked: number;
  readonly failed: number;
  /** failed / asked; null while nothing was asked. */
  readonly errorRate: number | null;
  /** Of what is answered at once: polls, look-ups, cancels and checks. */
  readonly answers: Timings;
  /** From the first byte of a submit to its answer; with a provider that answers with the result itself, the whole work. */
  readonly submits: Timings;
  readonly lastGoodAtMs: number | null;
  readonly lastFailure: { readonly atMs: number; readonly code: string; readonly message: string } | null;
  readonly lastCheck: {
    readonly atMs: number;
    readonly ok: boolean;
    readonly answeredInMs: number | null;
  } | null;
}

export interface HealthRecord {
  note(kind: QuestionKind, atMs: number, tookMs: number, fault: Fault | null): void;
  noteCheck(atMs: number, result: Result<{ readonly answeredInMs: number }>): void;
  figures(nowMs: number): HealthFigures;
}

interface Sample {
  readonly kind: QuestionKind;
  readonly atMs: number;
  readonly tookMs: number;
  readonly good: boolean;
}

const hourMs = 3_600_000;
/** Forty requests polled every two seconds for an hour are 72,000 answers: the newest tell enough. */
const mostSamples = 5_000;
const quick: ReadonlySet<QuestionKind> = new Set(['poll', 'cancel', 'look-up', 'check']);

export function createHealthRecord(): HealthRecord {
  let samples: Sample[] = [];
  let lastGoodAtMs: number | null = null;
  let lastFailure: HealthFigures['lastFailure'] = null;
  let lastCheck: HealthFigures['lastCheck'] = null;
  return {
    note(kind, atMs, tookMs, fault) {
      samples.push({ kind, atMs, tookMs, good: fault === null });
      // Cut now and then, not with every answer.
      if (samples.length > 2 * mostSamples) samples = samples.slice(-mostSamples);
      if (fault === null) lastGoodAtMs = atMs;
      else lastFailure = { atMs, code: fault.code, message: fault.message };
    },
    noteCheck(atMs, result) {
      lastCheck = { atMs, ok: result.ok, answeredInMs: result.ok ? result.value.answeredInMs : null };
    },
    figures(nowMs) {
      samples = samples.filter(({ atMs }) => nowMs - atMs < hourMs);
      const failed = samples.filter(({ good }) => !good).length;
      return {
        asked: samples.length,
        failed,
        errorRate: samples.length === 0 ? null : failed / samples.length,
        answers: timingsOf(samples.filter(({ kind, good }) => good && quick.has(kind))),
        submits: timingsOf(samples.filter(({ kind, good }) => good && kind === 'submit')),
        lastGoodAtMs,
        lastFailure,
        lastCheck,
      };
    },
  };
}

function timingsOf(samples: readonly Sample[]): Timings {
  const sorted = samples.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const at = (share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
