import type { Fault } from '../../domain/kernel/result.ts';
import { inOneLine, isRecord, jsonOf, textOf } from '../../net/read-answer.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { say } from './google-access.ts';

export type GoogleAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** Google's own words in one line: `{error: {code, message, status, details}}`. */
export function googleWords({ body, status }: Pick<GoogleAnswer, 'body' | 'status'>): string {
  const error = jsonOf(body)?.['error'];
  const words = isRecord(error) ? textOf(error['message']) : null;
  return words === null ? `HTTP ${status}` : inOneLine(words);
}

/** The quota of a day or of a plan is used up, or there is none: it comes as 429 like a rate, but minutes do not help. */
export function isQuotaUsedUp({ body }: Pick<GoogleAnswer, 'body'>): boolean {
  const error = jsonOf(body)?.['error'];
  if (!isRecord(error)) return false;
  // The words of every 429 speak of plan and billing; the quota's own name tells which it was.
  return /PerDay|limit: 0\b|prepay|depleted|spending cap/i.test(JSON.stringify(error));
}

/** When a rate lets requests through again: `retryDelay` of the details ("34s"); null where Google does not say. */
export function retryDelayMs({ body }: Pick<GoogleAnswer, 'body'>): number | null {
  const seconds = /"retryDelay"\s*:\s*"(\d{1,6}(?:\.\d+)?)s"/.exec(body.toString('utf8'))?.[1];
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000);
}

/** What a 4xx answer means, with what to do about it. A wrong key comes as 400 with the reason API_KEY_INVALID. */
export function refusalFault(answer: GoogleAnswer): Fault {
  const words = googleWords(answer);
  const { status } = answer;
  const detail = { status };
  if (
    /API_KEY_(?:INVALID|SERVICE_BLOCKED|HTTP_REFERRER_BLOCKED)|API key (?:not valid|expired)/i.test(
      answer.body.toString('utf8'),
    )
  ) {
    return say.keyRefused(words, detail);
  }
  if (status === 401 || status === 403) return say.keyRefused(words, detail);
  if (status === 429 || status === 402 || /billed users|billing|prepay|depleted/i.test(words)) {
    return say.noBalance(words, detail);
  }
  if (status === 404 || status === 410) return say.modelGone(words, detail);
  if (/safety|sensitive|prohibited|responsible ai|usage guidelines/i.test(words)) {
    return say.contentRefused(words, detail);
  }
  return say.requestRefused(words, detail);
}
