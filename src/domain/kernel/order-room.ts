import { keysBetween, type OrderKey } from './order.ts';

/** One place of a sequence: with the key it has, or null for what is to be given one. */
export interface Ordered {
  readonly order: OrderKey | null;
}

/**
 * Keys for a sequence so that it sorts as listed. Keys that are there stay, but where two devices gave neighbours the
 * same key and something must go between them: then as many as needed after it are given new ones.
 */
export function orderKeysFor(sequence: readonly Ordered[]): OrderKey[] {
  const keys: OrderKey[] = [];
  let i = 0;
  while (i < sequence.length) {
    const own = sequence[i]?.order ?? null;
    if (own !== null) {
      keys.push(own);
      i++;
      continue;
    }
    const before = keys.at(-1) ?? null;
    let end = i;
    let after: OrderKey | null = null;
    while (end < sequence.length) {
      after = sequence[end]?.order ?? null;
      if (after !== null && (before === null || after > before)) break;
      after = null;
      end++;
    }
    keys.push(...keysBetween(before, after, end - i));
    i = end;
  }
  return keys;
}
