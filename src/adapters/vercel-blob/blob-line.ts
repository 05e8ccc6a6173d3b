import { storageAsleep, storageRefused } from '../../cloud/ports/storage-faults.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord, jsonOf, retryAfterMs } from '../../net/read-answer.ts';
import { sendOnce } from '../../net/send-once.ts';

export interface BlobSettings {
  /** `vercel_blob_rw_<store>_<secret>`: may do everything in that store, so it never leaves the service. */
  readonly token: string;
  /** `https://vercel.com/api/blob`, or a stand-in's. */
  readonly apiUrl: string;
  /** Where files are fetched; null for the store's own `https://<store>.private.blob.vercel-storage.com`. */
  readonly deliveryUrl: string | null;
}

export interface BlobOptions {
  readonly settings: BlobSettings;
  readonly now: () => number;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

export interface BlobRequest {
  readonly method: 'GET' | 'POST';
  /** Below the API's address: `/mpu?pathname=…`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export type BlobAnswer =
  | { readonly kind: 'done'; readonly json: Readonly<Record<string, unknown>> }
  /** There is no such blob, or it cannot be as asked: the caller knows which. */
  | { readonly kind: 'not-so'; readonly code: string };

/** The form of the API that this speaks; @vercel/blob 2.8. */
const apiVersion = '12';

/** The store's id, the fourth word of the token. */
export function storeOf({ token }: Pick<BlobSettings, 'token'>): string {
  return token.split('_')[3] ?? '';
}

export function deliveryOf(settings: BlobSettings): string {
  return settings.deliveryUrl ?? `https://${storeOf(settings).toLowerCase()}.private.blob.vercel-storage.com`;
}

/** What every request says, whoever sends it. */
export function commonHeaders(settings: BlobSettings, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'x-api-version': apiVersion,
    'x-vercel-blob-store-id': storeOf(settings),
    'x-vercel-blob-access': 'private',
  };
}

/** One call of the service's own, with the token that may do everything. */
export async function askBlob(options: BlobOptions, request: BlobRequest): Promise<Result<BlobAnswer>> {
  const { settings, now } = options;
  const { method, path, headers = {}, json } = request;
  const outcome = await sendOnce({
    method,
    url: new URL(`${settings.apiUrl}${path}`),
    headers: {
      ...commonHeaders(settings, settings.token),
      ...headers,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(json)) }),
    toPrivateNetworks: true,
    connectTimeoutMs: options.connectTimeoutMs,
    answerTimeoutMs: options.answerTimeoutMs,
  });
  if (outcome.kind !== 'answer') return storageAsleep(outcome.cause.message, null);
  const { status } = outcome;
  const body = jsonOf(outcome.body);
  if (status >= 200 && status < 300) {
    // What was removed is answered with nothing.
    const isNothing = ['', 'null'].includes(outcome.body.toString('utf8'));
    return body === null && !isNothing
      ? storageAsleep(`${status} without JSON`, null)
      : ok({ kind: 'done', json: body ?? {} });
  }
  const error = isRecord(body?.['error']) ? body['error'] : {};
  const code = typeof error['code'] === 'string' ? error['code'] : 'unknown_error';
  const reason = `${status} ${code}`;
  if (status === 404 || status === 400) return ok({ kind: 'not-so', code });
  if (status === 429 || status >= 500)
    return storageAsleep(reason, retryAfterMs(outcome.headers['retry-after'], now()));
  return storageRefused(reason);
}
