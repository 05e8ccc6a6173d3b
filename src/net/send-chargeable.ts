import type { Fault, Result } from '../domain/kernel/result.ts';
import type { ProviderQuestion } from './ask-provider.ts';
import type { ProviderSentences } from './provider-sentences.ts';
import { meaningOfStatus, retryAfterMs } from './read-answer.ts';
import type { SingleShotOutcome } from './send-once.ts';
import {
  type Ambiguous,
  ambiguous,
  type NotSent,
  notSent,
  type Refused,
  refused,
  watchFirstByte,
} from './submit-outcomes.ts';

/** An answer that came whole. */
export type ProviderAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** How a provider's answers to a submit are read; `A` is what is read of an answer. */
export interface AnswerReading<A> {
  readonly say: Pick<ProviderSentences, 'notReached' | 'broken' | 'rateLimited' | 'unclear'>;
  /** Its own words of an answer that is no success, in one line. */
  readonly wordsOf: (answer: A) => string;
  /** What a 4xx means, with what to do about it. */
  readonly refusalOf: (answer: A) => Fault;
  /** A 429 that no waiting helps: the account, or its share of the day, is used up. */
  readonly isUsedUp?: (answer: A) => boolean;
  /** After how long the same may be sent again, where the answer says so. */
  readonly waitMsOf: (answer: A, nowMs: number) => number | null;
}

/** How long a provider asks to wait that says so in the header alone. */
export function waitByHeader({ headers }: ProviderAnswer, nowMs: number): number | null {
  return retryAfterMs(headers['retry-after'], nowMs);
}

/**
 * What an answer to a chargeable request means where it is none of a result; null where it is. Only a rate surely did not
 * begin; a 4xx is a refusal; everything else may follow acceptance.
 */
export function meaningWithoutResult<A>(
  status: number,
  answer: A,
  reading: AnswerReading<A>,
  nowMs: number,
): Refused | NotSent | Ambiguous | null {
  switch (meaningOfStatus(status)) {
    case 'taken':
      return null;
    case 'too-many':
      if (reading.isUsedUp?.(answer) === true) return refused(reading.refusalOf(answer));
      return notSent(reading.say.rateLimited(), reading.waitMsOf(answer, nowMs));
    case 'refused':
      return refused(reading.refusalOf(answer));
    case 'unclear':
      return ambiguous(reading.say.unclear(reading.wordsOf(answer)));
  }
}

/** One request that may cost, as its caller gives it. */
export interface Chargeable {
  /** Asks the provider once with these. */
  readonly ask: (
    question: Required<Pick<ProviderQuestion, 'beforeFirstByte' | 'signal'>>,
  ) => Promise<Result<SingleShotOutcome>>;
  /** The caller's own step before the first byte; it throws to hold the request back. */
  readonly beforeFirstByte: () => void;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  /** Bytes may leave now. */
  readonly begun?: () => void;
}

/**
 * Sends a chargeable request once. Only a request of which no byte left, and a rate, surely did not begin. `taken` reads a
 * good answer.
 */
export async function sendChargeable<T>(
  { ask, beforeFirstByte, signal, nowMs, begun }: Chargeable,
  reading: AnswerReading<ProviderAnswer>,
  taken: (answer: ProviderAnswer) => T | Promise<T>,
): Promise<T | Refused | NotSent | Ambiguous> {
  const line = watchFirstByte(beforeFirstByte, begun);
  const asked = await ask({ beforeFirstByte: line.before, signal });
  if (!asked.ok) return refused(asked.fault);
  if (line.heldBack !== null) return line.heldBack;
  const answer = asked.value;
  if (answer.kind === 'not-sent') return notSent(reading.say.notReached(answer.cause.message));
  if (answer.kind === 'broken') return ambiguous(reading.say.broken(answer.cause.message));
  return meaningWithoutResult(answer.status, answer, reading, nowMs()) ?? taken(answer);
}
