import type { Fault } from '../../domain/kernel/result.ts';
import { inOneLine, isRecord, jsonOf, textOf } from '../../net/read-answer.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { say } from './openrouter-access.ts';

export type OpenRouterAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** OpenRouter's own words in one line, or those of the provider behind it: `{error: {code, message, metadata: {raw}}}`. */
export function openRouterWords({ body, status }: Pick<OpenRouterAnswer, 'body' | 'status'>): string {
  const error = jsonOf(body)?.['error'];
  const words = isRecord(error) ? textOf(error['message']) : textOf(error);
  return words === null ? `HTTP ${status}` : inOneLine(words);
}

export function speaksOfContent(words: string): boolean {
  return /moderation|safety|flagged|sensitive|content policy|prohibited|usage guidelines/i.test(words);
}

/** What a 4xx answer means, with what to do about it. A 403 is OpenRouter's moderation as often as the key. */
export function refusalFault(answer: OpenRouterAnswer): Fault {
  const words = openRouterWords(answer);
  const { status } = answer;
  const detail = { status };
  if (status === 402) return say.noBalance(words, detail);
  if (status === 401) return say.keyRefused(words, detail);
  if (speaksOfContent(words)) return say.contentRefused(words, detail);
  if (status === 403) {
    return /limit|credit|balance/i.test(words) ? say.noBalance(words, detail) : say.keyRefused(words, detail);
  }
  if (status === 404 || status === 410 || /not a valid model|no endpoints found/i.test(words)) {
    return say.modelGone(words, detail);
  }
  return say.requestRefused(words, detail);
}
