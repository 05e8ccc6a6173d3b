import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import type { GoogleSimFault } from '../../../tools/google-sim/sim-state.ts';
import { type GoogleSim, startGoogleSim } from '../../../tools/google-sim/start-google-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { Generator, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { clipRequest, stillRequest } from '../../testing/builders/generation-requests.ts';
import { closedOrigin } from '../../testing/closed-origin.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createGoogleGenerator } from './create-google-generator.ts';

const key = 'a-key-of-google';
const never = new AbortController().signal;
const frame = makePicture({ prompt: 'frame', seed: 1, widthPx: 64, heightPx: 36 });
const frameId = AssetId.parse(createHash('sha256').update(frame).digest('hex'));

let folder: string;
let sim: GoogleSim;
beforeEach(async () => {
  sim = await startGoogleSim({ key });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-google-'));
  writeFileSync(join(folder, 'frame.png'), frame);
});
afterEach(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(origin: URL, ownKey = key): Generator {
  return unwrap(
    createGoogleGenerator({
      key: async () => ownKey,
      clock: createManualClock(),
      origin,
      timeouts: { submitMs: 1_500, askMs: 5_000 },
    }),
  );
}

const still = stillRequest({ provider: 'google', model: 'gemini-3.1-flash-image-preview' });
const clip = clipRequest({
  provider: 'google',
  model: 'veo-3.1-fast-generate-preview',
  startFrameAssetId: frameId,
});

for (const request of [still, clip]) {
  describeGenerator(`google, ${request.model}`, async () => {
    const own = await startGoogleSim({ key });
    const frames = mkdtempSync(join(tmpdir(), 'reelwright-google-'));
    writeFileSync(join(frames, 'frame.png'), frame);
    const withFault = (fault: GoogleSimFault) => () => {
      own.setFaults([{ fault }]);
      return request;
    };
    return {
      open: () => open(own.origin),
      request,
      assetPath: () => ok({ path: join(frames, 'frame.png'), mime: 'image/png' }),
      accepted: () => own.charges().length,
      isComplete: (bytes) =>
        request.kind === 'still'
          ? bytes.subarray(1, 4).toString() === 'PNG'
          : bytes.subarray(4, 8).toString() === 'ftyp',
      refused: withFault('bad-input'),
      answerLost: withFault('lose-answer'),
      unreachable: async () => open(await closedOrigin()),
      // Google takes nothing back.
      slow: () => null,
      async close() {
        await own.close();
        rmSync(frames, { recursive: true, force: true });
      },
    };
  });
}

async function submit(
  request: PictureRequest,
  google = open(sim.origin),
): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await google.submit(request, {
    beforeFirstByte: () => void calls++,
    assetPath: () => ok({ path: join(folder, 'frame.png'), mime: 'image/png' }),
    folder,
    signal: never,
  });
  return { ...outcome, calls };
}

async function handleOf(request: PictureRequest): Promise<ProviderHandle> {
  const outcome = await submit(request);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.handle;
}

const wire = [
  'lose-request',
  'bad-gateway-before',
  'unavailable',
  'lose-answer',
  'hang-after',
  'bad-gateway-after',
  'gateway-timeout-after',
  'html',
  'truncated-json',
  'redirect',
] as const;

describe('what an answer to a submit means', () => {
  it.each([
    ['bad-input', 'refused', 'provider.request-refused'],
    ['bad-key', 'refused', 'provider.key-refused'],
    ['rate', 'not-sent', 'provider.rate-limited'],
    ['day-quota', 'refused', 'provider.no-balance'],
    ['no-billing', 'refused', 'provider.no-balance'],
    ['no-model', 'refused', 'provider.model-gone'],
    ['flagged', 'refused', 'provider.content-refused'],
    ...wire.map((fault) => [fault, 'ambiguous', null] as const),
  ] as const)('%s: %s', async (fault, kind, code) => {
    for (const request of [still, clip]) {
      sim.setFaults([{ fault, times: null }]);
      const before = sim.submits().length;
      const outcome = await submit(request);
      expect(outcome).toMatchObject({ kind, calls: 1 });
      if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
      expect(sim.submits()).toHaveLength(before + 1);
      const found = await open(sim.origin).lookUp?.(request, { sentAtMs: 0, folder, signal: never });
      expect(found?.kind).toBe('not-found');
    }
  });

  it.each([
    ['blocked', 'refused'],
    ['held-back', 'refused'],
    ['held-back-after', 'ambiguous'],
    ['no-image', 'ambiguous'],
    ['not-a-picture', 'ambiguous'],
  ] as const)('a picture, %s: %s', async (fault, kind) => {
    sim.setFaults([{ fault }]);
    const outcome = await submit(still);
    expect(outcome).toMatchObject({ kind });
    if (fault.startsWith('held-back') || fault === 'blocked') {
      expect(outcome).toMatchObject({ fault: { code: 'provider.content-refused' } });
    }
    // A refusal is nothing that was charged, and nothing that was charged is called a refusal.
    expect(sim.charges()).toHaveLength(kind === 'refused' ? 0 : 1);
  });

  it('keeps the delay that Google asks for', async () => {
    sim.setFaults([{ fault: 'rate', retryAfterSeconds: 34 }]);
    expect(await submit(still)).toMatchObject({ kind: 'not-sent', retryAfterMs: 34_000 });
  });

  it('an operation without a name may have been begun', async () => {
    sim.setFaults([{ fault: 'no-name' }]);
    expect((await submit(clip)).kind).toBe('ambiguous');
  });
});

