import type OpenAI from 'openai';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type AskTimeouts, askOnce, checkKeyWord } from '../../net/ask-provider.ts';
import { createFetchOnce } from '../../net/fetch-once.ts';
import type { ProviderAccess } from '../../net/provider-access.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'OpenAI',
  keysAt: 'platform.openai.com/api-keys',
  variable: 'OPENAI_API_KEY',
  billingAt: 'platform.openai.com/settings/organization/billing',
});

export const defaultTimeouts: AskTimeouts = { connectMs: 15_000, submitMs: 300_000, askMs: 30_000 };

export type OpenAiAccess = ProviderAccess;

const home = 'https://api.openai.com';

export function checkOpenAiKey(key: string): Result<string> {
  return checkKeyWord(key, say);
}

/**
 * The vendor's own client, for one chargeable request: its retries are off, its fetch is ours and sends at most once, and
 * its settings from the environment (another address, another organisation, a log) are not taken. It is loaded when it is
 * first needed.
 */
export async function openClient(
  access: OpenAiAccess,
  key: string,
  beforeFirstByte: () => void,
): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  const fetchOnce = createFetchOnce({
    resolve(url) {
      if (url.origin !== home) throw new Error(`${url.origin} is not OpenAI`);
      return access.origin === null ? url : new URL(`${url.pathname}${url.search}`, access.origin);
    },
    beforeFirstByte,
    connectTimeoutMs: access.timeouts.connectMs,
    answerTimeoutMs: access.timeouts.submitMs,
  });
  return new Client({
    apiKey: key,
    baseURL: `${home}/v1`,
    organization: null,
    project: null,
    maxRetries: 0,
    // Ours is the shorter one, and knows what was sent.
    timeout: access.timeouts.connectMs + access.timeouts.submitMs + 60_000,
    logLevel: 'off',
    // With its Response at hand, the client does not try this fetch out on an address of its own before an upload.
    fetch: Object.assign(fetchOnce, { Response }),
  });
}

/** A question that costs nothing. */
export async function askOpenAi(
  access: OpenAiAccess,
  path: string,
  signal?: AbortSignal,
): Promise<Result<SingleShotOutcome>> {
  const key = checkOpenAiKey((await access.key()) ?? '');
  if (!key.ok) return key;
  const headers = { authorization: `Bearer ${key.value}` };
  const question = { method: 'GET', ...(signal === undefined ? {} : { signal }) } as const;
  return ok(await askOnce(new URL(path, access.origin ?? home), headers, question, access.timeouts));
}
