import type { AccountState } from '../../contract/account.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identity, SignInStep, TokenKeeper } from '../ports/identity.ts';
import type { OAuthProvider } from '../ports/identity-factors.ts';
import type { AccountTokens } from './keep-token.ts';

/** What a host brings where people can sign in. */
export interface AccountPorts {
  readonly openIdentity: (tokens: TokenKeeper) => Identity;
  /** Of this computer's loopback, known to the identity service as addresses to return to. */
  readonly returnPorts: readonly number[];
  /** Whether the host hands links of `reelwright://` over to {@link Account.linkArrived}. */
  readonly takesLinks: boolean;
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
  /** Connects an account elsewhere with the one that is signed in; the page is for whoever asked to open. */
  connectInBrowser(provider: OAuthProvider): Promise<Result<URL>>;
  /** A link of `reelwright://` that the system gave the host. Whether it was the browser that is waited for. */
  linkArrived(link: string): boolean;
  cancel(): void;
  signOut(): Promise<Result<void>>;
  close(): void;
}
