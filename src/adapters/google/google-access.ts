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
  name: 'Google',
  keysAt: 'aistudio.google.com/apikey',
  variable: 'GEMINI_API_KEY',
  billingAt: 'aistudio.google.com/usage',
});

export const defaultTimeouts: ProviderTimeouts = {
  connectMs: 15_000,
  submitMs: 300_000,
  askMs: 30_000,
  stallMs: 30_000,
};

export type GoogleAccess = ProviderAccess<ProviderTimeouts>;

/** The only host that ever sees the key. */
export const googleHost = 'generativelanguage.googleapis.com';

export interface GoogleQuestion extends ProviderQuestion {
  /** Below the version: "models/veo-3.1-generate-preview:predictLongRunning". */
  readonly path: string;
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
  const url = new URL(`/v1beta/${question.path}`, access.origin ?? `https://${googleHost}`);
  const headers = { 'x-goog-api-key': key.value };
  return ok(await askOnce(url, headers, { ...question, mostBytes: mostAnswerBytes }, access.timeouts));
}

export function checkGoogleKey(key: string): Result<string> {
  return checkKeyWord(key, say);
}
