/** Wall time and waiting, so that tests can turn them by hand. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMs(): number;
  /**
   * Resolves after `ms`, or at once when `signal` aborts; never rejects. A wait in the background does not keep the
   * process alive: housekeeping that may as well not happen.
   */
  wait(ms: number, signal?: AbortSignal, options?: { readonly background?: boolean }): Promise<void>;
}
