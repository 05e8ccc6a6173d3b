import { usdToMicros } from '../../../../domain/jobs/money.ts';
import { parseNumber } from '../../../ui/parse-number.ts';

const mostUsd = 1_000_000;

/** An amount as a person types it: USD micros, null for none, 'wrong' for what is no amount. */
export function parseBudget(text: string): number | null | 'wrong' {
  const typed = text.replace(/[$\s]/g, '');
  if (typed === '') return null;
  const usd = parseNumber(typed);
  return usd !== null && usd >= 0 && usd <= mostUsd ? usdToMicros(usd) : 'wrong';
}
