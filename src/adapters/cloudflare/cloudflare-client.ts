import type { Clock } from '../../core/ports/clock.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';
import { parseCloudflareKey } from './cloudflare-key.ts';

export interface CloudflareTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer, in which the picture is made. */
  readonly submitMs: number;
  readonly askMs: number;
}

export const defaultTimeouts: CloudflareTimeouts = { connectMs: 15_000, submitMs: 180_000, askMs: 30_000 };

export interface CloudflareClient {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of api.cloudflare.com. */
  readonly origin: URL | null;
  readonly timeouts: CloudflareTimeouts;
}

export interface CloudflareQuestion {
  readonly method: 'GET' | 'POST';
  /** Below the account: "ai/run/@cf/…". */
  readonly path: string;
  readonly body?: { readonly bytes: Uint8Array; readonly type: string };
  readonly beforeFirstByte?: () => void;
  readonly answerTimeoutMs?: number;
  readonly signal?: AbortSignal;
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
  return ok(
    await sendOnce({
      method: question.method,
      url: new URL(path, client.origin ?? 'https://api.cloudflare.com'),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json, image/*',
        'user-agent': 'reelwright',
        ...(question.body === undefined ? {} : { 'content-type': question.body.type }),
      },
      ...(question.body === undefined ? {} : { body: question.body.bytes }),
      ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
      connectTimeoutMs: client.timeouts.connectMs,
      answerTimeoutMs: question.answerTimeoutMs ?? client.timeouts.askMs,
      mostBytes: mostAnswerBytes,
    }),
  );
}
