import type { Result } from '../../domain/kernel/result.ts';

/** In the system's secret store, in memory until the studio ends, in a file only its owner reads, in the environment. */
export type KeyKept = 'system' | 'session' | 'file' | 'environment';

/** What may be known of a key without knowing it. */
export interface KeyFacts {
  /** How the key that is set is kept; null while none is. */
  readonly kept: KeyKept | null;
  /** How one that is set now, without consent to a file, would be kept. */
  readonly wouldBeKept: KeyKept;
  /** Whether a file would hold it if the person agrees; false where there is something better, or nothing is taken. */
  readonly mayUseFile: boolean;
}

/**
 * Where the keys of providers are. Nothing of it is ever logged, put into an environment or given to a child by argument.
 * Faults: `keys.not-kept` where nothing is taken, and those of a disk.
 */
export interface KeyStore {
  get(provider: string): Promise<string | null>;
  describe(provider: string): Promise<KeyFacts>;
  /** Replaces the key. A file is only used with consent; without it the best that needs none. */
  set(provider: string, key: string, consentToFile: boolean): Promise<Result<void>>;
  /** Forgets the key wherever this store keeps it. None being there is no fault. */
  remove(provider: string): Promise<Result<void>>;
}
