/**
 * A stable 128-bit id from its parts, as 32 hex digits: the same parts give the same id on every device and after
 * every restart, so that a step that is run again finds its own rows instead of making them twice.
 * MurmurHash3_x86_128 (Austin Appleby, public domain) over UTF-16 code units; not for secrets or for file contents.
 */
export function deriveId(...parts: readonly (string | number)[]): string {
  const text = parts.map((part) => `${String(part).length}:${part}`).join('|');
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2] = unit & 0xff;
    bytes[i * 2 + 1] = unit >>> 8;
  }
  return murmur3x86x128(bytes);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

const rotl = (x: number, r: number): number => (x << r) | (x >>> (32 - r));
const mix = (k: number, first: number, turn: number, second: number): number =>
  Math.imul(rotl(Math.imul(k, first), turn), second);

function finalMix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function murmur3x86x128(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer);
  const length = bytes.length;
  const blocks = length >>> 4;
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let i = 0; i < blocks; i++) {
    const at = i * 16;
    h1 ^= mix(view.getUint32(at, true), C1, 15, C2);
    h1 = (Math.imul(rotl(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= mix(view.getUint32(at + 4, true), C2, 16, C3);
    h2 = (Math.imul(rotl(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= mix(view.getUint32(at + 8, true), C3, 17, C4);
    h3 = (Math.imul(rotl(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= mix(view.getUint32(at + 12, true), C4, 18, C1);
    h4 = (Math.imul(rotl(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  const tail = new Uint8Array(16);
  tail.set(bytes.subarray(blocks * 16));
  const rest = new DataView(tail.buffer);
  const left = length & 15;
  if (left > 12) h4 ^= mix(rest.getUint32(12, true), C4, 18, C1);
  if (left > 8) h3 ^= mix(rest.getUint32(8, true), C3, 17, C4);
  if (left > 4) h2 ^= mix(rest.getUint32(4, true), C2, 16, C3);
  if (left > 0) h1 ^= mix(rest.getUint32(0, true), C1, 15, C2);
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h3 = finalMix(h3);
  h4 = finalMix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  return [h1, h2, h3, h4].map((h) => (h >>> 0).toString(16).padStart(8, '0')).join('');
}
