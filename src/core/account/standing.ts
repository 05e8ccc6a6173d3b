import type { SignedInPerson } from '../../contract/account.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identity, TokenKeeper } from '../ports/identity.ts';
import { openAccountMemory } from './account-memory.ts';

/** Who is signed in here, as far as it is known, and whether the identity service answers. */
export interface Standing {
  readonly signedIn: SignedInPerson | null;
  readonly offlineSinceMs: number | null;
  /** What became of the last sign-in. */
  message: string | null;
  refresh(identity: Identity): Promise<Result<void>>;
  /** Takes note of what a call failed with: the session is over, or the line is. */
  failed(fault: Fault): void;
  /** The service answered. */
  reached(): void;
  signedOut(message: string | null): void;
  /** Asks who it is, if anybody was. */
  start(): Promise<void>;
  close(): void;
}

export interface StandingParts {
  readonly identity: Identity | null;
  readonly tokens: TokenKeeper;
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** While the identity service does not answer it is asked that often. */
const askAgainMs = 60_000;

const endedElsewhere =
  'This device was signed out elsewhere. Everything on it is kept; sign in again to go on syncing.';

/** Starting offline keeps the person signed in: who it was is in the data folder, the token where keys are. */
export function createStanding({ identity, tokens, clock, onChange, ...folder }: StandingParts): Standing {
  const memory = openAccountMemory(folder.home, folder.readOnly);
  const closed = new AbortController();
  let offlineSinceMs: number | null = null;
  let message: string | null = null;
  let isAsking = false;

  const signedOut = (why: string | null): void => {
    memory.remember(null);
    [offlineSinceMs, message] = [null, why];
  };

  const askUntilReached = async (): Promise<void> => {
    if (isAsking || identity === null) return;
    isAsking = true;
    while (offlineSinceMs !== null && memory.signedIn !== null && !closed.signal.aborted) {
      await clock.wait(askAgainMs, closed.signal, { background: true });
      if (!closed.signal.aborted && offlineSinceMs !== null) await refresh(identity);
    }
    isAsking = false;
  };

  const failed = (fault: Fault): void => {
    if (fault.code === 'account.session-ended') signedOut(fault.message);
    else {
      offlineSinceMs ??= clock.nowMs();
      void askUntilReached();
    }
    onChange();
  };

  const refresh = async (from: Identity): Promise<Result<void>> => {
    const answer = await from.current();
    if (!answer.ok) {
      failed(answer.fault);
      return answer;
    }
    if (answer.value === null && memory.signedIn !== null) message = endedElsewhere;
    memory.remember(answer.value);
    offlineSinceMs = null;
    onChange();
    return ok(undefined);
  };

  return {
    get signedIn() {
      return memory.signedIn;
    },
    get offlineSinceMs() {
      return offlineSinceMs;
    },
    get message() {
      return message;
    },
    set message(words) {
      message = words;
    },
    refresh,
    failed,
    reached() {
      if (offlineSinceMs === null) return;
      offlineSinceMs = null;
      onChange();
    },
    signedOut,
    async start() {
      if (identity === null) return;
      if ((await tokens.read()) !== null) {
        await refresh(identity);
        return;
      }
      // Nobody is, or it was kept for the session only.
      if (memory.signedIn !== null) memory.remember(null);
      onChange();
    },
    close: () => closed.abort(),
  };
}
