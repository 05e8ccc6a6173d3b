import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Presigned } from '../../domain/sync/media-messages.ts';
import type { ExpectedBytes, MediaStorage, StoredPart } from './media-storage.ts';
import { askStorage, asleep, errorCodeOf, type S3Options, type S3Request, signerOf } from './s3-line.ts';

/** How long an address holds. */
const addressS = 900;

/** Files in Amazon S3, Cloudflare R2, MinIO, or whatever else speaks S3's interface (API of 2006-03-01). */
export function createS3Storage(options: S3Options): MediaStorage {
  const presign = async (request: S3Request): Promise<Presigned> => {
    const { url } = await signerOf(options, request, addressS).sign();
    return { url: url.href, headers: { ...request.headers } };
  };
  return {
    putAddress: (key, mime, expected) =>
      presign({ method: 'PUT', key, headers: { ...bound(expected), 'content-type': mime } }),
    partAddress: (key, uploadId, number, expected) =>
      presign({
        method: 'PUT',
        key,
        query: { partNumber: String(number), uploadId },
        headers: bound(expected),
      }),
    getAddress: (key) => presign({ method: 'GET', key }),
    async beginParts(key, mime) {
      const headers = { 'content-type': mime, 'x-amz-checksum-algorithm': 'SHA256' };
      const begun = await askStorage(options, { method: 'POST', key, query: { uploads: '' }, headers });
      if (!begun.ok) return begun;
      const id = textIn(begun.value.body.toString('utf8'), 'UploadId');
      return begun.value.status === 404 || id === null ? noBucket() : ok(id);
    },
    parts: (key, uploadId) => listParts(options, key, uploadId),
    async complete(key, uploadId, parts) {
      const done = await askStorage(options, {
        method: 'POST',
        key,
        query: { uploadId },
        headers: { 'content-type': 'application/xml' },
        body: completion(parts),
      });
      if (!done.ok) return done;
      const code = errorCodeOf(done.value);
      if (code === null) return ok(undefined);
      // S3 begins this answer before it knows how it ends: an error may stand in an answer of 200.
      return code === 'NoSuchUpload' ? ok(undefined) : asleep(code, null);
    },
    async abort(key, uploadId) {
      const ended = await askStorage(options, { method: 'DELETE', key, query: { uploadId } });
      return ended.ok ? ok(undefined) : ended;
    },
    async head(key) {
      const headers = { 'x-amz-checksum-mode': 'ENABLED' };
      const found = await askStorage(options, { method: 'HEAD', key, headers });
      if (!found.ok) return found;
      if (found.value.status === 404) return ok(null);
      const { 'content-length': length, 'x-amz-checksum-sha256': checksum } = found.value.headers;
      return ok({ bytes: Number(length), sha256: hexOf(checksum) });
    },
    async remove(key) {
      const removed = await askStorage(options, { method: 'DELETE', key });
      return removed.ok ? ok(undefined) : removed;
    },
  };
}

function bound({ sha256, bytes }: ExpectedBytes): Record<string, string> {
  return {
    'content-length': String(bytes),
    'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
  };
}

async function listParts(
  options: S3Options,
  key: string,
  uploadId: string,
): Promise<Result<readonly StoredPart[] | null>> {
  const parts: StoredPart[] = [];
  for (let marker = '0'; ; ) {
    const query = { uploadId, 'part-number-marker': marker };
    const page = await askStorage(options, { method: 'GET', key, query });
    if (!page.ok) return page;
    if (page.value.status === 404) return ok(null);
    const xml = page.value.body.toString('utf8');
    for (const [, part = ''] of xml.matchAll(/<Part>(.*?)<\/Part>/gs)) {
      parts.push({
        number: Number(textIn(part, 'PartNumber')),
        bytes: Number(textIn(part, 'Size')),
        etag: textIn(part, 'ETag') ?? '',
        sha256: hexOf(textIn(part, 'ChecksumSHA256') ?? undefined),
      });
    }
    const next = textIn(xml, 'NextPartNumberMarker');
    if (textIn(xml, 'IsTruncated') !== 'true' || next === null || next === marker) return ok(parts);
    marker = next;
  }
}

function completion(parts: readonly StoredPart[]): string {
  const listed = parts.map(({ number, etag, sha256 }) => {
    const digest = sha256 === null ? '' : Buffer.from(sha256, 'hex').toString('base64');
    const checksum = sha256 === null ? '' : `<ChecksumSHA256>${digest}</ChecksumSHA256>`;
    return `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag>${checksum}</Part>`;
  });
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
}

/** The text of an element, as it stands in the XML: tags and digests need no unescaping to be sent back. */
function textIn(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null;
}

/** A digest of one piece; "…-3" is of three, and says nothing of the whole. */
function hexOf(checksum: unknown): string | null {
  if (typeof checksum !== 'string') return null;
  const digest = Buffer.from(checksum, 'base64');
  return checksum.includes('-') || digest.length !== 32 ? null : digest.toString('hex');
}

function noBucket(): Result<never> {
  return fail(
    'sync.broken',
    'The service failed at this. Nothing of it was kept. Its people find the reason by the request id.',
    { reason: 'storage: no such bucket' },
  );
}
