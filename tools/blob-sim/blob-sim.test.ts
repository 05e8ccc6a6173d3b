import {
  BlobAccessError,
  BlobClientTokenExpiredError,
  BlobContentTypeNotAllowedError,
  BlobFileTooLargeError,
  BlobNotFoundError,
  BlobPathnameMismatchError,
  BlobServiceNotAvailable,
  BlobServiceRateLimited,
  completeMultipartUpload,
  createMultipartUpload,
  del,
  head,
  issueSignedToken,
  list,
  presignUrl,
  put,
  uploadPart,
} from '@vercel/blob';
import { generateClientTokenFromReadWriteToken, put as putAsClient } from '@vercel/blob/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeClientToken, presignGet } from '../../src/adapters/vercel-blob/blob-tokens.ts';
import { type BlobSim, startBlobSim } from './start-blob-sim.ts';

/** The stand-in is asked by the vendor's own client: what that takes for an answer is one. */
let sim: BlobSim;
let nowMs = Date.now();
let token: string;
beforeAll(async () => {
  sim = await startBlobSim({ now: () => nowMs, minPartBytes: 4 });
  ({ token } = sim.settings);
});
afterAll(() => sim.close());
beforeEach(() => {
  vi.stubEnv('VERCEL_BLOB_API_URL', sim.settings.apiUrl);
  vi.stubEnv('VERCEL_BLOB_RETRIES', '0');
});
afterEach(() => {
  vi.unstubAllEnvs();
  sim.setFaults([]);
  nowMs = Date.now();
});

const access = 'private' as const;
const store = 'simstore';

describe('the store', () => {
  test('keeps, describes, lists and loses a blob', async () => {
    await put('a/b c.txt', 'words', { access, token, contentType: 'text/plain' });
    expect(await head('a/b c.txt', { token })).toMatchObject({ size: 5, contentType: 'text/plain' });
    expect((await list({ token, prefix: 'a/' })).blobs).toMatchObject([{ pathname: 'a/b c.txt', size: 5 }]);
    await expect(put('a/b c.txt', 'other', { access, token })).rejects.toThrow();
    await put('a/b c.txt', 'other', { access, token, allowOverwrite: true });
    expect(String(sim.bytesOf('a/b c.txt'))).toBe('other');
    await del('a/b c.txt', { token });
    await del('a/b c.txt', { token });
    await expect(head('a/b c.txt', { token })).rejects.toThrow(BlobNotFoundError);
  });

  test('puts parts together, and only those that it has', async () => {
    const { key, uploadId } = await createMultipartUpload('whole', { access, token });
    const options = { access, token, key, uploadId };
    const parts = [
      await uploadPart('whole', 'first', { ...options, partNumber: 1 }),
      await uploadPart('whole', 'last', { ...options, partNumber: 2 }),
    ];
    const other = [{ etag: '"0"', partNumber: 1 }];
    await expect(completeMultipartUpload('whole', other, options)).rejects.toThrow();
    await completeMultipartUpload('whole', parts, options);
    expect(String(sim.bytesOf('whole'))).toBe('firstlast');
    await expect(uploadPart('whole', 'late', { ...options, partNumber: 3 })).rejects.toThrow();
  });

  test('lets nobody in with another token, and says when it is not well', async () => {
    const other = token.replace('aSecret', 'noSecret');
    await expect(list({ token: other })).rejects.toThrow(BlobAccessError);
    for (const [fault, error] of [
      ['slow-down', BlobServiceRateLimited],
      ['asleep', BlobServiceNotAvailable],
    ] as const) {
      sim.setFaults([{ fault }]);
      await expect(list({ token })).rejects.toThrow(error);
    }
  });
});

describe('a client token', () => {
  test('is made by us as by the vendor, and lets in as far as it says', async () => {
    const scope = {
      ...{ pathname: 'mine', maximumSizeInBytes: 5, allowedContentTypes: ['video/mp4'] },
      ...{ validUntil: nowMs + 60_000, addRandomSuffix: false, allowOverwrite: true },
    };
    const theirs = await generateClientTokenFromReadWriteToken({ token, ...scope });
    const ours = makeClientToken(token, store, scope);
    expect(ours).toBe(theirs);
    const contentType = 'video/mp4';
    await putAsClient('mine', 'words', { access, token: ours, contentType });
    const refused = [
      [putAsClient('mine', 'longer', { access, token: ours, contentType }), BlobFileTooLargeError],
      [putAsClient('other', 'words', { access, token: ours, contentType }), BlobPathnameMismatchError],
      [
        putAsClient('mine', 'words', { access, token: ours, contentType: 'text/html' }),
        BlobContentTypeNotAllowedError,
      ],
    ] as const;
    for (const [asked, error] of refused) await expect(asked).rejects.toThrow(error);
    await expect(head('mine', { token: ours })).rejects.toThrow('not available');
    nowMs += 61_000;
    await expect(putAsClient('mine', 'words', { access, token: ours, contentType })).rejects.toThrow(
      BlobClientTokenExpiredError,
    );
  });
});

describe('a signed address', () => {
  const fetched = (address: string) =>
    fetch(address.replace(/^https:\/\/[^/]+/, sim.settings.deliveryUrl), { headers: { range: 'bytes=1-2' } });

  test('is signed by us as by the vendor, fetches that blob in ranges, and only in its time', async () => {
    await put('film', 'words', { access, token, allowOverwrite: true });
    const signed = await issueSignedToken({ token, operations: ['get'], validUntil: nowMs + 3_600_000 });
    const validUntil = nowMs + 60_000;
    const options = { operation: 'get', pathname: 'film', access, validUntil } as const;
    const { presignedUrl } = await presignUrl(signed, options);
    const ours = presignGet({ ...signed, validUntil: nowMs + 3_600_000 }, 'film', validUntil);
    expect([...ours].sort()).toEqual([...new URL(presignedUrl).searchParams].sort());
    const answer = await fetched(presignedUrl);
    expect([answer.status, await answer.text()]).toEqual([206, 'or']);
    await put('other', 'words', { access, token, allowOverwrite: true });
    expect((await fetched(presignedUrl.replace('/film', '/other'))).status).toBe(403);
    expect((await fetched(presignedUrl.split('?')[0] ?? '')).status).toBe(403);
    nowMs += 61_000;
    expect((await fetched(presignedUrl)).status).toBe(403);
  });
});
