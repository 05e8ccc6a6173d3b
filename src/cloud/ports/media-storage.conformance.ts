import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import type { UploadAddress } from '../../domain/sync/media-messages.ts';
import type { ExpectedFile, MediaStorage, StoredPart } from './media-storage.ts';

export interface MediaStorageBench {
  readonly storage: MediaStorage;
  /** Lets the storage's clock, and ours with it, run on. */
  readonly pass: (ms: number) => void;
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const mime = 'video/mp4';
const expectedOf = (key: string, bytes: Buffer): ExpectedFile => ({
  ...{ key, mime, bytes: bytes.length, sha256: sha(bytes) },
});

/** As somebody else sends it, with nothing but the address. */
async function send({ method, url, headers: named }: UploadAddress, bytes: Buffer) {
  // fetch says the length itself.
  const { 'content-length': _length, ...headers } = named;
  const answer = await fetch(url, { method, headers, body: new Uint8Array(bytes) });
  return { status: answer.status, text: await answer.text() };
}

async function fetchAll(storage: MediaStorage, key: string, headers = {}, lifetimeS = 60) {
  const address = unwrap(await storage.getAddress(key, lifetimeS));
  return fetch(address.url, { headers: { ...address.headers, ...headers } });
}

/** What every storage of the service does. Parts of four bytes are allowed by the bench. */
export function describeMediaStorage(name: string, bench: () => MediaStorageBench): void {
  describe(`media storage: ${name}`, () => {
    /** Sends pieces as parts; what is known of them afterwards. */
    async function sendParts(file: ExpectedFile, uploadId: string, pieces: readonly Buffer[]) {
      const { storage } = bench();
      const told: StoredPart[] = [];
      for (const [index, piece] of pieces.entries()) {
        const part = { number: index + 1, bytes: piece.length, sha256: sha(piece) };
        const sent = await send(unwrap(await storage.partAddress(file, uploadId, part)), piece);
        expect(sent.status, sent.text).toBe(200);
        told.push({ ...part, sha256: null, etag: storage.readReceipt(sent.text) ?? '' });
      }
      return storage.remembersParts ? unwrap(await storage.parts(file.key, uploadId)) : told;
    }

    test.each(['plain/key', "u/a b+c&d=e%f/é'()*!~@,;:$", 'u/dXNlcg/Ab-_9/00ff'])(
      'keeps a file that is sent at once, under the key %s',
      async (key) => {
        const { storage } = bench();
        const bytes = Buffer.from(`the bytes of ${key}`);
        expect(unwrap(await storage.head(key))).toBeNull();
        expect(unwrap(await storage.beginning(key, 4))).toBeNull();
        const sent = await send(unwrap(await storage.putAddress(expectedOf(key, bytes))), bytes);
        expect(sent.status, sent.text).toBe(200);
        const { bytes: length, sha256 } = unwrap(await storage.head(key)) ?? { bytes: 0, sha256: '' };
        expect(length).toBe(bytes.length);
        if (sha256 !== null) expect(sha256).toBe(sha(bytes));
        const whole = await fetchAll(storage, key);
        expect([whole.status, whole.headers.get('content-type')]).toEqual([200, mime]);
        expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes);
        expect(new URL(whole.url).origin).toBe(storage.origin);
        const part = await fetchAll(storage, key, { range: 'bytes=4-8' });
        expect([part.status, await part.text()]).toEqual([206, 'bytes']);
        expect(String(Buffer.from(unwrap(await storage.beginning(key, 4)) ?? []))).toBe('the ');
        expect(String(Buffer.from(unwrap(await storage.beginning(key, 4_000)) ?? []))).toBe(String(bytes));
        unwrap(await storage.remove(key));
        unwrap(await storage.remove(key));
        expect(unwrap(await storage.head(key))).toBeNull();
        expect((await fetchAll(storage, key)).status).toBe(404);
      },
    );

    test('puts parts together', async () => {
      const { storage } = bench();
      const pieces = ['one,', 'two,', 'three'].map((text) => Buffer.from(text));
      const whole = Buffer.concat(pieces);
      const file = expectedOf('in/parts', whole);
      const uploadId = unwrap(await storage.beginParts(file));
      const parts = await sendParts(file, uploadId, pieces);
      expect(parts?.map(({ number, bytes }) => [number, bytes])).toEqual([
        [1, 4],
        [2, 4],
        [3, 5],
      ]);
      expect(unwrap(await storage.head(file.key))).toBeNull();
      unwrap(await storage.complete(file, uploadId, parts ?? []));
      expect(unwrap(await storage.head(file.key))?.bytes).toBe(whole.length);
      expect(Buffer.from(await (await fetchAll(storage, file.key)).arrayBuffer())).toEqual(whole);
    });

    test('says of parts that it has not kept that they are to be sent anew, or that there are none', async () => {
      const { storage } = bench();
      const bytes = Buffer.from('one,two,');
      const file = expectedOf('never/begun', bytes);
      const uploadId = unwrap(await storage.beginParts(file));
      const parts = await sendParts(file, uploadId, [bytes.subarray(0, 4), bytes.subarray(4)]);
      unwrap(await storage.complete(file, uploadId, parts ?? []));
      // Completed already: known parts are none, and a second completion does no harm.
      if (storage.remembersParts) expect(unwrap(await storage.parts(file.key, uploadId))).toBeNull();
      const again = await storage.complete(file, uploadId, parts ?? []);
      if (!again.ok) expect(again.fault.code).toBe('sync.no-media');
      unwrap(await storage.abort(file.key, uploadId));
      expect(unwrap(await storage.head(file.key))?.bytes).toBe(8);
    });

    test('lets nobody send more than was said, under another name, or when the time is up', async () => {
      const { storage, pass } = bench();
      const bytes = Buffer.from('so many bytes');
      const file = expectedOf('narrow/way', bytes);
      const address = unwrap(await storage.putAddress(file));
      const longer = await send(address, Buffer.concat([bytes, bytes]));
      const elsewhere = await send(
        { ...address, url: address.url.replace('narrow', 'broad').replace('narrow%2F', 'broad%2F') },
        bytes,
      );
      pass(16 * 60_000);
      const late = await send(address, bytes);
      for (const { status } of [longer, elsewhere, late]) expect(status).toBeGreaterThanOrEqual(400);
      expect(unwrap(await storage.head(file.key))).toBeNull();
      expect(unwrap(await storage.head('broad/way'))).toBeNull();
    });

    test('lets whoever has an address fetch that file only, and as long as it says', async () => {
      const { storage, pass } = bench();
      for (const key of ['shown/one', 'shown/two']) {
        const bytes = Buffer.from(key);
        await send(unwrap(await storage.putAddress(expectedOf(key, bytes))), bytes);
      }
      const { url } = unwrap(await storage.getAddress('shown/one', 60));
      expect((await fetch(url)).status).toBe(200);
      expect((await fetch(url.replace('shown/one', 'shown/two'))).status).toBe(403);
      expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBeGreaterThanOrEqual(400);
      pass(61_000);
      expect((await fetch(url)).status).toBe(403);
      expect((await fetchAll(storage, 'shown/one')).status).toBe(200);
      const day = unwrap(await storage.getAddress('shown/one', 86_400));
      pass(80_000_000);
      expect((await fetch(day.url)).status).toBe(200);
    });

    test('answers whoever asks how it is', async () => {
      unwrap(await bench().storage.probe());
    });
  });
}
