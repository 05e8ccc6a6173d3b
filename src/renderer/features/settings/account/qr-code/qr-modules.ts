import { qrCodewords } from './qr-codewords.ts';

/** Where alignment patterns stand, by version from 1, in both directions. */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
  [6, 26, 46, 66],
  [6, 26, 48, 70],
];

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Rows of modules, true for dark. */
export type QrModules = readonly (readonly boolean[])[];
type Drawing = (boolean | null)[][];

/** The text as a QR code without its quiet margin; null where it is too long for one (see {@link qrCodewords}). */
export function qrModules(text: string): QrModules | null {
  const held = qrCodewords(text);
  if (held === null) return null;
  const { version, codewords } = held;
  const fixed = drawPatterns(version);
  const drawn = masks.map((mask, number) => {
    const modules = fixed.map((row) => [...row]);
    drawFormat(modules, number);
    drawData(modules, fixed, codewords, mask);
    return modules.map((row) => row.map((module) => module === true));
  });
  // Any mask can be read; the one that disturbs a reader least is taken.
  return drawn.reduce((best, next) => (penaltyOf(next) < penaltyOf(best) ? next : best));
}

/** What is the same whatever the text: null where data goes. Places of the format are taken, and drawn later. */
function drawPatterns(version: number): Drawing {
  const size = 17 + 4 * version;
  const modules: Drawing = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  const put = (x: number, y: number, dark: boolean): void => {
    const row = modules[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = dark;
  };
  for (let n = 0; n < size; n++) {
    put(6, n, n % 2 === 0);
    put(n, 6, n % 2 === 0);
  }
  const square = (cx: number, cy: number, reach: number, isDark: (ring: number) => boolean): void => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        put(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  const isFinder = (ring: number): boolean => ring !== 2 && ring !== 4;
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    square(x, y, 4, isFinder);
  }
  const centres = alignments[version - 1] ?? [];
  const last = centres.at(-1);
  for (const x of centres) {
    for (const y of centres) {
      const onFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!onFinder) square(x, y, 2, (ring) => ring !== 1);
    }
  }
  drawFormat(modules, 0);
  if (version >= 7) drawVersion(modules, version);
  return modules;
}

/** `bits` with the remainder of their division by `divisor` behind them. */
function withCheck(bits: number, divisor: number, length: number): number {
  let rest = bits;
  const top = 31 - Math.clz32(divisor);
  for (let n = 0; n < length; n++) rest = (rest << 1) ^ ((rest >> (top - 1)) * divisor);
  return (bits << length) | (rest & ((1 << length) - 1));
}

/** Correction and mask, twice, around the finders; and the one module that is always dark. */
function drawFormat(modules: Drawing, mask: number): void {
  const size = modules.length;
  // Correction M is written 00.
  const bits = withCheck(mask, 0x537, 10) ^ 0x5412;
  const put = (x: number, y: number, n: number): void => {
    const row = modules[y];
    if (row !== undefined) row[x] = ((bits >> n) & 1) === 1;
  };
  for (let n = 0; n < 15; n++) {
    if (n < 6) put(8, n, n);
    else if (n < 8) put(8, n + 1, n);
    else if (n === 8) put(7, 8, n);
    else put(14 - n, 8, n);
    if (n < 8) put(size - 1 - n, 8, n);
    else put(8, size - 15 + n, n);
  }
  const row = modules[size - 8];
  if (row !== undefined) row[8] = true;
}

function drawVersion(modules: Drawing, version: number): void {
  const size = modules.length;
  const bits = withCheck(version, 0x1f25, 12);
  for (let n = 0; n < 18; n++) {
    const dark = ((bits >> n) & 1) === 1;
    const [long, short] = [size - 11 + (n % 3), Math.floor(n / 3)];
    const [upper, lower] = [modules[short], modules[long]];
    if (upper !== undefined) upper[long] = dark;
    if (lower !== undefined) lower[short] = dark;
  }
}

/** Two columns at a time, from the right, up and down in turn, past the vertical timing pattern. */
function drawData(
  modules: Drawing,
  fixed: Drawing,
  codewords: readonly number[],
  mask: (x: number, y: number) => boolean,
): void {
  const size = modules.length;
  let bit = 0;
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2, upwards = !upwards) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = modules[y];
        if (row === undefined || fixed[y]?.[x] !== null) continue;
        const codeword = codewords[bit >> 3] ?? 0;
        row[x] = (((codeword >> (7 - (bit & 7))) & 1) === 1) !== mask(x, y);
        bit++;
      }
    }
  }
}

/** The four faults of the standard: long runs, blocks, what looks like a finder, and too much of one shade. */
function penaltyOf(modules: QrModules): number {
  const size = modules.length;
  const columns = Array.from({ length: size }, (_, x) => modules.map((row) => row[x] === true));
  let penalty = 0;
  for (const line of [...modules, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of text.match(/1{5,}|0{5,}/g) ?? []) penalty += run.length - 2;
    penalty += 40 * (text.match(/(?=10111010000)|(?=00001011101)/g)?.length ?? 0);
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const corner = modules[y]?.[x];
      const same = modules[y]?.[x + 1] === corner && modules[y + 1]?.[x] === corner;
      if (same && modules[y + 1]?.[x + 1] === corner) penalty += 3;
    }
  }
  const dark = modules.flat().filter(Boolean).length;
  return penalty + 10 * Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5);
}
