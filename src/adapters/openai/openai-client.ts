import type OpenAI from 'openai';
import type { Clock } from '../../core/ports/clock.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { createFetchOnce } from '../../net/fetch-once.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'OpenAI',
  keysAt: 'platform.openai.com/api-keys',
  variable: 'OPENAI_API_KEY',
  billingAt: 'platform.openai.com/settings/organization/billing',
});

export interface OpenAiTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer, in which the picture is made. */
  readonly submitMs: number;
  readonly askMs: number;
}

export const defaultTimeouts: OpenAiTimeouts = { connectMs: 15_000, submitMs: 300_000, askMs: 30_000 };

export interface OpenAiAccess {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of api.openai.com. */
  readonly origin: URL | null;
  readonly timeouts: OpenAiTimeouts;
}

const home = 'https://api.openai.com';

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkOpenAiKey(key: string): Result<string> {
  const trimmed = key.trim();
  if (trimmed === '') return { ok: false, fault: say.keyMissing() };
  return /^[\x21-\x7e]+$/.test(trimmed) ? ok(trimmed) : { ok: false, fault: say.keyOdd() };
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
  return ok(
    await sendOnce({
      method: 'GET',
      url: new URL(path, access.origin ?? home),
      headers: {
        authorization: `Bearer ${key.value}`,
        accept: 'application/json',
        'user-agent': 'reelwright',
      },
      ...(signal === undefined ? {} : { signal }),
      connectTimeoutMs: access.timeouts.connectMs,
      answerTimeoutMs: access.timeouts.askMs,
    }),
  );
}
