import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type S3Sim, startS3Sim } from '../../../tools/s3-sim/start-s3-sim.ts';
import { describeMediaStorage } from '../../cloud/ports/media-storage.conformance.ts';
import type { MediaStorage } from '../../cloud/ports/media-storage.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createS3Storage } from './create-s3-storage.ts';
import type { S3Settings } from './s3-line.ts';

let nowMs = Date.now();
let sim: S3Sim;
let storage: MediaStorage;
const open = (settings: S3Settings, now = () => nowMs): MediaStorage =>
  createS3Storage({ settings, now, connectTimeoutMs: 2_000, answerTimeoutMs: 2_000 });
beforeAll(async () => {
  sim = await startS3Sim({ now: () => nowMs, minPartBytes: 4 });
  storage = open(sim.settings);
});
const pass = (ms: number): void => {
  nowMs += ms;
};
afterEach(() => sim.setFaults([]));
afterAll(() => sim.close());

describeMediaStorage('S3', () => ({ storage, pass }));

test('says why it is not let in', async () => {
  const reasons = await Promise.all(
    [{ secret: 'another' }, { keyId: 'nobody' }, { bucket: 'elsewhere' }, { region: 'mars-1' }].map(
      async (other) => {
        const probed = await open({ ...sim.settings, ...other }).probe();
        return probed.ok ? 'let in' : probed.fault.detail?.['reason'];
      },
    ),
  );
  expect(reasons).toEqual([
    'storage: 403 SignatureDoesNotMatch',
    'storage: 403 InvalidAccessKeyId',
    'storage: NoSuchBucket',
    'storage: 400 AuthorizationHeaderMalformed',
  ]);
});

test.each([-40, 40])('goes by the storage’s clock, where ours is %i minutes off', async (minutes) => {
  const off = open(sim.settings, () => nowMs + minutes * 60_000);
  // The first call may be one whose refusal has no body to say why.
  expect(unwrap(await off.head('not/there'))).toBeNull();
  const bytes = Buffer.from('in time');
  const file = { key: `clock/${minutes}`, mime: 'video/mp4', bytes: bytes.length };
  const sha256 = 'a'.repeat(64);
  const { url } = unwrap(await off.putAddress({ ...file, sha256 }));
  // Signed for now: the storage minds the bytes, not the time.
  expect(await (await fetch(url, { method: 'PUT', body: bytes })).text()).not.toContain('expired');
  unwrap(await off.probe());
});

test('a storage that says of itself that its time is another each time is not asked for ever', async () => {
  const asked = sim.requests().length;
  const step = 30 * 60_000;
  let turn = 0;
  const drifting = open(sim.settings, () => nowMs + step * ++turn);
  const probed = await drifting.probe();
  expect(probed).toMatchObject({ fault: { code: 'sync.storage-asleep', detail: { retryAfterMs: 60_000 } } });
  expect(sim.requests().length - asked).toBe(2);
});

test('names uploads in parts that were begun and not ended, oldest first', async () => {
  const file = { mime: 'video/mp4', bytes: 8, sha256: 'a'.repeat(64) };
  const [first, second] = ['u/first & <oldest>', 'u/second'];
  const one = unwrap(await storage.beginParts({ ...file, key: first }));
  nowMs += 60_000;
  const two = unwrap(await storage.beginParts({ ...file, key: second }));
  expect(unwrap(await storage.openUploads())).toMatchObject([
    { key: first, uploadId: one },
    { key: second, uploadId: two, begunAtMs: nowMs },
  ]);
  unwrap(await storage.abort(first, one));
  expect(unwrap(await storage.openUploads())).toHaveLength(1);
});
