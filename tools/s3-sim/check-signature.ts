import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Signature Version 4 as Amazon S3 checks it: "Authenticating Requests (AWS Signature Version 4)", by header and by query. */

export interface SimKeys {
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** How far the clocks of who signs and of the storage may be apart. */
const skewMs = 15 * 60_000;

/** Why the request is refused; null where its signature is right, in time, and of the known key. */
export function checkSignature(
  request: IncomingMessage,
  url: URL,
  keys: SimKeys,
  nowMs: number,
): Refusal | null {
  const given = signatureOf(request, url);
  if (given === null) return refuse('AccessDenied', 'The request is not signed.');
  const [keyId, day, region, service, end] = given.credential.split('/');
  if (keyId !== keys.keyId) return refuse('InvalidAccessKeyId', 'There is no such key.');
  if (region !== keys.region || service !== 's3' || end !== 'aws4_request') {
    return refuse(
      'AuthorizationHeaderMalformed',
      `The scope ${given.credential} is not of this storage.`,
      400,
    );
  }
  const signedMs = timeOf(given.date);
  if (day !== given.date.slice(0, 8) || Number.isNaN(signedMs)) {
    return refuse('AccessDenied', 'The date is not as it should be.');
  }
  if (given.expiresS === null && Math.abs(nowMs - signedMs) > skewMs) {
    return refuse('RequestTimeTooSkewed', 'The clocks are too far apart.');
  }
  if (given.expiresS !== null && (nowMs > signedMs + given.expiresS * 1_000 || nowMs < signedMs - skewMs)) {
    return refuse('AccessDenied', 'Request has expired');
  }
  const unsigned = mustBeSigned(request).find((name) => !given.headers.includes(name));
  if (unsigned !== undefined) return refuse('AccessDenied', `The header ${unsigned} was not signed.`);
  const canonical = [
    request.method ?? '',
    encodePath(url.pathname),
    canonicalQuery(url),
    ...given.headers.map((name) => `${name}:${headerText(request, name)}`),
    '',
    given.headers.join(';'),
    given.bodyDigest,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', given.date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join(
    '\n',
  );
  const key = [day ?? '', region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${keys.secret}`);
  const right = hmac(key, toSign).toString('hex');
  const same =
    right.length === given.signature.length &&
    timingSafeEqual(Buffer.from(right), Buffer.from(given.signature));
  return same ? null : refuse('SignatureDoesNotMatch', `The signature is wrong for:\n${canonical}`);
}

function signatureOf(request: IncomingMessage, url: URL) {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const parts =
      /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(header);
    const [, credential = '', headers = '', signature = ''] = parts ?? [];
    const bodyDigest = String(request.headers['x-amz-content-sha256'] ?? '');
    const date = String(request.headers['x-amz-date'] ?? '');
    if (parts === null || bodyDigest === '') return null;
    return { credential, headers: headers.split(';'), signature, date, bodyDigest, expiresS: null };
  }
  const { searchParams: query } = url;
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return null;
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    headers: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    date: query.get('X-Amz-Date') ?? '',
    bodyDigest: 'UNSIGNED-PAYLOAD',
    expiresS: Number(query.get('X-Amz-Expires') ?? 0),
  };
}

/** What says something to S3 counts only when it was signed. */
function mustBeSigned(request: IncomingMessage): string[] {
  return ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
}

function headerText(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '')
    .trim()
    .replace(/\s+/g, ' ');
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

function encodePath(path: string): string {
  return decodeURIComponent(path).split('/').map(encode).join('/');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `20261121T200000Z`. */
function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refuse(code: string, message: string, status = 403): Refusal {
  return { status, code, message };
}