it('a picture is found again in its folder after a crash, and costs nothing again', async () => {
  await submit(still);
  const found = await open(sim.origin).lookUp?.(still, { sentAtMs: 0, folder, signal: never });
  expect(found).toMatchObject({ kind: 'found' });
  if (found?.kind !== 'found') return;
  const fetched = await open(sim.origin).fetch(still, found.handle, folder, never);
  expect(fetched).toMatchObject({ kind: 'fetched', mime: 'image/png' });
  expect(sim.charges()).toHaveLength(1);
});

describe('a clip that was begun', () => {
  it.each([
    ['clip-error', 'failed', 'provider.generation-failed', 'no'],
    ['clip-held-back', 'failed', 'provider.content-refused', 'no'],
    ['clip-empty', 'failed', 'provider.generation-failed', 'unknown'],
    ['status-down', 'unreachable', 'provider.unreachable', undefined],
  ] as const)('%s: %s', async (fault, kind, code, billed) => {
    const handle = await handleOf(clip);
    await open(sim.origin).poll(clip, handle, never);
    sim.setFaults([{ fault }]);
    const polled = await open(sim.origin).poll(clip, handle, never);
    expect(polled).toMatchObject({ kind, fault: { code } });
    if (billed !== undefined) expect(polled).toMatchObject({ billed });
  });

  it('is downloaded with the key from Google’s own host, and without it from where that leads', async () => {
    const handle = await handleOf(clip);
    await open(sim.origin).poll(clip, handle, never);
    sim.setFaults([{ fault: 'redirected' }]);
    const fetched = await open(sim.origin).fetch(clip, handle, folder, never);
    expect(fetched).toMatchObject({ kind: 'fetched', mime: 'video/mp4' });
    if (fetched.kind === 'fetched') expect(readFileSync(fetched.path).length).toBeGreaterThan(500);
    expect(sim.wrongKeys()).toBe(0);
  });

  it('from another host, or held no more, is not fetched', async () => {
    const handle = await handleOf(clip);
    await open(sim.origin).poll(clip, handle, never);
    sim.setFaults([{ fault: 'foreign-address' }]);
    expect(await open(sim.origin).fetch(clip, handle, folder, never)).toMatchObject({
      kind: 'failed',
      fault: { code: 'provider.address-refused' },
    });
    sim.setFaults([{ fault: 'expired' }]);
    expect(await open(sim.origin).fetch(clip, handle, folder, never)).toMatchObject({ kind: 'gone' });
  });

  it('cannot be taken back, and says so', async () => {
    expect(await open(sim.origin).cancel(clip, await handleOf(clip))).toEqual({ kind: 'too-late' });
  });
});

it.each([
  [{ durationFlicks: secondsToFlicks(3) }, 4, '720p', 400_000],
  [{ durationFlicks: secondsToFlicks(5) }, 6, '720p', 600_000],
  [{ durationFlicks: secondsToFlicks(20) }, 8, '720p', 800_000],
  [{ durationFlicks: secondsToFlicks(3), widthPx: 1920, heightPx: 1080 }, 8, '1080p', 960_000],
  [{ durationFlicks: secondsToFlicks(3), endFrameAssetId: frameId }, 8, '720p', 800_000],
] as const)('%j is %i s at %s', async (over, seconds, resolution, price) => {
  const request = { ...clip, ...over };
  expect(unwrap(await open(sim.origin).estimate(request)).costUsdMicros).toBe(price);
  expect((await submit(request)).kind).toBe('accepted');
  expect(sim.submits()[0]?.body).toMatchObject({ parameters: { durationSeconds: seconds, resolution } });
  expect(sim.charges()[0]?.costUsdMicros).toBe(price);
});

it('asks each model for pictures in its own form, with references', async () => {
  const google = open(sim.origin);
  for (const model of google.models?.().filter(({ kind }) => kind === 'still') ?? []) {
    const request = {
      ...still,
      model: model.id,
      widthPx: 1920,
      heightPx: 1080,
      referenceAssetIds: [frameId],
    };
    const { costUsdMicros } = unwrap(await google.estimate(request));
    expect((await submit(request)).kind).toBe('accepted');
    expect(sim.charges().at(-1)).toEqual({ model: model.id, costUsdMicros });
  }
  const many = { ...still, referenceAssetIds: Array.from({ length: 11 }, () => frameId) };
  expect(await submit(many)).toMatchObject({ kind: 'refused', calls: 0 });
});

it('refuses a reference that is no picture before anything is sent', async () => {
  writeFileSync(join(folder, 'frame.png'), 'no picture');
  expect(await submit(clip)).toMatchObject({
    kind: 'refused',
    calls: 0,
    fault: { code: 'provider.request-refused' },
  });
});

it('tests a key, and its health, with a free question', async () => {
  expect(await open(sim.origin).testKey?.()).toMatchObject({ ok: true });
  expect(await open(sim.origin, 'another').testKey?.()).toMatchObject({
    fault: { code: 'provider.key-refused' },
  });
  expect(await open(sim.origin, '').ready?.()).toMatchObject({ fault: { code: 'provider.key-missing' } });
  expect(await open(sim.origin).checkHealth?.(never)).toMatchObject({ ok: true });
  expect(await open(await closedOrigin()).checkHealth?.(never)).toMatchObject({
    fault: { code: 'provider.unreachable' },
  });
  expect(sim.charges()).toEqual([]);
});
