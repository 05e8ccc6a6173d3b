import type { ExpectedFile, MediaStorage } from '../../cloud/ports/media-storage.ts';
import { storageRefused } from '../../cloud/ports/storage-faults.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { UploadAddress } from '../../domain/sync/media-messages.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { askBlob, type BlobOptions, commonHeaders, deliveryOf, storeOf } from './blob-line.ts';
import { makeClientToken, presignGet } from './blob-tokens.ts';
import { readBeginning } from './read-beginning.ts';
import { rememberSignedToken } from './signed-token.ts';

/** How long an address for sending holds. */
const addressMs = 900_000;

/** Files in a private store of Vercel Blob. It takes no checksums and forgets nothing, but tells nobody which parts it has. */
export function createBlobStorage(options: BlobOptions): MediaStorage {
  const { settings, now } = options;
  const delivery = deliveryOf(settings);
  const signedToken = rememberSignedToken(options);
  /** What somebody else sends, with a token for this file alone. */
  const sending = (file: ExpectedFile): Record<string, string> => ({
    ...commonHeaders(
      settings,
      makeClientToken(settings.token, storeOf(settings), {
        pathname: file.key,
        maximumSizeInBytes: file.bytes,
        allowedContentTypes: [file.mime],
        validUntil: now() + addressMs,
        addRandomSuffix: false,
        // An upload whose answer was lost is sent again.
        allowOverwrite: true,
      }),
    ),
    'x-content-type': file.mime,
  });
  return {
    origin: new URL(delivery).origin,
    remembersParts: false,
    putAddress: async (file) =>
      ok({
        ...({
          method: 'PUT',
          url: `${settings.apiUrl}/?${named(file.key)}`,
        } satisfies Partial<UploadAddress>),
        headers: sending(file),
      }),
    partAddress: async (file, uploadId, { number }) =>
      ok({
        ...({ method: 'POST', url: partsPath(settings.apiUrl, file.key) } satisfies Partial<UploadAddress>),
        headers: {
          ...sending(file),
          ...partHeaders(uploadId, 'upload'),
          'x-mpu-part-number': String(number),
        },
      }),
    async getAddress(key, lifetimeS) {
      const untilMs = now() + lifetimeS * 1_000;
      const token = await signedToken(untilMs);
      if (!token.ok) return token;
      return ok({
        url: `${delivery}/${encodePath(key)}?${presignGet(token.value, key, untilMs)}`,
        headers: {},
      });
    },
    async beginParts({ key, mime }) {
      const begun = await askBlob(options, {
        method: 'POST',
        path: partsPath('', key),
        headers: {
          'x-mpu-action': 'create',
          'x-content-type': mime,
          'x-add-random-suffix': '0',
          'x-allow-overwrite': '1',
        },
      });
      if (!begun.ok) return begun;
      if (begun.value.kind !== 'done') return storageRefused(begun.value.code);
      const { uploadId, key: name } = begun.value.json;
      if (typeof uploadId !== 'string' || typeof name !== 'string')
        return storageRefused('an upload without an id');
      return ok(`${encodeURIComponent(name)} ${uploadId}`);
    },
    // Never asked: see `remembersParts`.
    parts: async () => ok(null),
    readReceipt(answer) {
      const etag = jsonOf(Buffer.from(answer))?.['etag'];
      return typeof etag === 'string' && etag !== '' ? etag : null;
    },
    async complete({ key, mime }, uploadId, parts) {
      const done = await askBlob(options, {
        method: 'POST',
        path: partsPath('', key),
        headers: { ...partHeaders(uploadId, 'complete'), 'x-content-type': mime },
        json: parts.map(({ number, etag }) => ({ partNumber: number, etag })),
      });
      if (!done.ok) return done;
      return done.value.kind === 'done' ? ok(undefined) : noSuchParts(done.value.code);
    },
    // It has no call for it; what is not completed is the store's to clear.
    abort: async () => ok(undefined),
    async head(key) {
      const found = await askBlob(options, { method: 'GET', path: `?${new URLSearchParams({ url: key })}` });
      if (!found.ok) return found;
      if (found.value.kind === 'not-so') return notFound(found.value.code);
      const bytes = found.value.json['size'];
      return typeof bytes === 'number'
        ? ok({ bytes, sha256: null })
        : storageRefused('a blob without a size');
    },
    beginning: (key, bytes) => readBeginning(options, `${delivery}/${encodePath(key)}`, bytes),
    async remove(key) {
      const removed = await askBlob(options, { method: 'POST', path: '/delete', json: { urls: [key] } });
      if (!removed.ok) return removed;
      if (removed.value.kind === 'done') return ok(undefined);
      const absent = notFound(removed.value.code);
      return absent.ok ? ok(undefined) : absent;
    },
    openUploads: async () => ok([]),
    async probe() {
      const listed = await askBlob(options, { method: 'GET', path: '?limit=1' });
      if (!listed.ok) return listed;
      return listed.value.kind === 'done' ? ok(undefined) : storageRefused(listed.value.code);
    },
  };
}

const named = (key: string): string => new URLSearchParams({ pathname: key }).toString();
const partsPath = (base: string, key: string): string => `${base}/mpu?${named(key)}`;
const encodePath = (key: string): string => key.split('/').map(encodeURIComponent).join('/');

/** The store's two names of an upload, as `beginParts` put them together. */
function partHeaders(uploadId: string, action: 'upload' | 'complete'): Record<string, string> {
  const [key = '', ...id] = uploadId.split(' ');
  return { 'x-mpu-action': action, 'x-mpu-key': key, 'x-mpu-upload-id': id.join(' ') };
}

function notFound(code: string): Result<null> {
  return code === 'not_found' ? ok(null) : storageRefused(code);
}

function noSuchParts(code: string): Result<never> {
  return fail('sync.no-media', 'The storage has not kept what was sent of the file. Send it again.', {
    reason: `storage: ${code}`,
  });
}
