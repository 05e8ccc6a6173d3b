import type { Fault } from '../../domain/kernel/result.ts';
import { inOneLine, jsonOf, retryAfterMs, textOf } from '../../net/read-answer.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { say } from './replicate-client.ts';

export type ReplicateAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** Replicate's own words in one line: `{title, detail, status, type}`. */
export function replicateWords(answer: ReplicateAnswer): string {
  const body = jsonOf(answer.body);
  const words = textOf(body?.['detail']) ?? textOf(body?.['title']);
  return words === null ? `HTTP ${answer.status}` : inOneLine(words);
}

/** What a 4xx answer to a question of ours means, with what to do about it. */
export function refusalFault(answer: ReplicateAnswer): Fault {
  const words = replicateWords(answer);
  const { status } = answer;
  const detail = { status };
  if (status === 402) return say.noBalance(words, detail);
  if (status === 401 || status === 403) return say.keyRefused(words, detail);
  if (status === 404 || status === 410) return say.modelGone(words, detail);
  return isAboutContent(words) ? say.contentRefused(words, detail) : say.requestRefused(words, detail);
}

/** What a prediction that ended in an error says. */
export function endedFault(error: unknown): Fault {
  const words = inOneLine(textOf(error) ?? 'no reason was given');
  return isAboutContent(words) ? say.contentRefused(words) : say.generationFailed(words);
}

/** When to ask again: by the header, or by "Your rate limit resets in ~30s." */
export function waitOf(answer: ReplicateAnswer, nowMs: number): number | null {
  const byHeader = retryAfterMs(answer.headers['retry-after'], nowMs);
  if (byHeader !== null) return byHeader;
  const seconds = /resets in ~?(\d+)\s*s/.exec(replicateWords(answer))?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

function isAboutContent(words: string): boolean {
  return /nsfw|flagged as sensitive|content policy|content moderation|\bE005\b/i.test(words);
}
