/** One thing that shall go wrong. */
export interface FaultRule<Name extends string> {
  readonly fault: Name;
  /** Applies to requests whose text contains this; to all without it. */
  readonly match?: string;
  /** How many times it strikes in all; null for always. Default 1. */
  readonly times?: number | null;
  /** For a rate limit. Default 1. */
  readonly retryAfterSeconds?: number;
}

/** Rules in force, each used up strike by strike. */
export interface FaultList<Name extends string> {
  set(rules: readonly FaultRule<Name>[]): void;
  /** The first rule of these names that matches, struck once; null when none does. */
  strike(names: readonly Name[], text: string): FaultRule<Name> | null;
}

export function createFaultList<Name extends string>(): FaultList<Name> {
  let rules: { readonly rule: FaultRule<Name>; left: number }[] = [];
  return {
    set(next) {
      rules = next.map((rule) => ({
        rule,
        left: rule.times === null ? Number.POSITIVE_INFINITY : (rule.times ?? 1),
      }));
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
