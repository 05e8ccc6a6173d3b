import type { AgainLine } from '../../../../contract/queue.ts';

export interface AgainSums {
  readonly collect: readonly AgainLine[];
  /** Not charged before: at a price, and free of charge. */
  readonly send: readonly AgainLine[];
  readonly sendFree: readonly AgainLine[];
  readonly billAgain: readonly AgainLine[];
  readonly cannot: readonly AgainLine[];
  /** The oldest price that was read from a provider; null where all are of the studio's own table. */
  readonly pricedAtMs: number | null;
}

export function sumAgain(lines: readonly AgainLine[]): AgainSums {
  const of = (how: AgainLine['how']): AgainLine[] => lines.filter((line) => line.how === how);
  const send = of('send');
  const dated = lines.flatMap(({ pricedAtMs, costUsdMicros }) =>
    pricedAtMs === null || (costUsdMicros ?? 0) === 0 ? [] : [pricedAtMs],
  );
  return {
    collect: of('collect'),
    send: send.filter(({ costUsdMicros }) => (costUsdMicros ?? 0) > 0),
    sendFree: send.filter(({ costUsdMicros }) => costUsdMicros === 0),
    billAgain: of('bill-again'),
    cannot: of('cannot'),
    pricedAtMs: dated.length === 0 ? null : Math.min(...dated),
  };
}

export function priceOf(lines: readonly AgainLine[]): number {
  return lines.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0);
}

/** How often each reason stands, the most frequent first. */
export function reasonsOf(lines: readonly AgainLine[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { problem } of lines) {
    if (problem !== null) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
