import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { allowAddress } from '../../net/allow-address.ts';
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
  name: 'Replicate',
  keysAt: 'replicate.com/account/api-tokens',
  variable: 'REPLICATE_API_TOKEN',
  billingAt: 'replicate.com/account/billing',
});

export const defaultTimeouts: ProviderTimeouts = {
  connectMs: 15_000,
  submitMs: 60_000,
  askMs: 30_000,
  stallMs: 30_000,
};

export type ReplicateAccess = ProviderAccess<ProviderTimeouts>;

export interface ReplicateQuestion extends ProviderQuestion {
  /** Below api.replicate.com: "/v1/predictions". */
  readonly path: string;
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
  const url = new URL(question.path, access.origin ?? home);
  const headers = { authorization: `Bearer ${key.value}` };
  return ok(await askOnce(url, headers, { ...question, mostBytes: mostAnswerBytes }, access.timeouts));
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

export function checkReplicateKey(key: string): Result<string> {
  return checkKeyWord(key, say);
}

/** No answer this time; what was asked for is as it was. */
export function unreachable(
  fault: Fault,
  afterMs: number | null = null,
): { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null } {
  return { kind: 'unreachable', fault, retryAfterMs: afterMs };
}
