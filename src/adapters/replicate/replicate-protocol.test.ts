import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import {
  type ReplicateSim,
  type ReplicateSimFault,
  type ReplicateSimOptions,
  startReplicateSim,
} from '../../../tools/replicate-sim/start-replicate-sim.ts';
import type { Generator, LookUpOutcome, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { clipRequest, stillRequest } from '../../testing/builders/generation-requests.ts';
import { createManualClock, type ManualClock } from '../../testing/manual-clock.ts';
import { createReplicateGenerator } from './create-replicate-generator.ts';
import { replicateModels } from './replicate-models.ts';

const never = new AbortController().signal;
const picture = makePicture({ prompt: 'start', seed: 1, widthPx: 320, heightPx: 180 });
const frame = AssetId.parse(createHash('sha256').update(picture).digest('hex'));
const request = stillRequest({ provider: 'replicate', model: 'black-forest-labs/flux-dev' });
const minuteMs = 60_000;

let sim: ReplicateSim;
let folder: string;
let clock: ManualClock;
let replicate: Generator;

async function start(options: ReplicateSimOptions = {}): Promise<void> {
  await sim?.close();
  sim = await startReplicateSim({ key: 'good', readsBefore: 0, nowMs: () => clock.nowMs(), ...options });
  replicate = open();
}

function open(key = 'good'): Generator {
  const timeouts = { submitMs: 1_000, askMs: 5_000, stallMs: 5_000 };
  return unwrap(createReplicateGenerator({ key: async () => key, clock, origin: sim.origin, timeouts }));
}

beforeEach(async () => {
  clock = createManualClock();
  clock.setMs(Date.UTC(2026, 10, 21, 12));
  folder = mkdtempSync(join(tmpdir(), 'reelwright-replicate-'));
  writeFileSync(join(folder, 'start.png'), picture);
  await start();
});
afterEach(async () => {
  expect(sim.leakedKeys()).toBe(0);
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

async function submit(over: Partial<PictureRequest> = {}): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await replicate.submit(
    { ...request, ...over },
    {
      beforeFirstByte: () => void calls++,
      assetPath: () => ok({ path: join(folder, 'start.png'), mime: 'image/png' }),
      folder,
      signal: never,
    },
  );
  return { ...outcome, calls };
}

async function accepted(over: Partial<PictureRequest> = {}) {
  const outcome = await submit(over);
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome.handle;
}

const set = (...faults: ReplicateSimFault[]): void =>
  sim.setFaults(faults.map((fault) => ({ fault, times: null })));

async function lookUp(sentAtMs: number, over: Partial<PictureRequest> = {}): Promise<LookUpOutcome> {
  const asked = replicate.lookUp?.({ ...request, ...over }, { sentAtMs, folder, signal: never });
  if (asked === undefined) throw new Error('no look-up');
  return asked;
}

describe('what an answer to a submit means', () => {
  it.each([
    ['bad-input', 'refused', 'provider.request-refused'],
    ['no-credit', 'refused', 'provider.no-balance'],
    ['no-model', 'refused', 'provider.model-gone'],
    ['rate-limit', 'not-sent', 'provider.rate-limited'],
    ['lose-request', 'ambiguous', null],
    ['bad-gateway-before', 'ambiguous', null],
    ['unavailable', 'ambiguous', null],
    ['lose-answer', 'ambiguous', null],
    ['hang-after', 'ambiguous', null],
    ['bad-gateway-after', 'ambiguous', null],
    ['gateway-timeout-after', 'ambiguous', null],
    ['html', 'ambiguous', null],
    ['truncated-json', 'ambiguous', null],
    ['redirect', 'ambiguous', null],
    ['no-id', 'ambiguous', null],
  ] as const)('%s: %s', async (fault, kind, code) => {
    set(fault);
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind, calls: 1 });
    if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
    expect(sim.submits()).toHaveLength(1);
  });

  it('keeps Retry-After, in a header or in words', async () => {
    sim.setFaults([{ fault: 'rate-limit', retryAfterSeconds: 7 }, { fault: 'rate-limit-in-words' }]);
    expect(await submit()).toMatchObject({ kind: 'not-sent', retryAfterMs: 7_000 });
    expect(await submit()).toMatchObject({ kind: 'not-sent', retryAfterMs: 30_000 });
  });

  it("passes on Replicate's own words, and never the key", async () => {
    set('bad-input');
    const outcome = await submit();
    expect(outcome.kind === 'refused' && outcome.fault.message).toContain('must be one of the following');
    replicate = open('canary');
    const wrong = await submit();
    expect(wrong).toMatchObject({ kind: 'refused', fault: { code: 'provider.key-refused' } });
    expect(JSON.stringify(wrong)).not.toContain('canary');
  });

  it('uploads come first, may be done again, and are done once', async () => {
    const clip = clipRequest({ ...request, kind: 'clip', model: 'bytedance/seedance-1-pro' });
    set('upload-500');
    const over = { ...clip, startFrameAssetId: frame, endFrameAssetId: frame };
    expect(await submit(over)).toMatchObject({ kind: 'not-sent', calls: 0 });
    set();
    await accepted(over);
    expect(sim.submits()[0]?.input).toMatchObject({
      image: 'https://api.replicate.com/v1/files/file-1',
      last_frame_image: 'https://api.replicate.com/v1/files/file-1',
    });
  });

  it('asks each model of the table in its own form, and is charged what was estimated', async () => {
    for (const model of replicateModels) {
      const kind = model.kind;
      const durationFlicks = kind === 'clip' ? clipRequest().durationFlicks : 0;
      const startFrameAssetId = kind === 'clip' ? frame : null;
      const references = kind === 'still' && model.references !== null ? { referenceAssetIds: [frame] } : {};
      const over = { model: model.id, kind, durationFlicks, startFrameAssetId, ...references };
      const handle = await accepted({ ...over, negativePrompt: 'rain' });
      expect(await replicate.poll({ ...request, ...over }, handle, never)).toEqual({ kind: 'ready' });
      const fetched = await replicate.fetch({ ...request, ...over }, handle, folder, never);
      const charged = sim.charges().at(-1)?.costUsdMicros;
      expect(fetched, model.id).toMatchObject({ kind: 'fetched', costUsdMicros: charged });
      const estimate = unwrap(await replicate.estimate({ ...request, ...over }));
      if (model.unit !== 'compute-second') expect(estimate.costUsdMicros).toBe(charged);
      else expect(estimate.costUsdMicros).toBeGreaterThan(charged ?? 0);
    }
  });
});

