/** Red, green, blue, each 0…255. */
export type Rgb = readonly [number, number, number];

/** `#rgb` or `#rrggbb`. */
export function hex(code: string): Rgb {
  const digits = code.slice(1);
  const long = digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits;
  const n = Number.parseInt(long, 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/** CSS colour. */
export function css(colour: Rgb, alpha = 1): string {
  const part = (n: number): number => Math.max(0, Math.min(255, Math.round(n)));
  return `rgba(${part(colour[0])},${part(colour[1])},${part(colour[2])},${Math.max(0, Math.min(1, alpha)).toFixed(3)})`;
}

/** `a` at 0, `b` at 1. */
export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** A surface of colour `a` under light of colour `b`. */
export function multiply(a: Rgb, b: Rgb): Rgb {
  return [(a[0] * b[0]) / 255, (a[1] * b[1]) / 255, (a[2] * b[2]) / 255];
}

export function scale(colour: Rgb, factor: number): Rgb {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}

export function lighten(colour: Rgb, amount: number): Rgb {
  return mix(colour, [255, 255, 255], amount);
}

export function darken(colour: Rgb, amount: number): Rgb {
  return mix(colour, [0, 0, 0], amount);
}

/** Rec. 709 weights on gamma values: good enough to sort tones. 0…1. */
export function luma(colour: Rgb): number {
  return (0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]) / 255;
}

/** 0 is grey, 1 unchanged, above 1 stronger. */
export function saturate(colour: Rgb, amount: number): Rgb {
  const grey = luma(colour) * 255;
  return mix([grey, grey, grey], colour, amount);
}

/** Contrast about middle grey. */
export function contrast(colour: Rgb, amount: number): Rgb {
  const f = (n: number): number => (n - 128) * amount + 128;
  return [f(colour[0]), f(colour[1]), f(colour[2])];
}
