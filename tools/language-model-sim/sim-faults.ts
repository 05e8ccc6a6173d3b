export const languageFaultNames = [
  /** Prose in place of JSON. */
  'nonsense',
  /** The JSON stops at the token limit. */
  'cut-json',
  /** The model refuses the content. */
  'refuses',
  /** The line breaks in the middle of the words. */
  'cut-stream',
  /** The request is read and answered with a reset. */
  'lose-answer',
  /** A piece of the story is left out. */
  'leave-out',
  /** A shot films what is not there. */
  'invent',
  /** Descriptions without end. */
  'too-long',
  /** The model does what the story tells it: tools, paths, addresses, prices. */
  'injection-obeyed',
  /** The answer takes its time. */
  'slow',
  'http-400',
  'http-401',
  'http-402',
  'http-404',
  'http-429',
  'http-500',
  'http-503',
] as const;
export type LanguageFaultName = (typeof languageFaultNames)[number];

export interface LanguageFaultRule {
  readonly fault: LanguageFaultName;
  /** How often; always without it. */
  readonly times?: number;
  /** Only for requests whose words hold this. */
  readonly match?: string;
}

export interface FaultBook {
  set(rules: readonly LanguageFaultRule[]): void;
  take(words: string): LanguageFaultName | null;
}

export function createFaultBook(rules: readonly LanguageFaultRule[] = []): FaultBook {
  let left = rules.map((rule) => ({ rule, times: rule.times ?? Number.POSITIVE_INFINITY }));
  return {
    set(next) {
      left = next.map((rule) => ({ rule, times: rule.times ?? Number.POSITIVE_INFINITY }));
    },
    take(words) {
      const found = left.find(
        ({ rule, times }) => times > 0 && (rule.match === undefined || words.includes(rule.match)),
      );
      if (found === undefined) return null;
      found.times -= 1;
      return found.rule.fault;
    },
  };
}
