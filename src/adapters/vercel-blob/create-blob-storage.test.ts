import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BlobSim, startBlobSim } from '../../../tools/blob-sim/start-blob-sim.ts';
import { describeMediaStorage } from '../../cloud/ports/media-storage.conformance.ts';
import type { MediaStorage } from '../../cloud/ports/media-storage.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { BlobSettings } from './blob-line.ts';
import { createBlobStorage } from './create-blob-storage.ts';

let nowMs = Date.now();
let sim: BlobSim;
let storage: MediaStorage;
const open = (settings: BlobSettings): MediaStorage =>
  createBlobStorage({ settings, now: () => nowMs, connectTimeoutMs: 2_000, answerTimeoutMs: 2_000 });
beforeAll(async () => {
  sim = await startBlobSim({ now: () => nowMs, minPartBytes: 4 });
  storage = open(sim.settings);
});
const pass = (ms: number): void => {
  nowMs += ms;
};
afterEach(() => sim.setFaults([]));
afterAll(() => sim.close());

describeMediaStorage('Vercel Blob', () => ({ storage, pass }));

test('says why it is not let in, and waits for what is asleep or too busy', async () => {
  const other = open({ ...sim.settings, token: 'vercel_blob_rw_simstore_another' });
  expect(await other.probe()).toMatchObject({
    fault: { code: 'sync.broken', detail: { reason: 'storage: 403 forbidden' } },
  });
  sim.setFaults([{ fault: 'slow-down' }]);
  const busy = await storage.head('x');
  expect(busy).toMatchObject({ fault: { code: 'sync.storage-asleep', detail: { retryAfterMs: 1_000 } } });
  sim.setFaults([{ fault: 'asleep', times: 2 }]);
  for (const asked of [await storage.remove('x'), await storage.getAddress('x', 60 * 86_400)]) {
    expect(asked).toMatchObject({ ok: false, fault: { code: 'sync.storage-asleep' } });
  }
});

test('asks for a permission to sign once an hour, not once an address', async () => {
  const fresh = open(sim.settings);
  const asked = () => sim.requests().filter((line) => line.endsWith('/signed-token')).length;
  const before = asked();
  for (let n = 0; n < 5; n++) unwrap(await fresh.getAddress(`film/${n}`, 300));
  expect(asked() - before).toBe(1);
  nowMs += 3_600_001;
  unwrap(await fresh.getAddress('film/6', 300));
  expect(asked() - before).toBe(2);
});

test('fetches from the store of the token, where no other place is named', () => {
  const real = open({ ...sim.settings, token: 'vercel_blob_rw_AbC123_secret', deliveryUrl: null });
  expect(real.origin).toBe('https://abc123.private.blob.vercel-storage.com');
});

test('what is no receipt of the store is none', () => {
  for (const answer of ['', 'null', '{}', '{"etag":""}', '{"etag":3}', '<html>']) {
    expect(storage.readReceipt(answer)).toBeNull();
  }
  expect(storage.readReceipt('{"etag":"\\"a\\""}')).toBe('"a"');
});
