import { createHash, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type FalSim, startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createFalAddresses } from './fal-addresses.ts';
import { defaultTimeouts, type FalClient } from './fal-client.ts';
import { largestWholeBytes, uploadFile } from './upload-file.ts';

let sim: FalSim;
let client: FalClient;
let folder: string;

beforeAll(async () => {
  sim = await startFalSim();
  folder = mkdtempSync(join(tmpdir(), 'reelwright-upload-'));
  client = {
    key: async () => 'id:secret',
    clock: createSystemClock(),
    addresses: createFalAddresses(sim.origin),
    timeouts: defaultTimeouts,
  };
});
afterEach(() => sim.setFaults([]));
afterAll(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

const never = new AbortController().signal;

/** A file of that size, empty but for a few marks. */
function makeClip(bytes: number): { readonly path: string; readonly mime: string } {
  const path = join(folder, `${bytes}.mp4`);
  const file = openSync(path, 'w');
  for (const at of [0, 10 * 1024 * 1024 - 8, bytes - 16]) writeSync(file, randomBytes(16), 0, 16, at);
  closeSync(file);
  truncateSync(path, bytes);
  return { path, mime: 'video/mp4' };
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

/** What lies at the address that the upload gave. */
async function hashAt(url: string): Promise<string> {
  const answer = await fetch(new URL(new URL(url).pathname, sim.origin));
  if (answer.body === null) throw new Error(`nothing at ${url}`);
  return hashOf(answer.body);
}

it('a clip of more than 90 MB goes up in parts, without the key, and is whole there', async () => {
  const clip = makeClip(largestWholeBytes + 4_321);
  const outcome = await uploadFile(client, clip, never);
  if (outcome.kind !== 'uploaded') throw new Error(JSON.stringify(outcome));
  expect(await hashAt(outcome.url)).toBe(await hashOf(createReadStream(clip.path)));
  expect(sim.leakedKeys()).toBe(0);
});

it('a part that failed is sent again; the file is not begun anew', async () => {
  const clip = makeClip(largestWholeBytes + 1);
  sim.setFaults([{ fault: 'upload-put-500', times: 2 }]);
  const outcome = await uploadFile(client, clip, never);
  if (outcome.kind !== 'uploaded') throw new Error(JSON.stringify(outcome));
  expect(await hashAt(outcome.url)).toBe(await hashOf(createReadStream(clip.path)));
});

it('parts that keep failing are an upload to try later: nothing was charged', async () => {
  sim.setFaults([{ fault: 'upload-put-500', times: 3 }]);
  const outcome = await uploadFile(client, makeClip(largestWholeBytes + 2), never);
  expect(outcome).toMatchObject({ kind: 'later', fault: { code: 'provider.unreachable' } });
  expect(sim.submits()).toEqual([]);
});
