/**
 * Fractional order keys: strings that sort by code unit, with always room between two of them, so that moving a
 * record writes one row and two devices can insert at the same place. Variable-length integer part ('a0', 'b00' …)
 * then a base-62 fraction, after "Implementing Fractional Indexing" (David Greenspan, 2020).
 */
export type OrderKey = string;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const zero = '0';
const smallestInteger = `A${'0'.repeat(26)}`;

/** A key strictly between `before` and `after`; null stands for the start or the end. Throws RangeError when before ≥ after. */
export function keyBetween(before: OrderKey | null, after: OrderKey | null): OrderKey {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`order key ${before} is not before ${after}`);
  }
  if (before === null) {
    if (after === null) return `a${zero}`;
    const integer = integerPart(after);
    if (integer === smallestInteger) return integer + midpoint('', after.slice(integer.length));
    if (integer < after) return integer;
    const lower = decrement(integer);
    if (lower === null) throw new RangeError('no order key is left before the first');
    return lower;
  }
  const integer = integerPart(before);
  const fraction = before.slice(integer.length);
  if (after === null) {
    const higher = increment(integer);
    return higher ?? integer + midpoint(fraction, null);
  }
  const afterInteger = integerPart(after);
  if (integer === afterInteger) return integer + midpoint(fraction, after.slice(afterInteger.length));
  const higher = increment(integer);
  if (higher === null) throw new RangeError('no order key is left after the last');
  return higher < after ? higher : integer + midpoint(fraction, null);
}

/** `count` ascending keys strictly between `before` and `after`, spread so that they stay short. */
export function keysBetween(before: OrderKey | null, after: OrderKey | null, count: number): OrderKey[] {
  if (count <= 0) return [];
  const keys: OrderKey[] = [];
  if (after === null) {
    let last = before;
    for (let i = 0; i < count; i++) {
      last = keyBetween(last, null);
      keys.push(last);
    }
    return keys;
  }
  if (before === null) {
    let first: OrderKey | null = after;
    for (let i = 0; i < count; i++) {
      first = keyBetween(null, first);
      keys.push(first);
    }
    return keys.reverse();
  }
  const middle = Math.floor(count / 2);
  const key = keyBetween(before, after);
  return [...keysBetween(before, key, middle), key, ...keysBetween(key, after, count - middle - 1)];
}

/** Sorts records by `order`, then by id: the one order that every device derives from the same rows. */
export function compareByOrder(
  a: { readonly order: OrderKey; readonly id: string },
  b: { readonly order: OrderKey; readonly id: string },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function digitAt(text: string, index: number): number {
  return index < text.length ? digits.indexOf(text.charAt(index)) : 0;
}

function midpoint(low: string, high: string | null): string {
  if (high !== null) {
    let shared = 0;
    while ((low.charAt(shared) || zero) === high.charAt(shared)) shared++;
    if (shared > 0) return high.slice(0, shared) + midpoint(low.slice(shared), high.slice(shared));
  }
  const lowDigit = low === '' ? 0 : digitAt(low, 0);
  const highDigit = high === null ? digits.length : digitAt(high, 0);
  if (highDigit - lowDigit > 1) return digits.charAt(Math.round((lowDigit + highDigit) / 2));
  if (high !== null && high.length > 1) return high.charAt(0);
  return digits.charAt(lowDigit) + midpoint(low.slice(1), null);
}

function integerLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 97 + 2;
  if (head >= 'A' && head <= 'Z') return 90 - head.charCodeAt(0) + 2;
  throw new RangeError(`"${head}" does not begin an order key`);
}

function integerPart(key: OrderKey): string {
  const length = integerLength(key.charAt(0));
  if (length > key.length) throw new RangeError(`"${key}" is not an order key`);
  return key.slice(0, length);
}

function increment(integer: string): string | null {
  const head = integer.charAt(0);
  const body = integer.slice(1).split('');
  for (let i = body.length - 1; i >= 0; i--) {
    const next = digits.indexOf(body[i] ?? zero) + 1;
    if (next < digits.length) {
      body[i] = digits.charAt(next);
      return head + body.join('');
    }
    body[i] = zero;
  }
  if (head === 'Z') return `a${zero}`;
  if (head === 'z') return null;
  const nextHead = String.fromCharCode(head.charCodeAt(0) + 1);
  return nextHead + zero.repeat(integerLength(nextHead) - 1);
}

function decrement(integer: string): string | null {
  const head = integer.charAt(0);
  const body = integer.slice(1).split('');
  for (let i = body.length - 1; i >= 0; i--) {
    const next = digits.indexOf(body[i] ?? zero) - 1;
    if (next >= 0) {
      body[i] = digits.charAt(next);
      return head + body.join('');
    }
    body[i] = digits.charAt(digits.length - 1);
  }
  if (head === 'a') return `Z${digits.charAt(digits.length - 1)}`;
  if (head === 'A') return null;
  const nextHead = String.fromCharCode(head.charCodeAt(0) - 1);
  return nextHead + digits.charAt(digits.length - 1).repeat(integerLength(nextHead) - 1);
}