describe('what becomes of a prediction', () => {
  it.each([
    ['status-500', 'unreachable'],
    ['status-html', 'unreachable'],
    ['status-reset', 'unreachable'],
    ['endless', 'waiting'],
  ] as const)('%s: %s', async (fault, kind) => {
    set(fault);
    expect(await replicate.poll(request, await accepted(), never)).toMatchObject({ kind });
  });

  it('tells how far it is', async () => {
    await start({ readsBefore: 1 });
    const handle = await accepted();
    expect(await replicate.poll(request, handle, never)).toEqual({ kind: 'running', progress: 0.45 });
  });

  it.each([
    ['failed', 'provider.generation-failed'],
    ['flagged', 'provider.content-refused'],
  ] as const)('%s: %s', async (fault, code) => {
    set(fault);
    const handle = await accepted();
    const expected = { kind: 'failed', fault: { code }, billed: 'unknown' };
    expect(await replicate.poll(request, handle, never)).toMatchObject(expected);
    expect(await replicate.fetch(request, handle, folder, never)).toMatchObject(expected);
    const model = replicateModels.find(({ unit }) => unit === 'compute-second')?.id ?? '';
    const paid = await accepted({ model });
    expect(await replicate.poll({ ...request, model }, paid, never)).toMatchObject({ billed: 'yes' });
  });

  it.each([
    ['no-output', { kind: 'failed', billed: 'unknown' }],
    ['foreign-output', { kind: 'failed', billed: 'yes', fault: { code: 'provider.address-refused' } }],
    ['media-gone', { kind: 'gone', fault: { code: 'provider.result-gone' } }],
  ] as const)('%s', async (fault, expected) => {
    set(fault);
    const handle = await accepted();
    await replicate.poll(request, handle, never);
    expect(await replicate.fetch(request, handle, folder, never)).toMatchObject(expected);
  });

  it('goes on with a broken download, and says when an hour has passed', async () => {
    const handle = await accepted();
    await replicate.poll(request, handle, never);
    sim.setFaults([{ fault: 'media-reset' }]);
    expect(await replicate.fetch(request, handle, folder, never)).toMatchObject({ kind: 'unreachable' });
    expect(await replicate.fetch(request, handle, folder, never)).toMatchObject({ kind: 'fetched' });
    sim.removeData();
    expect(await replicate.fetch(request, handle, folder, never)).toMatchObject({
      kind: 'gone',
      fault: { code: 'provider.result-gone' },
    });
    expect(replicate.models?.().every(({ keptForMs }) => keptForMs === 60 * minuteMs)).toBe(true);
  });
});

