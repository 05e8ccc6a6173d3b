import type { Activity } from '../../contract/activities.ts';
import type { Commission } from '../../contract/commissions.ts';
import { useFormats, useInterpret, useWords } from '../words/use-words.ts';
import { useStatusLine } from './status-line.ts';
import { useCommission } from './use-commission.ts';
import { useCommissionPrice } from './use-commission-price.ts';

/** What one asked-for generation costs, in words, and beginning it at that price. */
export interface CommissionOffer {
  /** What stands on the button: "Enlarge · $0.08". */
  readonly label: string;
  /** False while there is no price, and where it cannot be asked for. */
  readonly isReady: boolean;
  /** Model, how the price comes about, and of when it is. */
  readonly terms: readonly string[];
  /** Why it cannot be asked for. */
  readonly problem: string | null;
  start(): Promise<Activity | null>;
}

/** The offer for a commission with one line; null asks nothing. `verb` is what the button does. */
export function useCommissionOffer(commission: Commission | null, verb: string): CommissionOffer {
  const words = useWords('remaking');
  const formats = useFormats();
  const interpret = useInterpret();
  const status = useStatusLine();
  const { start } = useCommission();
  const { estimate, fault } = useCommissionPrice(commission);
  const line = estimate?.lines[0] ?? null;
  const cost = line?.costUsdMicros ?? null;
  const problem = fault?.message ?? line?.problem ?? null;
  const isMade = line?.state === 'made' || line?.state === 'under-way';
  const terms: string[] = [];
  if (line !== null && problem === null) {
    if (isMade) terms.push(words.paidAlready);
    else if (line.basis !== null) terms.push(interpret(line.basis));
    const when =
      line.pricedAtMs === null
        ? words.priceTable
        : words.priceDated(`${formats.date(line.pricedAtMs)}, ${formats.time(line.pricedAtMs)}`);
    terms.push(isMade ? line.model : words.priceOf(line.model, when));
  }
  return {
    label: isMade
      ? words.goFree(verb)
      : problem !== null
        ? verb
        : // To the last digit: it is what will be charged, and what stands in the ledger.
          words.go(verb, cost === null ? '…' : formats.exactMoney(cost)),
    isReady: cost !== null && problem === null,
    terms,
    problem: problem === null ? null : interpret(problem),
    async start() {
      if (commission === null || cost === null) return null;
      const activity = await start(commission, cost);
      if (activity !== null) status.say(words.begun);
      return activity;
    },
  };
}
