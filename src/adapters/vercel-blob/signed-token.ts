import { storageRefused } from '../../cloud/ports/storage-faults.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { askBlob, type BlobOptions } from './blob-line.ts';
import type { SignedToken } from './blob-tokens.ts';

/** How long one is used; a store's token that was taken back is forgotten by then. */
const freshMs = 3_600_000;
const longestMs = 7 * 24 * 3_600_000;

/** A token that signs addresses for fetching, of any blob and good until `untilMs` at least: asked for once an hour. */
export function rememberSignedToken(options: BlobOptions): (untilMs: number) => Promise<Result<SignedToken>> {
  const { now } = options;
  let known: { readonly token: SignedToken; readonly askedAtMs: number } | null = null;
  return async (untilMs) => {
    const askedAtMs = now();
    if (known !== null && askedAtMs - known.askedAtMs < freshMs && known.token.validUntil >= untilMs) {
      return ok(known.token);
    }
    const validUntil = Math.min(untilMs + freshMs, askedAtMs + longestMs);
    const json = { operations: ['get'], validUntil };
    const issued = await askBlob(options, { method: 'POST', path: '/signed-token', json });
    if (!issued.ok) return issued;
    if (issued.value.kind !== 'done') return storageRefused(issued.value.code);
    const { delegationToken, clientSigningToken } = issued.value.json;
    if (typeof delegationToken !== 'string' || typeof clientSigningToken !== 'string') {
      return storageRefused('a permission without a token');
    }
    const token = {
      delegationToken,
      clientSigningToken,
      validUntil: validUntilOf(delegationToken, validUntil),
    };
    known = { token, askedAtMs };
    return ok(token);
  };
}

/** As the token itself says: the signature leaves a time out that is not before it. */
function validUntilOf(delegationToken: string, asked: number): number {
  try {
    const [payload = ''] = delegationToken.split('.');
    const { validUntil } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof validUntil === 'number' ? validUntil : asked;
  } catch {
    // A form that is not known yet: what was asked for holds.
    return asked;
  }
}
