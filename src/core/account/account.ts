import type { AccountState } from '../../contract/account.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identity, OAuthProvider, SignInStep, TokenKeeper } from '../ports/identity.ts';
import { openAccountMemory } from './account-memory.ts';
import { createBrowserEntry } from './browser-entry.ts';
import type { AccountTokens } from './keep-token.ts';

/** What a host brings where people can sign in. */
export interface AccountPorts {
  readonly openIdentity: (tokens: TokenKeeper) => Identity;
  /** Of this computer's loopback, known to the identity service as addresses to return to. */
  readonly returnPorts: readonly number[];
}

export interface AccountParts {
  readonly ports: AccountPorts | null;
  readonly tokens: AccountTokens;
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
  /** Whether the identity service is asked by itself who is signed in. */
  readonly asksAtStart: boolean;
}

/** Who is signed in on this device, and the way in and out. */
export interface Account {
  state(): Promise<AccountState>;
  /** A token for the sync service; null while nobody is signed in or none can be had. `renew`: the last was refused. */
  token(renew: boolean): Promise<string | null>;
  /** Calls after each change of the state, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** What the identity service does for whoever is signed in; a fault where this build has none. */
  ask<T>(run: (identity: Identity) => Promise<Result<T>>): Promise<Result<T>>;
  refresh(): Promise<Result<void>>;
  /** Takes what a step of signing in led to. `keepInFile` begins a new one. */
  enter(
    step: (identity: Identity) => Promise<Result<SignInStep>>,
    keepInFile?: boolean,
  ): Promise<Result<void>>;
  enterInBrowser(provider: OAuthProvider, keepInFile: boolean): Promise<Result<void>>;
  cancel(): void;
  signOut(): Promise<Result<void>>;
  close(): void;
}

/** While the identity service does not answer it is asked that often. */
const askAgainMs = 60_000;

/** Starting offline keeps the person signed in: who it was is in the data folder, the token where keys are. */
export function createAccount({ ports, tokens, home, readOnly, clock, asksAtStart }: AccountParts): Account {
  const identity = ports?.openIdentity(tokens) ?? null;
  const memory = openAccountMemory(home, readOnly);
  const closed = new AbortController();
  const listeners = new Set<() => void>();
  const onChange = (): void => {
    for (const listener of listeners) listener();
  };
  let step: AccountState['step'] = null;
  let offlineSinceMs: number | null = null;
  let message: string | null = null;
  let keepsInFile = false;

  const known = (): Result<Identity> =>
    identity === null
      ? fail(
          'account.no-service',
          'This build knows of no service to sign in to. Everything else works without one.',
        )
      : ok(identity);

  const note = (fault: Fault): void => {
    if (fault.code === 'account.session-ended') {
      memory.remember(null);
      message = fault.message;
      offlineSinceMs = null;
    } else offlineSinceMs ??= clock.nowMs();
  };

  const refresh = async (): Promise<Result<void>> => {
    const service = known();
    if (!service.ok) return service;
    const answer = await service.value.current();
    if (answer.ok) {
      memory.remember(answer.value);
      offlineSinceMs = null;
    } else note(answer.fault);
    onChange();
    return answer.ok ? ok(undefined) : answer;
  };

  const askUntilReached = async (): Promise<void> => {
    if ((await tokens.read()) === null) {
      // Nobody is, or it was kept for the session only.
      if (memory.signedIn !== null) memory.remember(null);
      return onChange();
    }
    while (!closed.signal.aborted && !(await refresh()).ok && memory.signedIn !== null) {
      await clock.wait(askAgainMs, closed.signal, { background: true });
    }
  };

  const take = async (result: Result<SignInStep>): Promise<Result<void>> => {
    if (!result.ok) {
      if (result.fault.code === 'account.not-started') step = null;
      onChange();
      return result;
    }
    if (result.value.kind !== 'done') {
      step = {
        ...result.value,
        ...('factors' in result.value ? { factors: [...result.value.factors] } : {}),
      } as AccountState['step'];
      onChange();
      return ok(undefined);
    }
    step = null;
    const kept = await tokens.keep(keepsInFile);
    const told = await refresh();
    return kept.ok ? told : kept;
  };

  const begin = (keepInFile: boolean): void => {
    browser?.leave();
    keepsInFile = keepInFile;
    message = null;
  };

  const browser =
    identity === null || ports === null
      ? null
      : createBrowserEntry(identity, ports.returnPorts, clock, async (result) => {
          step = null;
          const taken = result === null ? ok(undefined) : await take(result);
          if (!taken.ok) message = taken.fault.message;
          onChange();
        });

  if (identity !== null && !readOnly && asksAtStart) void askUntilReached();

  return {
    async state() {
      const { kept, wouldBeKept, mayUseFile } = await tokens.describe();
      const { signedIn } = memory;
      return {
        ...{ available: identity !== null, signedIn, step, offlineSinceMs, message },
        ...{ kept: signedIn === null ? null : kept, wouldBeKept, mayUseFile },
      };
    },
    async token(renew) {
      if (identity === null || memory.signedIn === null) return null;
      const token = await identity.token(renew);
      if (token.ok) return token.value;
      note(token.fault);
      onChange();
      return null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask(run) {
      const service = known();
      if (!service.ok) return service;
      const answer = await run(service.value);
      if (!answer.ok && answer.fault.code === 'account.session-ended') {
        note(answer.fault);
        onChange();
      }
      return answer;
    },
    refresh,
    async enter(run, keepInFile) {
      const service = known();
      if (!service.ok) return service;
      if (keepInFile !== undefined) begin(keepInFile);
      return take(await run(service.value));
    },
    async enterInBrowser(provider, keepInFile) {
      const service = known();
      if (!service.ok || browser === null) return service.ok ? ok(undefined) : service;
      begin(keepInFile);
      const page = await browser.enter(provider);
      if (!page.ok) return page;
      step = { kind: 'browser', provider, page: page.value.href };
      onChange();
      return ok(undefined);
    },
    cancel() {
      browser?.leave();
      step = null;
      message = null;
      onChange();
    },
    async signOut() {
      const service = known();
      if (!service.ok) return service;
      const answer = await service.value.signOut();
      memory.remember(null);
      [step, offlineSinceMs, message] = [null, null, answer.ok ? null : notTold];
      onChange();
      return ok(undefined);
    },
    close() {
      closed.abort();
      browser?.leave();
    },
  };
}

const notTold =
  'This device is signed out. The account service could not be told; from another device its session can be ended at once, else it ends by itself within a week.';
