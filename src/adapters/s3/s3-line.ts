import { AwsV4Signer } from 'aws4fetch';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { retryAfterMs } from '../../net/read-answer.ts';
import { type SingleShotOutcome, sendOnce } from '../../net/send-once.ts';

export interface S3Settings {
  /** Such as `https://<account>.r2.cloudflarestorage.com`. Addresses are path style. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
}

export interface S3Options {
  readonly settings: S3Settings;
  readonly now: () => number;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type S3Answer = Extract<SingleShotOutcome, { kind: 'answer' }>;

/** A signer for this request: by query for somebody else to send, by header for us. AWS, "Signature Version 4". */
export function signerOf(
  { settings, now }: S3Options,
  { method, key, query = {}, headers = {}, body }: S3Request,
  expiresS: number | null,
): AwsV4Signer {
  const url = new URL(settings.endpoint);
  url.pathname = `/${settings.bucket}/${key}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (expiresS !== null) url.searchParams.set('X-Amz-Expires', String(expiresS));
  return new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    accessKeyId: settings.keyId,
    secretAccessKey: settings.secret,
    service: 's3',
    region: settings.region,
    signQuery: expiresS !== null,
    // The length too: who may send a megabyte may not send a gigabyte.
    allHeaders: true,
    datetime: new Date(now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  });
}

/** One call of the storage's own. Answers of 404 are the caller's to read; what else is no success is a fault. */
export async function askStorage(options: S3Options, request: S3Request): Promise<Result<S3Answer>> {
  const signed = await signerOf(options, request, null).sign();
  const outcome = await sendOnce({
    method: request.method,
    url: signed.url,
    headers: Object.fromEntries(signed.headers),
    ...(request.body === undefined ? {} : { body: new TextEncoder().encode(request.body) }),
    toPrivateNetworks: true,
    connectTimeoutMs: options.connectTimeoutMs,
    answerTimeoutMs: options.answerTimeoutMs,
  });
  if (outcome.kind !== 'answer') return asleep(outcome.cause.message, null);
  const { status, headers } = outcome;
  if ((status >= 200 && status < 300) || status === 404) return ok(outcome);
  const reason = `${status} ${errorCodeOf(outcome) ?? ''}`.trim();
  if (status === 429 || status >= 500)
    return asleep(reason, retryAfterMs(headers['retry-after'], options.now()));
  return fail(
    'sync.broken',
    'The service failed at this. Nothing of it was kept. Its people find the reason by the request id.',
    { reason: `storage: ${reason}` },
  );
}

/** `NoSuchUpload` and the like; null where the answer names none. */
export function errorCodeOf({ body }: S3Answer): string | null {
  return /<Code>([^<]+)<\/Code>/.exec(body.toString('utf8'))?.[1] ?? null;
}

export function asleep(reason: string, namedMs: number | null): Result<never> {
  return fail(
    'sync.storage-asleep',
    'The storage of the service does not answer at the moment. Nothing was lost. Try again in a moment.',
    { retryAfterMs: namedMs ?? 2_000, reason: `storage: ${reason}` },
  );
}
