import { AwsV4Signer } from 'aws4fetch';
import { storageAsleep, storageClockWrong, storageRefused } from '../../cloud/ports/storage-faults.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
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

/** How to ask, and what time it is there. */
export interface S3Line extends S3Options {
  /** What our clock lacks to the storage's, in milliseconds; 0 until the storage said otherwise. */
  skewMs: number;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type S3Answer = Extract<SingleShotOutcome, { kind: 'answer' }>;

const skewedCode = 'RequestTimeTooSkewed';
/** How far S3 lets clocks be apart. */
const mostSkewMs = 15 * 60_000;

/** A signer for this request: by query for somebody else to send, by header for us. AWS, "Signature Version 4". */
export function signerOf(
  { settings, now, skewMs }: S3Line,
  { method, key, query = {}, headers = {}, body }: S3Request,
  expiresS: number | null,
): AwsV4Signer {
  const url = new URL(settings.endpoint);
  url.pathname = `/${settings.bucket}${key === '' ? '' : `/${encodeKey(key)}`}`;
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
    datetime: new Date(now() + skewMs).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  });
}

/** As the signature has it, so that sent and signed are the same: a plus sign in a path would be signed as a space. */
function encodeKey(key: string): string {
  const encoded = key.split('/').map(encodeURIComponent).join('/');
  return encoded.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** One call of the storage's own. Answers of 404 are the caller's to read; what else is no success is a fault. */
export async function askStorage(line: S3Line, request: S3Request): Promise<Result<S3Answer>> {
  const asked = await ask(line, request);
  if (!asked.ok) return asked;
  const theirsMs = Date.parse(String(asked.value.headers.date ?? ''));
  if (!isSkewed(line, asked.value, theirsMs)) return judge(line, asked.value);
  // It says what time it is: this call was not done, and all from now on are signed by its clock.
  line.skewMs = theirsMs - line.now();
  const again = await ask(line, request);
  return again.ok ? judge(line, again.value) : again;
}

/** An answer to HEAD has no body that could say it: there the clocks themselves do. */
function isSkewed({ now, skewMs }: S3Line, answer: S3Answer, theirsMs: number): boolean {
  if (answer.status !== 403 || Number.isNaN(theirsMs)) return false;
  const code = errorCodeOf(answer);
  if (code !== null) return code === skewedCode;
  return Math.abs(theirsMs - now() - skewMs) > mostSkewMs;
}

async function ask(line: S3Line, request: S3Request): Promise<Result<S3Answer>> {
  const signed = await signerOf(line, request, null).sign();
  const outcome = await sendOnce({
    method: request.method,
    url: signed.url,
    headers: Object.fromEntries(signed.headers),
    ...(request.body === undefined ? {} : { body: new TextEncoder().encode(request.body) }),
    toPrivateNetworks: true,
    connectTimeoutMs: line.connectTimeoutMs,
    answerTimeoutMs: line.answerTimeoutMs,
  });
  return outcome.kind === 'answer' ? ok(outcome) : storageAsleep(outcome.cause.message, null);
}

function judge({ now }: S3Line, answer: S3Answer): Result<S3Answer> {
  const { status, headers } = answer;
  if ((status >= 200 && status < 300) || status === 404) return ok(answer);
  const code = errorCodeOf(answer);
  const reason = `${status} ${code ?? ''}`.trim();
  if (status === 429 || status >= 500)
    return storageAsleep(reason, retryAfterMs(headers['retry-after'], now()));
  if (code === skewedCode) return storageClockWrong(reason);
  return storageRefused(reason);
}

/** `NoSuchUpload` and the like; null where the answer names none. */
export function errorCodeOf({ body }: Pick<S3Answer, 'body'>): string | null {
  return /<Code>([^<]+)<\/Code>/.exec(body.toString('utf8'))?.[1] ?? null;
}
