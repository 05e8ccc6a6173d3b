import type { Clock } from '../../core/ports/clock.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { allowAddress } from '../../net/allow-address.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';

export const say = createProviderSentences({
  name: 'Replicate',
  keysAt: 'replicate.com/account/api-tokens',
  variable: 'REPLICATE_API_TOKEN',
  billingAt: 'replicate.com/account/billing',
});

export interface ReplicateTimeouts {
  readonly connectMs: number;
  readonly submitMs: number;
  readonly askMs: number;
  /** Longest silence within a download. */
  readonly stallMs: number;
}

export const defaultTimeouts: ReplicateTimeouts = {
  connectMs: 15_000,
  submitMs: 60_000,
  askMs: 30_000,
  stallMs: 30_000,
};

export interface ReplicateAccess {
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of every host of Replicate. */
  readonly origin: URL | null;
  readonly timeouts: ReplicateTimeouts;
}

export interface ReplicateQuestion {
  readonly method: 'GET' | 'POST';
  /** Below api.replicate.com: "/v1/predictions". */
  readonly path: string;
  readonly body?: { readonly bytes: Uint8Array; readonly type: string };
  readonly beforeFirstByte?: () => void;
  readonly answerTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

const home = 'https://api.replicate.com';
/** Where results lie. Exact names, and never sent the key. */
const stores: readonly string[] = [
  'replicate.delivery',
  'pbxt.replicate.delivery',
  'tjzk.replicate.delivery',
];
/** A page of a hundred predictions, each with its input, its output and its log. */
const mostAnswerBytes = 32 * 1024 * 1024;

/**
 * Asks Replicate's interface once, over our own line. Not over the vendor's client: it sends a request again up to six
 * times on 429 and on whatever its fetch throws, a lost answer too, and no setting of it turns that off.
 */
export async function askReplicate(
  access: ReplicateAccess,
  question: ReplicateQuestion,
): Promise<Result<SingleShotOutcome>> {
  const key = checkReplicateKey((await access.key()) ?? '');
  if (!key.ok) return key;
  return ok(
    await sendOnce({
      method: question.method,
      url: new URL(question.path, access.origin ?? home),
      headers: {
        authorization: `Bearer ${key.value}`,
        accept: 'application/json',
        'user-agent': 'reelwright',
        ...(question.body === undefined ? {} : { 'content-type': question.body.type }),
      },
      ...(question.body === undefined ? {} : { body: question.body.bytes }),
      ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
      connectTimeoutMs: access.timeouts.connectMs,
      answerTimeoutMs: question.answerTimeoutMs ?? access.timeouts.askMs,
      mostBytes: mostAnswerBytes,
    }),
  );
}

/** An address that a result may be fetched from, without the key. */
export function mediaAddress(access: ReplicateAccess, address: string): Result<URL> {
  const url = allowAddress(address, access.origin, ({ hostname }) => stores.includes(hostname));
  return url === null ? { ok: false, fault: say.addressRefused(address.slice(0, 120)) } : ok(url);
}

/** The path of a page of Replicate's own list; null for an address of anybody else. */
export function ownPath(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && url.origin === home ? `${url.pathname}${url.search}` : null;
}

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkReplicateKey(key: string): Result<string> {
  const trimmed = key.trim();
  if (trimmed === '') return { ok: false, fault: say.keyMissing() };
  return /^[\x21-\x7e]+$/.test(trimmed) ? ok(trimmed) : { ok: false, fault: say.keyOdd() };
}

/** No answer this time; what was asked for is as it was. */
export function unreachable(
  fault: Fault,
  afterMs: number | null = null,
): { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null } {
  return { kind: 'unreachable', fault, retryAfterMs: afterMs };
}
