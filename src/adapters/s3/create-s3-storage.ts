import type { MediaStorage } from '../../cloud/ports/media-storage.ts';
import { storageAsleep, storageRefused } from '../../cloud/ports/storage-faults.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { askStorage, errorCodeOf, type S3Line, type S3Options, type S3Request, signerOf } from './s3-line.ts';
import { completion, hexOf, readOpenUploads, readParts, textIn } from './s3-xml.ts';

/** How long an address for sending holds. */
const addressS = 900;

/** Files in Amazon S3, Cloudflare R2, MinIO, or whatever else speaks S3's interface (API of 2006-03-01). */
export function createS3Storage(options: S3Options): MediaStorage {
  const line: S3Line = { ...options, skewMs: 0 };
  const presign = async (request: S3Request, forS: number) => {
    const { url } = await signerOf(line, request, forS).sign();
    return { url: url.href, headers: { ...request.headers } };
  };
  const presignPut = async (request: Omit<S3Request, 'method'>) => {
    const address = await presign({ ...request, method: 'PUT' }, addressS);
    return ok({ ...address, method: 'PUT' as const });
  };
  return {
    origin: new URL(options.settings.endpoint).origin,
    remembersParts: true,
    putAddress: ({ key, mime, ...expected }) =>
      presignPut({ key, headers: { ...bound(expected), 'content-type': mime } }),
    partAddress: ({ key }, uploadId, { number, ...expected }) =>
      presignPut({ key, query: { partNumber: String(number), uploadId }, headers: bound(expected) }),
    getAddress: async (key, lifetimeS) => ok(await presign({ method: 'GET', key }, lifetimeS)),
    async beginParts({ key, mime }) {
      const headers = { 'content-type': mime, 'x-amz-checksum-algorithm': 'SHA256' };
      const begun = await askStorage(line, { method: 'POST', key, query: { uploads: '' }, headers });
      if (!begun.ok) return begun;
      const id = textIn(begun.value.body.toString('utf8'), 'UploadId');
      return begun.value.status === 404 || id === null ? storageRefused('no such bucket') : ok(id);
    },
    async parts(key, uploadId) {
      const found: ReturnType<typeof readParts>['parts'][number][] = [];
      for (let marker = '0'; ; ) {
        const query = { uploadId, 'part-number-marker': marker };
        const page = await askStorage(line, { method: 'GET', key, query });
        if (!page.ok) return page;
        if (page.value.status === 404) return ok(null);
        const { parts, next } = readParts(page.value.body.toString('utf8'));
        found.push(...parts);
        if (next === null || next === marker) return ok(found);
        marker = next;
      }
    },
    readReceipt: () => null,
    async complete({ key }, uploadId, parts) {
      const done = await askStorage(line, {
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
      return code === 'NoSuchUpload' ? ok(undefined) : storageAsleep(code, null);
    },
    abort: (key, uploadId) => done(askStorage(line, { method: 'DELETE', key, query: { uploadId } })),
    async head(key) {
      const headers = { 'x-amz-checksum-mode': 'ENABLED' };
      const found = await askStorage(line, { method: 'HEAD', key, headers });
      if (!found.ok) return found;
      if (found.value.status === 404) return ok(null);
      const { 'content-length': length, 'x-amz-checksum-sha256': checksum } = found.value.headers;
      return ok({ bytes: Number(length), sha256: hexOf(checksum) });
    },
    async beginning(key, bytes) {
      const headers = { range: `bytes=0-${bytes - 1}` };
      const found = await askStorage(line, { method: 'GET', key, headers });
      if (!found.ok) return found;
      return ok(found.value.status === 404 ? null : found.value.body.subarray(0, bytes));
    },
    remove: (key) => done(askStorage(line, { method: 'DELETE', key })),
    async openUploads() {
      const listed = await askStorage(line, { method: 'GET', key: '', query: { uploads: '' } });
      if (!listed.ok) return listed;
      if (listed.value.status === 404) return storageRefused('no such bucket');
      return ok(readOpenUploads(listed.value.body.toString('utf8')));
    },
    async probe() {
      const query = { 'list-type': '2', 'max-keys': '1' };
      const listed = await askStorage(line, { method: 'GET', key: '', query });
      if (!listed.ok) return listed;
      return listed.value.status === 404 ? storageRefused(errorCodeOf(listed.value) ?? '404') : ok(undefined);
    },
  };
}

function bound({
  sha256,
  bytes,
}: {
  readonly sha256: string;
  readonly bytes: number;
}): Record<string, string> {
  return {
    'content-length': String(bytes),
    'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
  };
}

async function done(asked: Promise<Result<unknown>>): Promise<Result<void>> {
  const answered = await asked;
  return answered.ok ? ok(undefined) : answered;
}
