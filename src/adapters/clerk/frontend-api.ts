import type { TokenKeeper } from '../../core/ports/identity.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { askOnce } from '../../net/ask-provider.ts';
import { deviceName } from '../../net/device-name.ts';
import { isRecord, retryAfterMs } from '../../net/read-answer.ts';
import { answerOdd, faultOfAnswer, unreachable } from './clerk-faults.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface FrontendCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v1`. */
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  /** In place of `form`: one file, as a browser's form would send it. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
  readonly search?: Readonly<Record<string, string>>;
  /** The session for which it is asked. */
  readonly sessionId?: string;
}

/** Clerk's Frontend API as a native application speaks it. */
export interface FrontendApi {
  /** The whole body of a good answer. */
  call(call: FrontendCall): Promise<Result<unknown>>;
  /** Calls of before this are not let write a token any more: their answers come too late. */
  forget(): Promise<Result<void>>;
  /** Whether this installation has a token. */
  isKnown(): Promise<boolean>;
}

/** The version whose shapes are read here; that of @clerk/clerk-js 6.34.1. */
const apiVersion = '2026-05-12';

const timeouts = { connectMs: 5_000, submitMs: 20_000, askMs: 20_000 } as const;

export interface FrontendParts {
  readonly address: URL;
  readonly tokens: TokenKeeper;
  readonly nowMs: () => number;
}

/**
 * The client token is the secret: it goes out in `Authorization`, comes back there whenever Clerk changes it, and is never
 * in an address. Forms are URL-encoded; PATCH and DELETE travel as POST with `_method`, as Clerk's own client sends them.
 * Calls run one after the other, because an answer may change the token that the next one needs.
 */
export function createFrontendApi({ address, tokens, nowMs }: FrontendParts): FrontendApi {
  let line: Promise<unknown> = Promise.resolve();
  let generation = 0;

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = line.then(run, run);
    line = mine;
    return mine;
  };

  const send = async (call: FrontendCall): Promise<Result<unknown>> => {
    const mine = generation;
    const token = await tokens.read();
    const url = new URL(`/v1${call.path}`, address);
    const search = { __clerk_api_version: apiVersion, _is_native: '1', ...call.search };
    for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
    if (call.sessionId !== undefined) url.searchParams.set('_clerk_session_id', call.sessionId);
    const isRead = call.method === 'GET';
    if (!isRead && call.method !== 'POST') url.searchParams.set('_method', call.method);
    const outcome = await askOnce(
      url,
      { 'user-agent': deviceName, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      {
        method: isRead ? 'GET' : 'POST',
        ...(isRead
          ? {}
          : {
              body: await bodyOf(call),
            }),
      },
      timeouts,
    );
    if (outcome.kind !== 'answer') return { ok: false, fault: unreachable() };
    const next = outcome.headers.authorization;
    if (next !== undefined && next !== '' && next !== token && mine === generation) {
      const kept = await tokens.write(next.replace(/^Bearer /, ''));
      if (!kept.ok) return kept;
    }
    const body = parse(outcome.body);
    if (outcome.status >= 200 && outcome.status < 300 && body !== undefined) return ok(body);
    const wait = retryAfterMs(outcome.headers['retry-after'], nowMs());
    return { ok: false, fault: faultOfAnswer(outcome.status, body, wait) };
  };

  return {
    call: (call) => inTurn(() => send(call)),
    forget() {
      generation += 1;
      return tokens.write(null);
    },
    isKnown: async () => (await tokens.read()) !== null,
  };
}

async function bodyOf({ form, file }: FrontendCall): Promise<{ bytes: Uint8Array; type: string }> {
  if (file === undefined) {
    const bytes = Buffer.from(new URLSearchParams(form ?? {}).toString());
    return { bytes, type: 'application/x-www-form-urlencoded' };
  }
  const fields = new FormData();
  fields.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  const packed = new Response(fields);
  return {
    bytes: new Uint8Array(await packed.arrayBuffer()),
    type: packed.headers.get('content-type') ?? '',
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // A captive portal's page, or an answer cut off: nothing of Clerk's.
    return undefined;
  }
}

/** The `response` of Clerk's envelope. */
export function responseOf(body: unknown): Result<Json> {
  const response = isRecord(body) ? body['response'] : undefined;
  if (isRecord(response)) return ok(response);
  return { ok: false, fault: answerOdd() };
}
