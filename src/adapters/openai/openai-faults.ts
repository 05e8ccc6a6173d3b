import type { Fault } from '../../domain/kernel/result.ts';
import { inOneLine, isRecord, textOf } from '../../net/read-answer.ts';
import { say } from './openai-client.ts';

/** What OpenAI says of an error: `{error: {message, type, code, param}}`. */
export interface OpenAiError {
  readonly status: number;
  readonly code: string | null;
  /** Its own words in one line. */
  readonly words: string;
}

/** Reads the body of an answer that is no success; words are the status where there are none. */
export function readOpenAiError(status: number, body: unknown): OpenAiError {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : body;
  const found = isRecord(error) ? error : {};
  const words = textOf(found['message']);
  return {
    status,
    code: textOf(found['code']) ?? textOf(found['type']),
    // A wrong key is repeated in the message, mostly hidden; it is nobody's business here.
    words: words === null ? `HTTP ${status}` : inOneLine(words.replace(/\bsk-[\w*.-]+/g, 'sk-…')),
  };
}

const noBalanceCodes = ['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active'];
const contentCodes = ['moderation_blocked', 'content_policy_violation'];

/** A 429 that no waiting helps: the account has nothing left. */
export function isAccountUsedUp({ code, status }: OpenAiError): boolean {
  return status === 402 || (code !== null && noBalanceCodes.includes(code));
}

/** What a 4xx answer means, with what to do about it. */
export function refusalFault(error: OpenAiError): Fault {
  const { status, code, words } = error;
  const detail = { status, code };
  if (isAccountUsedUp(error)) return say.noBalance(words, detail);
  if (code !== null && contentCodes.includes(code)) return say.contentRefused(words, detail);
  if (code === 'model_not_found' || status === 404 || status === 410) return say.modelGone(words, detail);
  // New models want an organisation whose people have shown who they are.
  if (status === 403 && /verif/i.test(words)) return say.modelGone(words, detail);
  if (status === 401 || status === 403) return say.keyRefused(words, detail);
  return say.requestRefused(words, detail);
}
