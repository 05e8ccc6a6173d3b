import type { Clock } from '../../core/ports/clock.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'OpenRouter',
  keysAt: 'openrouter.ai/settings/keys',
  variable: 'OPENROUTER_API_KEY',
  billingAt: 'openrouter.ai/settings/credits',
});

export interface OpenRouterTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer. */
  readonly submitMs: number;
  readonly askMs: number;
  /** Longest silence within a download. */
  readonly stallMs: number;
}

export const defaultTimeouts: OpenRouterTimeouts = {
  connectMs: 15_000,
  submitMs: 90_000,
  askMs: 30_000,
  stallMs: 60_000,
};

export interface OpenRouterAccess {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of openrouter.ai. */
  readonly origin: URL | null;
  readonly timeouts: OpenRouterTimeouts;
}

/** The only host that ever sees the key. */
export const openRouterHost = 'openrouter.ai';

export interface OpenRouterQuestion {
  readonly method: 'GET' | 'POST';
  /** Below the version: "videos". */
  readonly path: string;
  readonly json?: unknown;
  readonly beforeFirstByte?: () => void;
  readonly answerTimeoutMs?: number;
  readonly signal?: AbortSignal;
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
  const body = question.json === undefined ? undefined : Buffer.from(JSON.stringify(question.json));
  return ok(
    await sendOnce({
      method: question.method,
      url: new URL(`/api/v1/${question.path}`, access.origin ?? `https://${openRouterHost}`),
      headers: {
        authorization: `Bearer ${key.value}`,
        accept: 'application/json',
        'user-agent': 'reelwright',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
      connectTimeoutMs: access.timeouts.connectMs,
      answerTimeoutMs: question.answerTimeoutMs ?? access.timeouts.askMs,
    }),
  );
}

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkOpenRouterKey(key: string): Result<string> {
  const trimmed = key.trim();
  if (trimmed === '') return { ok: false, fault: say.keyMissing() };
  return /^[\x21-\x7e]{1,400}$/.test(trimmed) ? ok(trimmed) : { ok: false, fault: say.keyOdd() };
}
