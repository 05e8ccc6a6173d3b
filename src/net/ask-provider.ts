import { ok, type Result } from '../domain/kernel/result.ts';
import type { ProviderSentences } from './provider-sentences.ts';
import { type SingleShotOutcome, type SingleShotRequest, sendOnce } from './send-once.ts';

export interface AskTimeouts {
  readonly connectMs: number;
  /** For a submit: from its first byte to the end of the answer, in which a picture may be made. */
  readonly submitMs: number;
  /** For polls, prices and the like. */
  readonly askMs: number;
}

/** Of a provider that results are fetched from, or carried to. */
export interface ProviderTimeouts extends AskTimeouts {
  /** Longest silence within a download or upload. */
  readonly stallMs: number;
}

/** One question to a provider, whatever it asks for. */
export interface ProviderQuestion {
  readonly method: SingleShotRequest['method'];
  readonly json?: unknown;
  /** In place of `json`. */
  readonly body?: { readonly bytes: Uint8Array; readonly type: string };
  readonly beforeFirstByte?: () => void;
  /** `askMs` without it. */
  readonly answerTimeoutMs?: number;
  /** Longest answer that is read. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
}

/** Asks once, over our own line; see {@link sendOnce}. `headers` hold the key: `url` must be of the provider's own host. */
export function askOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { method, json, body: given, ...question }: ProviderQuestion,
  timeouts: AskTimeouts,
): Promise<SingleShotOutcome> {
  const body =
    json === undefined ? given : { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json' };
  return sendOnce({
    method,
    url,
    headers: {
      accept: 'application/json',
      'user-agent': 'reelwright',
      ...headers,
      ...(body === undefined ? {} : { 'content-type': body.type }),
    },
    ...(body === undefined ? {} : { body: body.bytes }),
    ...(question.beforeFirstByte === undefined ? {} : { beforeFirstByte: question.beforeFirstByte }),
    ...(question.signal === undefined ? {} : { signal: question.signal }),
    ...(question.mostBytes === undefined ? {} : { mostBytes: question.mostBytes }),
    connectTimeoutMs: timeouts.connectMs,
    answerTimeoutMs: question.answerTimeoutMs ?? timeouts.askMs,
  });
}

/** A key as it may stand in a header, trimmed: one word of printable ASCII. */
export function checkKeyWord(
  key: string | null,
  sentences: Pick<ProviderSentences, 'keyMissing' | 'keyOdd'>,
): Result<string> {
  const trimmed = key?.trim() ?? '';
  if (trimmed === '') return { ok: false, fault: sentences.keyMissing() };
  return /^[\x21-\x7e]{1,400}$/.test(trimmed) ? ok(trimmed) : { ok: false, fault: sentences.keyOdd() };
}
