import type { Clock } from '../../core/ports/clock.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';
import type { FalAddresses } from './fal-addresses.ts';

export interface FalTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer. */
  readonly submitMs: number;
  /** For polls, prices and the like. */
  readonly askMs: number;
  /** Longest silence within a download or upload. */
  readonly stallMs: number;
}

export const defaultTimeouts: FalTimeouts = {
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
  readonly timeouts: FalTimeouts;
}

export interface FalQuestion {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly address: string;
  readonly json?: unknown;
  readonly beforeFirstByte?: () => void;
  readonly answerTimeoutMs?: number;
  /** Longest answer that is read, where it is not JSON of the queue. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
}

/** Asks one of Fal's own hosts, with the key, once. An address of any other host is refused before anything is opened. */
export async function askFal(client: FalClient, question: FalQuestion): Promise<Result<SingleShotOutcome>> {
  const url = client.addresses.keyed(question.address);
  if (!url.ok) return url;
  const key = checkKey((await client.key()) ?? '');
  if (!key.ok) return key;
  const body = question.json === undefined ? undefined : Buffer.from(JSON.stringify(question.json));
  return ok(
    await sendOnce({
      method: question.method,
      url: url.value,
      headers: {
        authorization: `Key ${key.value}`,
        accept: 'application/json',
        'user-agent': 'reelwright',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
      ...(question.mostBytes === undefined ? {} : { mostBytes: question.mostBytes }),
      connectTimeoutMs: client.timeouts.connectMs,
      answerTimeoutMs: question.answerTimeoutMs ?? client.timeouts.askMs,
    }),
  );
}

/** A key as it may stand in a header: one word of printable ASCII. */
export function checkKey(key: string): Result<string> {
  const trimmed = key.trim();
  if (trimmed === '') {
    return fail(
      'provider.key-missing',
      'There is no key for Fal. Nothing was sent. Make one at fal.ai/dashboard/keys and put it into Settings, or into FAL_KEY before the studio starts.',
    );
  }
  if (/^[\x21-\x7e]+$/.test(trimmed)) return ok(trimmed);
  return fail(
    'provider.key-refused',
    'The key for Fal contains characters that no key has. Nothing was sent. Copy it again from fal.ai/dashboard/keys.',
  );
}

/** Nothing could be asked, because there is no key that can be used now. */
export function isKeyFault({ code }: Fault): boolean {
  return code === 'provider.key-missing' || code === 'provider.key-refused';
}
