import { ok, type Result } from '../../domain/kernel/result.ts';
import { type AskTimeouts, askOnce, type ProviderQuestion } from '../../net/ask-provider.ts';
import type { ProviderAccess } from '../../net/provider-access.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { parseCloudflareKey } from './cloudflare-key.ts';

export const defaultTimeouts: AskTimeouts = { connectMs: 15_000, submitMs: 180_000, askMs: 30_000 };

export type CloudflareClient = ProviderAccess;

export interface CloudflareQuestion extends ProviderQuestion {
  /** Below the account: "ai/run/@cf/…". */
  readonly path: string;
}

/** Pictures of a few megapixels, in base64. */
const mostAnswerBytes = 64 * 1024 * 1024;

/**
 * Asks Cloudflare's interface once, over our own line: there is no client of Cloudflare's here, and a chargeable request
 * may go out only once. Its host is the only one that ever sees the token; no answer names an address.
 */
export async function askCloudflare(
  client: CloudflareClient,
  question: CloudflareQuestion,
): Promise<Result<SingleShotOutcome>> {
  const key = parseCloudflareKey((await client.key()) ?? '');
  if (!key.ok) return key;
  const { accountId, token } = key.value;
  const path = `/client/v4/accounts/${accountId}/${question.path}`;
  const url = new URL(path, client.origin ?? 'https://api.cloudflare.com');
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json, image/*' };
  return ok(await askOnce(url, headers, { ...question, mostBytes: mostAnswerBytes }, client.timeouts));
}
