import { ok, type Result } from '../../domain/kernel/result.ts';
import {
  askOnce,
  checkKeyWord,
  type ProviderQuestion,
  type ProviderTimeouts,
} from '../../net/ask-provider.ts';
import type { ProviderAccess } from '../../net/provider-access.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'OpenRouter',
  keysAt: 'openrouter.ai/settings/keys',
  variable: 'OPENROUTER_API_KEY',
  billingAt: 'openrouter.ai/settings/credits',
});

export const defaultTimeouts: ProviderTimeouts = {
  connectMs: 15_000,
  submitMs: 90_000,
  askMs: 30_000,
  stallMs: 60_000,
};

export type OpenRouterAccess = ProviderAccess<ProviderTimeouts>;

/** The only host that ever sees the key. */
export const openRouterHost = 'openrouter.ai';

export interface OpenRouterQuestion extends ProviderQuestion {
  /** Below the version: "videos". */
  readonly path: string;
}

/**
 * Asks OpenRouter once, over our own line. Its client is not used for it: it throws for an accepted request whose answer is not
 * just as its schema has it, and so could not tell a refusal from a request that was taken.
 */
export async function askOpenRouter(
  access: OpenRouterAccess,
  question: OpenRouterQuestion,
): Promise<Result<SingleShotOutcome>> {
  const key = checkOpenRouterKey((await access.key()) ?? '');
  if (!key.ok) return key;
  const url = new URL(`/api/v1/${question.path}`, access.origin ?? `https://${openRouterHost}`);
  return ok(await askOnce(url, { authorization: `Bearer ${key.value}` }, question, access.timeouts));
}

export function checkOpenRouterKey(key: string): Result<string> {
  return checkKeyWord(key, say);
}