describe('an answer that was lost', () => {
  it('is found by its seed and words', async () => {
    await accepted({ seed: 1 });
    set('lose-answer');
    const sentAtMs = clock.nowMs();
    expect((await submit()).kind).toBe('ambiguous');
    set();
    await accepted({ seed: 3 });
    const found = await lookUp(sentAtMs);
    expect(found).toMatchObject({ kind: 'found', handle: { requestId: sim.predictions()[1]?.id } });
    if (found.kind !== 'found') return;
    await replicate.poll(request, found.handle, never);
    expect(await replicate.fetch(request, found.handle, folder, never)).toMatchObject({ kind: 'fetched' });
  });

  it('is found on a later page, and with a clock of ours that is wrong', async () => {
    await start({ pageSize: 2, nowMs: () => clock.nowMs() + 45 * minuteMs });
    await accepted();
    for (let seed = 100; seed < 107; seed++) await accepted({ seed });
    expect(await lookUp(clock.nowMs())).toMatchObject({ kind: 'found' });
  });

  it('never began only where the list says so, and not too early', async () => {
    set('lose-request');
    const sentAtMs = clock.nowMs();
    await submit();
    set();
    const early = await lookUp(sentAtMs);
    expect(early).toMatchObject({ kind: 'unreachable', retryAfterMs: 5 * minuteMs });
    clock.setMs(sentAtMs + 6 * minuteMs);
    expect(await lookUp(sentAtMs)).toEqual({ kind: 'never-begun' });
    set('list-500');
    expect(await lookUp(sentAtMs)).toMatchObject({ kind: 'unreachable' });
  });

  it('stays unknown where the inputs are gone, two look alike, or there is no seed', async () => {
    const sentAtMs = clock.nowMs();
    await accepted();
    sim.removeData();
    clock.setMs(sentAtMs + 61 * minuteMs);
    expect(await lookUp(sentAtMs)).toMatchObject({ kind: 'not-found' });
    const laterMs = clock.nowMs();
    await accepted();
    await accepted();
    expect(await lookUp(laterMs)).toMatchObject({ kind: 'not-found' });
    await accepted({ model: 'bytedance/seedream-4' });
    expect(await lookUp(laterMs, { model: 'bytedance/seedream-4' })).toMatchObject({ kind: 'not-found' });
  });

  it('does not take an older prediction for it', async () => {
    await accepted();
    clock.setMs(clock.nowMs() + 10 * minuteMs);
    const sentAtMs = clock.nowMs();
    clock.setMs(sentAtMs + 6 * minuteMs);
    expect(await lookUp(sentAtMs)).toEqual({ kind: 'never-begun' });
  });
});

it('lists what is held: finished, with its price', async () => {
  const handle = await accepted();
  await replicate.poll(request, handle, never);
  set('failed');
  await replicate.poll(request, await accepted(), never);
  const held = unwrap((await replicate.listHeld?.(clock.nowMs() - 60 * minuteMs, never)) ?? ok([]));
  expect(held).toMatchObject([
    { handle: { requestId: handle.requestId }, model: request.model, costUsdMicros: 25_000 },
  ]);
  expect(held[0]?.input).toMatchObject({ prompt: request.prompt, seed: 7 });
  sim.removeData();
  expect(unwrap((await replicate.listHeld?.(0, never)) ?? ok([]))).toEqual([]);
});

it('tests the key and the health by free questions', async () => {
  expect(await replicate.testKey?.()).toMatchObject({ ok: true });
  expect(await open('bad').testKey?.()).toMatchObject({ fault: { code: 'provider.key-refused' } });
  expect(await open('').ready?.()).toMatchObject({ fault: { code: 'provider.key-missing' } });
  expect(replicate.checkKey?.('two words')).toMatchObject({ fault: { code: 'provider.key-refused' } });
  expect(await replicate.checkHealth?.(never)).toMatchObject({ ok: true });
  expect(sim.charges()).toEqual([]);
});
