import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody guesses it, so its hash needs no salt and no slowness. */
export function newShareToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a link's token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** OWASP's parameters for scrypt with 32 MiB: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** `scrypt$N$r$p$salt$key`, so that what is kept stays readable when the cost rises. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await stretch(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = kept.split('$');
  const expected = Buffer.from(key, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const given = await stretch(password, Buffer.from(salt, 'base64url'), options);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function stretch(password: string, salt: Buffer, options: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/**
 * Says that whoever holds it knew the password, until `untilMs`. Its key is the kept hash of the password: nothing else has to be
 * kept, and another password makes it worthless.
 */
export function makePass(shareId: string, passwordHash: string, untilMs: number): string {
  return `${untilMs}.${signature(shareId, passwordHash, untilMs)}`;
}

export function isPass(pass: string, shareId: string, passwordHash: string, nowMs: number): boolean {
  const [until = '', given = ''] = pass.split('.');
  const untilMs = Number(until);
  if (!Number.isSafeInteger(untilMs) || untilMs < nowMs) return false;
  const expected = Buffer.from(signature(shareId, passwordHash, untilMs));
  const said = Buffer.from(given);
  return said.length === expected.length && timingSafeEqual(said, expected);
}

function signature(shareId: string, passwordHash: string, untilMs: number): string {
  return createHmac('sha256', passwordHash).update(`${shareId} ${untilMs}`).digest('base64url');
}
