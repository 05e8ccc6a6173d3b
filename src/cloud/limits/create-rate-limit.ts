export interface RateLimitOptions {
  /** Calls that may come at once after a pause. */
  readonly burst: number;
  readonly perSecond: number;
  /** How many callers are remembered; the one that was heard longest ago is forgotten first. */
  readonly callers: number;
  readonly now: () => number;
}

/** A token bucket per caller. Returns null, or the time in milliseconds after which the next call is taken. */
export function createRateLimit({ burst, perSecond, callers, now }: RateLimitOptions) {
  const buckets = new Map<string, { readonly left: number; readonly atMs: number }>();
  return (caller: string): number | null => {
    const atMs = now();
    const before = buckets.get(caller) ?? { left: burst, atMs };
    const filled = Math.min(burst, before.left + (Math.max(0, atMs - before.atMs) / 1_000) * perSecond);
    const taken = filled >= 1;
    buckets.delete(caller);
    buckets.set(caller, { left: taken ? filled - 1 : filled, atMs });
    if (buckets.size > callers) {
      const oldest = buckets.keys().next();
      if (!oldest.done) buckets.delete(oldest.value);
    }
    return taken ? null : Math.ceil(((1 - filled) / perSecond) * 1_000);
  };
}
