/** Error correction M (15 % may be unreadable), by version from 1: codewords of correction a block, then blocks of data. */
const blocksOf: readonly (readonly [number, ...(readonly [count: number, dataEach: number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
  [24, [4, 40], [5, 41]],
  [24, [5, 41], [5, 42]],
];

/** A text in the order in which a QR code of that version holds it. */
export interface QrCodewords {
  /** 1 to 15: the code has 17 + 4 × version modules along an edge. */
  readonly version: number;
  readonly codewords: readonly number[];
}

/**
 * The smallest code that holds the text as bytes (ISO/IEC 18004, correction M); null where it is longer than the 412 bytes
 * that version 15 holds: nothing that an authenticator is told is.
 */
export function qrCodewords(text: string): QrCodewords | null {
  const bytes = new TextEncoder().encode(text);
  for (const [at, [correction, ...groups]] of blocksOf.entries()) {
    const version = at + 1;
    const sizes = groups.flatMap(([count, dataEach]) => Array.from({ length: count }, () => dataEach));
    const capacity = sizes.reduce((sum, size) => sum + size, 0);
    const lengthBits = version < 10 ? 8 : 16;
    if (4 + lengthBits + bytes.length * 8 > capacity * 8) continue;
    const data = padded(bytes, lengthBits, capacity);
    return { version, codewords: interleaved(data, sizes, correction) };
  }
  return null;
}

/** Mode, length, bytes, an end, and the two pad codewords in turn. */
function padded(bytes: Uint8Array, lengthBits: number, capacity: number): number[] {
  const written = (value: number, length: number): string => value.toString(2).padStart(length, '0');
  const bits = [
    written(0b0100, 4),
    written(bytes.length, lengthBits),
    ...[...bytes].map((b) => written(b, 8)),
  ];
  const whole = `${bits.join('')}0000`.slice(0, capacity * 8);
  const data = (whole.match(/.{1,8}/g) ?? []).map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2));
  for (let pad = 0xec; data.length < capacity; pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

/** Blocks side by side, so that a stain is spread over all of them; their correction after them in the same way. */
function interleaved(data: readonly number[], sizes: readonly number[], correction: number): number[] {
  let from = 0;
  const blocks = sizes.map((size) => {
    const block = data.slice(from, from + size);
    from += size;
    return { block, check: remainderOf(block, correction) };
  });
  const longest = Math.max(...sizes);
  const turns = (length: number, of: (n: number, at: number) => number | undefined): number[] =>
    Array.from({ length }, (_, at) => blocks.flatMap((_block, n) => of(n, at) ?? [])).flat();
  return [
    ...turns(longest, (n, at) => blocks[n]?.block[at]),
    ...turns(correction, (n, at) => blocks[n]?.check[at]),
  ];
}

/** Multiplication in GF(256) over x⁸ + x⁴ + x³ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** Reed and Solomon's check of a block: the remainder by the product of all (x − 2ⁱ). */
function remainderOf(block: readonly number[], degree: number): number[] {
  const divisor: number[] = Array.from({ length: degree }, (_, n) => (n === degree - 1 ? 1 : 0));
  for (let root = 1, n = 0; n < degree; n++, root = times(root, 2)) {
    for (let at = 0; at < degree; at++) {
      divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    }
  }
  const rest = Array.from({ length: degree }, () => 0);
  for (const codeword of block) {
    const factor = codeword ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [at, coefficient] of divisor.entries())
      rest[at] = (rest[at] ?? 0) ^ times(coefficient, factor);
  }
  return rest;
}
