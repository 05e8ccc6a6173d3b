import type { Clock } from '../../core/ports/clock.ts';
import type { TokenSource } from '../../core/ports/sync-service.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { deviceName } from '../../net/device-name.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { sendOnce } from '../../net/send-once.ts';
import { packedJson, unpackedBytes } from './packed-bodies.ts';
import { faultOfAnswer, lineFaults } from './sync-faults.ts';

export interface ServiceTimeouts {
  readonly connectMs: number;
  /** From the first byte of a request to the last of its answer. */
  readonly answerMs: number;
  /** Longest silence of the live stream: the service says something at least twice in it. */
  readonly silenceMs: number;
}

export const defaultTimeouts: ServiceTimeouts = { connectMs: 10_000, answerMs: 60_000, silenceMs: 60_000 };

export interface ServiceLine {
  readonly origin: URL;
  readonly token: TokenSource;
  readonly clock: Clock;
  readonly timeouts: ServiceTimeouts;
}

export interface ServiceQuestion<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the origin, with its query. */
  readonly path: string;
  readonly json?: unknown;
  /** A body that is no JSON. */
  readonly bytes?: Uint8Array;
  /** What its answer must look like. */
  readonly answer: {
    safeParse(json: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
  };
  readonly signal: AbortSignal;
}

/** A page of whole rows of a long film; more than this no service of ours says. */
const mostAnswerBytes = 64 * 1024 * 1024;

export function headersOf(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'user-agent': deviceName };
}

/** Runs `ask` with the token; once more with a new one where the first is refused. */
export async function withToken<T>(
  line: ServiceLine,
  ask: (token: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const token = await line.token(false);
  if (!token.ok) return token;
  if (token.value === null) return { ok: false, fault: lineFaults.signedOut() };
  const first = await ask(token.value);
  if (first.ok || first.fault.code !== 'sync.signed-out') return first;
  const renewed = await line.token(true);
  if (!renewed.ok) return renewed;
  return renewed.value === null || renewed.value === token.value ? first : ask(renewed.value);
}

/** One question and its answer, read by its schema. Every question of the protocol may be asked again. */
export async function askService<T>(line: ServiceLine, question: ServiceQuestion<T>): Promise<Result<T>> {
  const packed = question.json === undefined ? null : await packedJson(question.json);
  const given = packed === null ? question.bytes : packed.body;
  const body = given === undefined ? {} : { body: given };
  const kind = question.json === undefined ? 'application/octet-stream' : 'application/json';
  return withToken(line, async (token) => {
    const outcome = await sendOnce({
      method: question.method,
      url: new URL(question.path, line.origin),
      headers: {
        ...headersOf(token),
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...packed?.headers,
        ...('body' in body ? { 'content-type': kind } : {}),
      },
      ...body,
      toPrivateNetworks: true,
      mostBytes: mostAnswerBytes,
      connectTimeoutMs: line.timeouts.connectMs,
      answerTimeoutMs: line.timeouts.answerMs,
      signal: question.signal,
    });
    if (outcome.kind !== 'answer') return { ok: false, fault: brokenLine(outcome) };
    const { status, headers } = outcome;
    const bytes = await unpackedBytes(outcome.body, headers['content-encoding'], mostAnswerBytes);
    const json = bytes === null ? null : jsonOf(bytes);
    if (status < 200 || status > 299) {
      return { ok: false, fault: faultOfAnswer(status, json, headers['retry-after'], line.clock.nowMs()) };
    }
    if (json === null) return { ok: false, fault: lineFaults.notTheService() };
    const read = question.answer.safeParse(json);
    return read.success ? ok(read.data) : { ok: false, fault: lineFaults.unreadable() };
  });
}

export function brokenLine({ kind, cause }: { kind: 'not-sent' | 'broken'; cause: Error }): Fault {
  return kind === 'not-sent' ? lineFaults.unreachable(cause.message) : lineFaults.broken(cause.message);
}
