import type { Fault } from '../../domain/kernel/result.ts';
import { inOneLine, isRecord, jsonOf, textOf } from '../../net/read-answer.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { say } from './cloudflare-key.ts';

export type CloudflareAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** Cloudflare's own number of an error, by its table; null where it names none. */
export function errorCode(answer: CloudflareAnswer): number | null {
  const code = firstError(answer)?.['code'];
  return typeof code === 'number' ? code : null;
}

/** Cloudflare's own words in one line: `{errors: [{code, message}]}`. */
export function cloudflareWords(answer: CloudflareAnswer): string {
  const words = textOf(firstError(answer)?.['message']);
  return words === null ? `HTTP ${answer.status}` : inOneLine(words.replace(/^AiError: /, ''));
}

/** The day's free allocation is used up. It comes as 429 like a rate, but no waiting of minutes helps. */
export function isAllocationUsedUp(answer: CloudflareAnswer): boolean {
  return errorCode(answer) === 3036;
}

/** What a 4xx answer means, with what to do about it. */
export function refusalFault(answer: CloudflareAnswer): Fault {
  const words = cloudflareWords(answer);
  const code = errorCode(answer);
  const { status } = answer;
  const detail = { status, code };
  if (isAllocationUsedUp(answer) || status === 402) return say.noBalance(words, detail);
  // 5016: terms not agreed to; 5018, 3041: not for this account.
  if (code === 5007 || code === 3042 || code === 5016 || code === 5018 || code === 3041) {
    return say.modelGone(words, detail);
  }
  if (status === 401 || status === 403 || code === 10000) return say.keyRefused(words, detail);
  if (code === 3030 || /nsfw|flagged|safety/i.test(words)) return say.contentRefused(words, detail);
  if (status === 404 || status === 410) return say.modelGone(words, detail);
  return say.requestRefused(words, detail);
}

function firstError({ body }: CloudflareAnswer): Readonly<Record<string, unknown>> | null {
  const errors = jsonOf(body)?.['errors'];
  return Array.isArray(errors) ? (errors.filter(isRecord)[0] ?? null) : null;
}
