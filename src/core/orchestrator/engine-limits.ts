/** Times and counts of the job engine. Every figure can be set; these suit a studio that stays open for days. */
export interface EngineLimits {
  /** Tries of a submit that surely did not begin, before the job fails unsent. */
  readonly submitTries: number;
  /** Whether a job waits without an end while its provider cannot be reached, or fails after its tries. */
  readonly waitsOffline: boolean;
  /** First and longest pause between two tries; the pause is a random part of the doubled one ("full jitter"). */
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  /** Longest time a request may wait in the provider's queue, from its first byte. */
  readonly queueDeadlineMs: number;
  /** Longest time from the first byte to the result. */
  readonly runDeadlineMs: number;
  /** How long a provider may stay out of reach, without a pause, before a sent job is set aside for later. */
  readonly unreachableLimitMs: number;
  /** Failed tries to store a fetched file before the job is set aside for later. */
  readonly landTries: number;
  /**
   * A provider's word that a request was never begun counts only this long after its first byte: a request that was still
   * on its way is on no list.
   */
  readonly lookUpSettleMs: number;
  /** Longest pause between two look-ups of a request whose answer was lost. */
  readonly lookUpCapMs: number;
  /** Look-ups without a clear answer before it is left until the next start, or until somebody asks. */
  readonly lookUpTries: number;
  /** Failures in a row, within the window, after which a provider is not asked for a while. */
  readonly breakerFailures: number;
  readonly breakerWindowMs: number;
  /** First and longest pause before the next probe. */
  readonly breakerOpenMs: number;
  readonly breakerOpenCapMs: number;
  /**
   * How long a provider may be out of reach before what waits for it is asked about, with its price, instead of sent when the
   * line is back. `Infinity` sends it at no more than its approved price.
   */
  readonly confirmAfterMs: number;
  /**
   * How long after it was sent a request of another device is collected here without anybody asking: longer than any provider takes for
   * one clip, so that a device that is on has had its time.
   */
  readonly collectElsewhereAfterMs: number;
  /** How often it is looked for such requests; up to as much again is added by chance, so that devices do not come at once. */
  readonly lookElsewhereMs: number;
  /** Requests of other devices that are collected at once. */
  readonly collectElsewhereAtOnce: number;
  /** Downloads at once for one provider. */
  readonly fetchesAtOnce: number;
  /** On close, how long a submit that has begun may finish before it is cut off. */
  readonly closeGraceMs: number;
}

const minuteMs = 60_000;

export const defaultLimits: EngineLimits = {
  submitTries: 10,
  waitsOffline: false,
  backoffBaseMs: 1_000,
  backoffCapMs: minuteMs,
  queueDeadlineMs: 6 * 60 * minuteMs,
  runDeadlineMs: 12 * 60 * minuteMs,
  unreachableLimitMs: 3 * 24 * 60 * minuteMs,
  landTries: 5,
  lookUpSettleMs: 5 * minuteMs,
  lookUpCapMs: 10 * minuteMs,
  lookUpTries: 40,
  breakerFailures: 5,
  breakerWindowMs: 2 * minuteMs,
  breakerOpenMs: 5_000,
  breakerOpenCapMs: 5 * minuteMs,
  confirmAfterMs: Number.POSITIVE_INFINITY,
  collectElsewhereAfterMs: 30 * minuteMs,
  lookElsewhereMs: 5 * minuteMs,
  collectElsewhereAtOnce: 4,
  fetchesAtOnce: 4,
  closeGraceMs: 20_000,
};
