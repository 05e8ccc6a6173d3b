import type { Clock } from '../../core/ports/clock.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'Google',
  keysAt: 'aistudio.google.com/apikey',
  variable: 'GEMINI_API_KEY',
  billingAt: 'aistudio.google.com/usage',
});

export interface GoogleTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer, in which a picture is made. */
  readonly submitMs: number;
  readonly askMs: number;
  /** Longest silence within a download. */
  readonly stallMs: number;
}

export const defaultTimeouts: GoogleTimeouts = {
  connectMs: 15_000,
  submitMs: 300_000,
  askMs: 30_000,
  stallMs: 30_000,
};

export interface GoogleAccess {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of Google's. */
  readonly origin: URL | null;
  readonly timeouts: GoogleTimeouts;
}

/** The only host that ever sees the key. */
export const googleHost = 'generativelanguage.googleapis.com';

export interface GoogleQuestion {
  readonly method: 'GET' | 'POST';
  /** Below the version: "models/veo-3.1-generate-preview:predictLongRunning". */
  readonly path: string;
  readonly json?: unknown;
  readonly beforeFirstByte?: () => void;
  readonly answerTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** A picture of 4K in base64, with room. */
const mostAnswerBytes = 64 * 1024 * 1024;

/**
 * Asks the Gemini interface once, over our own line. Google's client is not used for it: it reads an answer of any length
 * into memory, and its errors keep neither Retry-After nor whether a byte had left.
 */
export async function askGoogle(
  access: GoogleAccess,
  question: GoogleQuestion,
): Promise<Result<SingleShotOutcome>> {
  const key = checkGoogleKey((await access.key()) ?? '');
  if (!key.ok) return key;
  const body = question.json === undefined ? undefined : Buffer.from(JSON.stringify(question.json));
  return ok(
    await sendOnce({
      method: question.method,
      url: new URL(`/v1beta/${question.path}`, access.origin ?? `https://${googleHost}`),
      headers: {
        'x-goog-api-key': key.value,
        accept: 'application/json',
        'user-agent': 'reelwright',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
      connectTimeoutMs: access.timeouts.connectMs,
      answerTimeoutMs: question.answerTimeoutMs ?? access.timeouts.askMs,
      mostBytes: mostAnswerBytes,
    }),
  );
}

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkGoogleKey(key: string): Result<string> {
  const trimmed = key.trim();
  if (trimmed === '') return { ok: false, fault: say.keyMissing() };
  return /^[\x21-\x7e]{1,400}$/.test(trimmed) ? ok(trimmed) : { ok: false, fault: say.keyOdd() };
}
