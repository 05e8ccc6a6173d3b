/** What can be made to go wrong, by the moment at which it does. */
export const simFaults = {
  submit: [
    'refuse-422',
    'refuse-401',
    'no-balance',
    'not-found',
    'rate-limit',
    'error-500',
    'bad-gateway-before',
    'bad-gateway-after',
    'unavailable',
    'gateway-timeout-after',
    'lose-request',
    'lose-answer',
    'hang-after',
    'html',
    'truncated-json',
    'no-request-id',
    'redirect',
    'foreign-urls',
  ],
  status: [
    'endless-queue',
    'status-500',
    'status-html',
    'status-truncated',
    'status-reset',
    'status-404',
    'slow',
  ],
  result: [
    'failed-422',
    'charged-but-failed',
    'content-policy',
    'failed-500',
    'runner-timeout',
    'blacked-out',
    'result-html',
    'result-503',
    'foreign-media',
    'no-units',
    'no-file',
  ],
  media: [
    'expired-media',
    'media-reset',
    'media-html',
    'media-500',
    'media-redirect',
    'media-foreign-redirect',
  ],
  storage: ['upload-500', 'upload-put-500'],
  pricing: ['no-prices', 'dearer'],
  platform: [
    'list-forbidden',
    'list-500',
    'list-without-payloads',
    'billing-forbidden',
    'models-500',
    'withdrawn',
  ],
} as const;

export type SimFaultName = (typeof simFaults)[keyof typeof simFaults][number];

export interface SimFaultRule {
  readonly fault: SimFaultName;
  /** Applies to requests whose prompt or endpoint contains this; to all without it. */
  readonly match?: string;
  /** How many times it strikes in all; Infinity (or null in JSON) for always. Default 1. */
  readonly times?: number | null;
  /** For `rate-limit`. Default 1. */
  readonly retryAfterSeconds?: number;
}

export const simFaultNames: readonly string[] = Object.values(simFaults).flat();

/** Rules in force, each used up strike by strike. */
export interface FaultBook {
  set(rules: readonly SimFaultRule[]): void;
  add(rule: SimFaultRule): void;
  /** The first rule of these names that matches, struck once; null when none does. */
  strike(names: readonly SimFaultName[], text: string): SimFaultRule | null;
}

export function createFaultBook(initial: readonly SimFaultRule[] = []): FaultBook {
  let rules: { readonly rule: SimFaultRule; left: number }[] = [];
  const add = (rule: SimFaultRule): void => {
    const times = rule.times === null ? Number.POSITIVE_INFINITY : (rule.times ?? 1);
    rules.push({ rule, left: times });
  };
  for (const rule of initial) add(rule);
  return {
    add,
    set(next) {
      rules = [];
      for (const rule of next) add(rule);
    },
    strike(names, text) {
      const found = rules.find(
        ({ rule, left }) =>
          left > 0 && names.includes(rule.fault) && (rule.match === undefined || text.includes(rule.match)),
      );
      if (found === undefined) return null;
      found.left -= 1;
      return found.rule;
    },
  };
}
