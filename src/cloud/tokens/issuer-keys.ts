import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/** `kept`: it does not answer, and the keys from before still hold. `asleep`: there are no keys, so nobody can be told apart. */
export type IdentityState = 'answers' | 'kept' | 'asleep';
/** How a question for the keys ended. */
export type KeysOutcome = 'ok' | 'unreachable' | 'refused' | 'not-keys';

export interface IssuerKeys {
  /** The key that a token names. Throws {@link KeysAsleepError} where there are no keys, and what jose throws where there is none such. */
  readonly find: JWTVerifyGetKey;
  /** Waits for the question that is under way, if there is one. */
  state(): Promise<IdentityState>;
  /** Whether there are keys that hold. */
  has(): boolean;
  /** Asks no more. */
  close(): void;
}

export interface IssuerKeysOptions {
  /** An origin, as `CLERK_ISSUER` names it. */
  readonly issuer: string;
  readonly now: () => number;
  readonly onAsked: (outcome: KeysOutcome) => void;
  /** Called when the state becomes another one, or does not answer for another reason than before; null where it answers. */
  readonly onChange: (state: IdentityState, host: string, reason: string | null) => void;
}

/** The issuer's keys cannot be had, and none from before hold. */
export class KeysAsleepError extends Error {
  override readonly name = 'KeysAsleepError';
  readonly reason: string;
  readonly retryAfterMs: number;
  constructor(reason: string, retryAfterMs: number) {
    super(reason);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

const answerMs = 5_000;
/** A withdrawn key is to be forgotten soon. */
const askAgainMs = 10 * 60_000;
/**
 * How long keys hold while nobody answers. Whoever has a token had it from the issuer within the last minute, so that only the line
 * from here is cut; and a key that was withdrawn meanwhile must not be good for ever.
 */
const holdMs = 60 * 60_000;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Unknown keys are named by anybody who likes: they are not asked about more often than this. */
const unknownKeyMs = 10_000;

interface Asked {
  readonly outcome: KeysOutcome;
  /** Of one that was not answered with keys. */
  readonly reason: string;
  readonly find: JWTVerifyGetKey | null;
}

/**
 * The published keys of who issues the tokens: asked for at once and every ten minutes, in the background; after a miss again and
 * again, with pauses of 1 to 30 s. So no call waits for a line that is down, and nothing but calls depends on it.
 */
export function createIssuerKeys({ issuer, now, onAsked, onChange }: IssuerKeysOptions): IssuerKeys {
  const address = new URL('/.well-known/jwks.json', issuer);
  const closing = new AbortController();
  let held: { readonly find: JWTVerifyGetKey; readonly atMs: number } | null = null;
  let last: Asked | null = null;
  let told: IdentityState | null = null;
  let misses = 0;
  /** Both on the process's own clock: pauses are no matter of the time of day. */
  let askedAt = Number.NEGATIVE_INFINITY;
  let dueAt = 0;
  let pending: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const standing = (): JWTVerifyGetKey | null =>
    held !== null && now() - held.atMs < holdMs ? held.find : null;

  const take = (asked: Asked): void => {
    onAsked(asked.outcome);
    const isOther = last?.reason !== asked.reason;
    last = asked;
    if (asked.find !== null) held = { find: asked.find, atMs: now() };
    misses = asked.find === null ? misses + 1 : 0;
    const pauseMs =
      asked.find === null ? Math.min(longestPauseMs, firstPauseMs * 2 ** (misses - 1)) : askAgainMs;
    dueAt = performance.now() + pauseMs;
    timer = setTimeout(() => void ask(), pauseMs).unref();
    const state = stateNow();
    if (isOther || state !== told) onChange(state, address.host, asked.find === null ? asked.reason : null);
    told = state;
  };

  const ask = (): Promise<void> => {
    if (closing.signal.aborted) return Promise.resolve();
    pending ??= askOnce().finally(() => {
      pending = null;
    });
    return pending;
  };

  const askOnce = async (): Promise<void> => {
    clearTimeout(timer);
    askedAt = performance.now();
    const asked = await readKeys(address, closing.signal);
    if (!closing.signal.aborted) take(asked);
  };

  const stateNow = (): IdentityState => {
    if (standing() === null) return 'asleep';
    return last?.outcome === 'ok' ? 'answers' : 'kept';
  };

  /** Keys that hold; where there are none and none were asked for just now, they are asked for. */
  const keys = async (): Promise<JWTVerifyGetKey> => {
    const there = standing();
    if (there !== null) return there;
    // Whoever has answered before may be asked although the next question is not due: the keys ran out while nothing was asked.
    if (pending !== null || misses === 0) await ask();
    const found = standing();
    if (found !== null) return found;
    throw asleep();
  };

  const asleep = (): KeysAsleepError =>
    new KeysAsleepError(
      `${address.host}: ${last?.reason ?? 'not asked yet'}`,
      Math.max(firstPauseMs, dueAt - performance.now()),
    );

  void ask();
  return {
    async find(header, token) {
      const known = await keys();
      try {
        return await known(header, token);
      } catch (thrown) {
        if (!(thrown instanceof errors.JWKSNoMatchingKey)) throw thrown;
        if (pending !== null || performance.now() - askedAt >= unknownKeyMs) await ask();
        // It may be a new key, of which nothing can be heard now: nobody is told to sign in again for that.
        if (stateNow() !== 'answers') throw asleep();
        return (await keys())(header, token);
      }
    },
    async state() {
      await keys().catch(() => undefined);
      return stateNow();
    },
    has: () => standing() !== null,
    close() {
      closing.abort();
      clearTimeout(timer);
    },
  };
}

async function readKeys(address: URL, closing: AbortSignal): Promise<Asked> {
  const missed = (outcome: KeysOutcome, reason: string): Asked => ({ outcome, reason, find: null });
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json, application/jwk-set+json' },
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(answerMs), closing]),
    });
    const text = await answer.text();
    if (answer.status !== 200) return missed('refused', `it answers with HTTP status ${answer.status}`);
    const find = keySetOf(text);
    return find.ok ? { outcome: 'ok', reason: '', find: find.value } : missed('not-keys', find.fault.message);
  } catch (thrown) {
    return missed('unreachable', `it cannot be reached (${reasonOf(thrown)})`);
  }
}

function keySetOf(text: string): Result<JWTVerifyGetKey> {
  try {
    const set = JSON.parse(text) as JSONWebKeySet;
    // Without keys nobody could ever be known: that is somebody else's address.
    if (Array.isArray(set.keys) && set.keys.length > 0) return ok(createLocalJWKSet(set));
  } catch {
    // No JSON, or keys that are none.
  }
  return fail('cloud.identity', 'what it answers is no set of keys (JWKS)');
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.name === 'TimeoutError') return `no answer within ${answerMs / 1_000} seconds`;
  const { cause } = thrown;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : thrown.message;
}
