/** The time as a window knows it, so that tests can turn it by hand. */
export interface WindowClock {
  nowMs(): number;
  /** Runs something once after `ms`. Returns the way to think better of it. */
  after(ms: number, run: () => void): () => void;
}

export const windowClock: WindowClock = {
  nowMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
