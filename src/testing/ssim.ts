/** A frame as RGBA bytes, four a pixel, row by row. */
export interface RgbaFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

export interface Similarity {
  /** Mean of the SSIM index over the frame; 1 for equal frames. */
  readonly mean: number;
  /** The tile whose mean is least: what a whole-frame figure hides. */
  readonly worstTile: { readonly value: number; readonly x: number; readonly y: number };
}

/** Side of the sliding window and of a tile, in pixels. */
const windowPx = 8;
const tilePx = 64;
/** (K1 L)² and (K2 L)² with K1 = 0.01, K2 = 0.03, L = 255. */
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

/**
 * Structural similarity of two frames of one size: Wang, Bovik, Sheikh, Simoncelli, "Image Quality Assessment: From
 * Error Visibility to Structural Similarity" (2004), on BT.709 luma, with a uniform 8 × 8 window moved by one pixel.
 * A window belongs to the 64-pixel tile that its centre lies in; tiles at the right and bottom edge may be smaller.
 */
export function compareFrames(a: RgbaFrame, b: RgbaFrame): Similarity {
  const { widthPx, heightPx } = a;
  if (b.widthPx !== widthPx || b.heightPx !== heightPx) throw new RangeError('the frames differ in size');
  if (widthPx < windowPx || heightPx < windowPx)
    throw new RangeError('the frames are smaller than the window');
  const sums = prefixSums(lumaOf(a), lumaOf(b), widthPx, heightPx);
  const columns = Math.ceil(widthPx / tilePx);
  const rows = Math.ceil(heightPx / tilePx);
  const totals = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y + windowPx <= heightPx; y++) {
    const row = Math.floor((y + windowPx / 2) / tilePx) * columns;
    for (let x = 0; x + windowPx <= widthPx; x++) {
      const tile = row + Math.floor((x + windowPx / 2) / tilePx);
      totals[tile] = (totals[tile] ?? 0) + windowSsim(sums, x, y);
      counts[tile] = (counts[tile] ?? 0) + 1;
    }
  }
  return summarise(totals, counts, columns);
}

function summarise(totals: Float64Array, counts: Uint32Array, columns: number): Similarity {
  let total = 0;
  let count = 0;
  let worst = { value: Number.POSITIVE_INFINITY, x: 0, y: 0 };
  totals.forEach((sum, tile) => {
    const windows = counts[tile] ?? 0;
    if (windows === 0) return;
    total += sum;
    count += windows;
    const value = sum / windows;
    const x = (tile % columns) * tilePx;
    if (value < worst.value) worst = { value, x, y: Math.floor(tile / columns) * tilePx };
  });
  return { mean: total / count, worstTile: worst };
}

function lumaOf({ rgba, widthPx, heightPx }: RgbaFrame): Float64Array {
  if (rgba.length !== widthPx * heightPx * 4) throw new RangeError('the bytes do not make this frame');
  const luma = new Float64Array(widthPx * heightPx);
  for (let i = 0; i < luma.length; i++) {
    const at = i * 4;
    luma[i] = 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
  }
  return luma;
}

/** Sums over all pixels above and left of (x, y), one column and row larger than the frame. */
interface PrefixSums {
  readonly stride: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly aa: Float64Array;
  readonly bb: Float64Array;
  readonly ab: Float64Array;
}

function prefixSums(a: Float64Array, b: Float64Array, widthPx: number, heightPx: number): PrefixSums {
  const stride = widthPx + 1;
  const sumOf = (value: (i: number) => number): Float64Array => {
    const sums = new Float64Array(stride * (heightPx + 1));
    for (let y = 0; y < heightPx; y++) {
      let row = 0;
      for (let x = 0; x < widthPx; x++) {
        row += value(y * widthPx + x);
        sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
      }
    }
    return sums;
  };
  return {
    stride,
    a: sumOf((i) => a[i] ?? 0),
    b: sumOf((i) => b[i] ?? 0),
    aa: sumOf((i) => (a[i] ?? 0) ** 2),
    bb: sumOf((i) => (b[i] ?? 0) ** 2),
    ab: sumOf((i) => (a[i] ?? 0) * (b[i] ?? 0)),
  };
}

function windowSsim(sums: PrefixSums, x: number, y: number): number {
  const n = windowPx * windowPx;
  const top = y * sums.stride + x;
  const bottom = top + windowPx * sums.stride;
  const mean = (s: Float64Array): number =>
    ((s[bottom + windowPx] ?? 0) - (s[bottom] ?? 0) - (s[top + windowPx] ?? 0) + (s[top] ?? 0)) / n;
  const ma = mean(sums.a);
  const mb = mean(sums.b);
  const va = Math.max(0, mean(sums.aa) - ma * ma);
  const vb = Math.max(0, mean(sums.bb) - mb * mb);
  const cov = mean(sums.ab) - ma * mb;
  return ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}
