import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The permissions of Vercel Blob as @vercel/blob 2.8 makes them: client tokens, and signed addresses for fetching. */

export interface BlobKeys {
  /** `vercel_blob_rw_<store>_<secret>`. */
  readonly token: string;
  /** What the store itself signs delegations with. */
  readonly storeSecret: string;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface ClientScope {
  readonly pathname: string;
  readonly maximumSizeInBytes: number | null;
  readonly allowedContentTypes: readonly string[] | null;
  readonly allowOverwrite: boolean;
  readonly addRandomSuffix: boolean;
}

export type Bearer =
  | { readonly kind: 'owner' }
  | { readonly kind: 'client'; readonly scope: ClientScope }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Who asks, by the request's `Authorization`. */
export function readBearer(request: IncomingMessage, { token }: BlobKeys, nowMs: number): Bearer {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (same(given, token)) return { kind: 'owner' };
  const [, store = '', signed = ''] = /^vercel_blob_client_([^_]+)_(.+)$/.exec(given) ?? [];
  const [signature = '', payload = ''] = Buffer.from(signed, 'base64').toString('utf8').split('.');
  if (store !== token.split('_')[3] || !same(signature, hmac(token, payload, 'hex'))) {
    return { kind: 'refused', refusal: forbidden('Access denied') };
  }
  const scope = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  if (nowMs > scope.validUntil) return { kind: 'refused', refusal: forbidden('Token expired') };
  return {
    kind: 'client',
    scope: {
      pathname: scope.pathname,
      maximumSizeInBytes: scope.maximumSizeInBytes ?? null,
      allowedContentTypes: scope.allowedContentTypes ?? null,
      allowOverwrite: scope.allowOverwrite === true,
      addRandomSuffix: scope.addRandomSuffix !== false,
    },
  };
}

/** Why a client token does not cover this; null where it does. */
export function refuseByScope(
  scope: ClientScope,
  { pathname, mime, bytes }: { readonly pathname: string; readonly mime: string; readonly bytes: number },
): Refusal | null {
  if (pathname !== scope.pathname) return bad(`"pathname" ${pathname} does not match the token payload`);
  const { allowedContentTypes, maximumSizeInBytes } = scope;
  if (allowedContentTypes !== null && !allowedContentTypes.includes(mime)) {
    return bad(`"contentType" ${mime} is not allowed`);
  }
  if (maximumSizeInBytes !== null && bytes > maximumSizeInBytes) {
    return bad(`the file length cannot be greater than ${maximumSizeInBytes}`);
  }
  return null;
}

/** Both halves of a permission: what `POST /signed-token` answers. */
export function issueDelegation(
  { token, storeSecret }: BlobKeys,
  asked: Readonly<Record<string, unknown>>,
  nowMs: number,
) {
  const validUntil = Math.min(Number(asked['validUntil'] ?? nowMs + 3_600_000), nowMs + 7 * 86_400_000);
  const scope = {
    storeId: `store_${token.split('_')[3]}`,
    pathname: asked['pathname'] ?? '*',
    operations: asked['operations'] ?? ['get', 'head', 'put', 'delete'],
    validUntil,
  };
  const payload = Buffer.from(JSON.stringify(scope)).toString('base64url');
  const delegationToken = `${payload}.${hmac(storeSecret, payload, 'base64url')}`;
  return { delegationToken, clientSigningToken: signingToken(storeSecret, delegationToken), validUntil };
}

/** Why a signed address fetches nothing; null where it does. */
export function refuseAddress(
  url: URL,
  pathname: string,
  { storeSecret }: BlobKeys,
  nowMs: number,
): Refusal | null {
  const delegation = url.searchParams.get('vercel-blob-delegation') ?? '';
  const [payload = '', sealed = ''] = delegation.split('.');
  if (!same(sealed, hmac(storeSecret, payload, 'base64url'))) return forbidden('Access denied');
  const scope = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const own = url.searchParams.get('vercel-blob-valid-until');
  const lines = ['operation=get', `pathname=${pathname}`];
  if (own !== null) lines.push(`vercel-blob-valid-until=${own}`);
  const right = hmac(signingToken(storeSecret, delegation), lines.sort().join('\n'), 'base64url');
  if (!same(url.searchParams.get('vercel-blob-signature') ?? '', right))
    return forbidden('Signature mismatch');
  if (!scope.operations.includes('get')) return forbidden('The operation is not allowed');
  if (scope.pathname !== '*' && scope.pathname !== pathname) return forbidden('The pathname is not allowed');
  return nowMs > Math.min(scope.validUntil, Number(own ?? scope.validUntil))
    ? forbidden('Token expired')
    : null;
}

export function forbidden(message: string): Refusal {
  return { status: 403, code: 'forbidden', message };
}

export function bad(message: string): Refusal {
  return { status: 400, code: 'bad_request', message };
}

function signingToken(storeSecret: string, delegation: string): string {
  return hmac(storeSecret, `sign ${delegation}`, 'base64url');
}

function hmac(key: string, text: string, form: 'hex' | 'base64url'): string {
  return createHmac('sha256', key).update(text).digest(form);
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
