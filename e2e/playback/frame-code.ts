/**
 * A frame's number painted into it: twelve squares in a row, black for 0 and white for 1, lowest bit first, and below
 * them a bar that says which film it is. Survives any codec and any scaling down to a quarter.
 */
export const codeBits = 12;

export interface CodePlace {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Paints number and film onto RGBA pixels. `row` (0…1) says at which height, so that two layers can be told apart. */
export function paintFrameCode(
  rgba: Uint8Array,
  { widthPx, heightPx }: CodePlace,
  frame: number,
  row = 0,
): void {
  const side = Math.floor(widthPx / codeBits);
  const top = Math.floor(heightPx * (row === 0 ? 0.1 : 0.6));
  const bottom = Math.min(heightPx, top + Math.floor(heightPx * 0.25));
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < side * codeBits; x++) {
      const level = (frame >> Math.floor(x / side)) & 1 ? 235 : 20;
      const at = (y * widthPx + x) * 4;
      rgba[at] = level;
      rgba[at + 1] = level;
      rgba[at + 2] = level;
    }
  }
}

/** Reads the number back from pixels of any size. */
export function readFrameCode(
  rgba: Uint8Array | Uint8ClampedArray,
  { widthPx, heightPx }: CodePlace,
  row = 0,
): number {
  const y = Math.floor(heightPx * ((row === 0 ? 0.1 : 0.6) + 0.12));
  let frame = 0;
  for (let bit = 0; bit < codeBits; bit++) {
    const x = Math.floor(((bit + 0.5) * widthPx) / codeBits);
    if ((rgba[(y * widthPx + x) * 4] ?? 0) > 110) frame |= 1 << bit;
  }
  return frame;
}
