import { createHmac, randomBytes } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret as authenticators take it: base32 without padding (RFC 4648), 20 bytes. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => letters[byte % 32]).join('');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** The six figures that an authenticator shows at that time: RFC 6238 with SHA-1 and steps of 30 s. */
export function totpCode(secret: string, atMs: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const mac = createHmac('sha1', bytesOf(secret)).update(step).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const figures = (mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(figures).padStart(6, '0');
}

/** The code of now, or of the step before: people type slowly. */
export function isTotpCode(secret: string, code: string, atMs: number): boolean {
  return code === totpCode(secret, atMs) || code === totpCode(secret, atMs - 30_000);
}
