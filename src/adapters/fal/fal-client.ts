import type { Clock } from '../../core/ports/clock.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import {
  askOnce,
  checkKeyWord,
  type ProviderQuestion,
  type ProviderTimeouts,
} from '../../net/ask-provider.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import type { FalAddresses } from './fal-addresses.ts';

const say = createProviderSentences({
  name: 'Fal',
  keysAt: 'fal.ai/dashboard/keys',
  variable: 'FAL_KEY',
  billingAt: 'fal.ai/dashboard/billing',
});

export const defaultTimeouts: ProviderTimeouts = {
  connectMs: 15_000,
  submitMs: 60_000,
  askMs: 30_000,
  stallMs: 30_000,
};

/** What the parts of the adapter share. */
export interface FalClient {
  /** The key as it is now, asked for with each request: a person may set or take it away at any time. */
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  readonly addresses: FalAddresses;
  readonly timeouts: ProviderTimeouts;
}

export interface FalQuestion extends ProviderQuestion {
  readonly address: string;
}

/** Asks one of Fal's own hosts, with the key, once. An address of any other host is refused before anything is opened. */
export async function askFal(client: FalClient, question: FalQuestion): Promise<Result<SingleShotOutcome>> {
  const url = client.addresses.keyed(question.address);
  if (!url.ok) return url;
  const key = checkKey((await client.key()) ?? '');
  if (!key.ok) return key;
  return ok(await askOnce(url.value, { authorization: `Key ${key.value}` }, question, client.timeouts));
}

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkKey(key: string): Result<string> {
  return checkKeyWord(key, say);
}

/** Nothing could be asked, because there is no key that can be used now. */
export function isKeyFault({ code }: Fault): boolean {
  return code === 'provider.key-missing' || code === 'provider.key-refused';
}
