import type { AskTimeouts } from './ask-provider.ts';

/** What an adapter needs to reach its provider with the person's key; `T` says what it waits for. */
export interface ProviderAccess<T extends AskTimeouts = AskTimeouts> {
  /** The key as it is when something is asked; null while none is set. */
  readonly key: () => Promise<string | null>;
  readonly clock: { nowMs(): number };
  /** A server on this computer in place of every host of the provider; null asks the provider itself. */
  readonly origin: URL | null;
  readonly timeouts: T;
}

/** The same as it is given by who makes the adapter. */
export interface ProviderOptions<T extends AskTimeouts = AskTimeouts>
  extends Pick<ProviderAccess<T>, 'key' | 'clock'> {
  /** See `parseLoopbackOrigin`. */
  readonly origin?: URL | null;
  /** In place of the provider's usual ones. */
  readonly timeouts?: Partial<T>;
}

/** Access with the provider's usual timeouts where none are given. */
export function accessOf<T extends AskTimeouts>(options: ProviderOptions<T>, usual: T): ProviderAccess<T> {
  const { key, clock, origin = null, timeouts } = options;
  return { key, clock, origin, timeouts: { ...usual, ...timeouts } };
}
