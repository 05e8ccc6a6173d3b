import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import {
  type OpenRouterSim,
  type OpenRouterSimFault,
  startOpenRouterSim,
} from '../../../tools/openrouter-sim/start-openrouter-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { Generator, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { clipRequest } from '../../testing/builders/generation-requests.ts';
import { closedOrigin } from '../../testing/closed-origin.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createOpenRouterGenerator } from './create-openrouter-generator.ts';

const key = 'sk-or-a-key';
const never = new AbortController().signal;
const frame = makePicture({ prompt: 'frame', seed: 1, widthPx: 64, heightPx: 36 });
const frameId = AssetId.parse(createHash('sha256').update(frame).digest('hex'));
const clip = clipRequest({
  provider: 'openrouter',
  model: 'google/veo-3.1-fast',
  startFrameAssetId: frameId,
});

function open(origin: URL, ownKey = key): Generator {
  return unwrap(
    createOpenRouterGenerator({
      key: async () => ownKey,
      clock: createManualClock(),
      origin,
      timeouts: { submitMs: 1_500, askMs: 5_000 },
    }),
  );
}

let folder: string;
let sim: OpenRouterSim;
beforeEach(async () => {
  sim = await startOpenRouterSim({ key });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-openrouter-'));
  writeFileSync(join(folder, 'frame.png'), frame);
});
afterEach(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

describeGenerator('openrouter', async () => {
  const own = await startOpenRouterSim({ key });
  const frames = mkdtempSync(join(tmpdir(), 'reelwright-openrouter-'));
  writeFileSync(join(frames, 'frame.png'), frame);
  const withFault = (fault: OpenRouterSimFault) => () => {
    own.setFaults([{ fault }]);
    return clip;
  };
  return {
    open: () => open(own.origin),
    request: clip,
    assetPath: () => ok({ path: join(frames, 'frame.png'), mime: 'image/png' }),
    accepted: () => own.charges().length,
    isComplete: (bytes) => bytes.subarray(4, 8).toString() === 'ftyp',
    refused: withFault('bad-input'),
    answerLost: withFault('lose-answer'),
    unreachable: async () => open(await closedOrigin()),
    // OpenRouter takes nothing back.
    slow: () => null,
    async close() {
      await own.close();
      rmSync(frames, { recursive: true, force: true });
    },
  };
});

async function submit(
  over: Partial<PictureRequest> = {},
  openRouter = open(sim.origin),
): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await openRouter.submit(
    { ...clip, ...over },
    {
      beforeFirstByte: () => void calls++,
      assetPath: () => ok({ path: join(folder, 'frame.png'), mime: 'image/png' }),
      folder,
      signal: never,
    },
  );
  return { ...outcome, calls };
}

/** A job that is at its end with the next question. */
async function almostDone(): Promise<ProviderHandle> {
  const outcome = await submit();
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  expect(await open(sim.origin).poll(clip, outcome.handle, never)).toMatchObject({ kind: 'waiting' });
  expect(await open(sim.origin).poll(clip, outcome.handle, never)).toMatchObject({ kind: 'running' });
  return outcome.handle;
}

describe('what an answer to a submit means', () => {
  it.each([
    ['bad-input', 'refused', 'provider.request-refused'],
    ['bad-key', 'refused', 'provider.key-refused'],
    ['no-credits', 'refused', 'provider.no-balance'],
    ['flagged', 'refused', 'provider.content-refused'],
    ['no-model', 'refused', 'provider.model-gone'],
    ['rate', 'not-sent', 'provider.rate-limited'],
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
    sim.setFaults([{ fault, times: null, retryAfterSeconds: 9 }]);
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind, calls: 1 });
    if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
    if (kind === 'not-sent') expect(outcome).toMatchObject({ retryAfterMs: 9_000 });
    expect(sim.submits()).toHaveLength(1);
    const found = await open(sim.origin).lookUp?.(clip, { sentAtMs: 0, folder, signal: never });
    expect(found?.kind).toBe('not-found');
  });
});

it.each([
  ['failed', 'failed', 'provider.generation-failed', 'no'],
  ['failed-billed', 'failed', 'provider.generation-failed', 'yes'],
  ['flagged-later', 'failed', 'provider.content-refused', 'unknown'],
  ['cancelled', 'failed', 'provider.generation-failed', 'unknown'],
  ['lapsed', 'gone', 'provider.result-gone', undefined],
  ['strange-status', 'unreachable', 'provider.answer-unreadable', undefined],
  ['status-down', 'unreachable', 'provider.unreachable', undefined],
] as const)('a job that was begun, %s: %s', async (fault, kind, code, billed) => {
  const handle = await almostDone();
  sim.setFaults([{ fault }]);
  const polled = await open(sim.origin).poll(clip, handle, never);
  expect(polled).toMatchObject({ kind, fault: { code } });
  if (billed !== undefined) expect(polled).toMatchObject({ billed });
});

describe('a finished clip', () => {
  it('comes with what it really cost', async () => {
    const handle = await almostDone();
    const [charge] = sim.charges();
    const fetched = await open(sim.origin).fetch(clip, handle, folder, never);
    expect(fetched).toMatchObject({ kind: 'fetched', costUsdMicros: charge?.costUsdMicros });
    expect(unwrap(await open(sim.origin).estimate(clip)).costUsdMicros).toBe(charge?.costUsdMicros);
    expect(await open(sim.origin).readCharge?.(handle, never)).toEqual(ok(charge?.costUsdMicros));
  });

  it('has no known cost where OpenRouter names none, or a key of one’s own pays the rest', async () => {
    for (const fault of ['no-cost', 'own-key'] as const) {
      const handle = await almostDone();
      sim.setFaults([{ fault }]);
      expect(await open(sim.origin).readCharge?.(handle, never)).toEqual(ok(null));
    }
  });

  it('is fetched from a store without the key, and not from anywhere else', async () => {
    const handle = await almostDone();
    sim.setFaults([{ fault: 'redirected' }]);
    const fetched = await open(sim.origin).fetch(clip, handle, folder, never);
    expect(fetched.kind).toBe('fetched');
    if (fetched.kind === 'fetched') expect(readFileSync(fetched.path).length).toBeGreaterThan(500);
    expect(sim.wrongKeys()).toBe(0);
    sim.setFaults([{ fault: 'led-away' }]);
    expect(await open(sim.origin).fetch(clip, handle, folder, never)).toMatchObject({
      kind: 'failed',
      fault: { code: 'provider.address-refused' },
    });
    sim.setFaults([{ fault: 'not-held' }]);
    expect((await open(sim.origin).fetch(clip, handle, folder, never)).kind).toBe('gone');
  });

  it('cannot be taken back, and OpenRouter says so', async () => {
    expect(await open(sim.origin).cancel(clip, await almostDone())).toEqual({ kind: 'too-late' });
  });
});

describe('OpenRouter’s list of models', () => {
  it('brings prices of seconds in each spelling, and leaves out what cannot be counted beforehand', async () => {
    const openRouter = open(sim.origin);
    expect(await openRouter.refreshModels?.(never)).toEqual(ok(4));
    expect(openRouter.models?.().map(({ id, origin }) => [id, origin])).toEqual([
      ['google/veo-3.1-fast', 'provider'],
      ['google/veo-3.1', 'provider'],
      ['alibaba/wan-2.6', 'provider'],
      ['black-forest-labs/flux-3-video', 'provider'],
    ]);
    for (const model of openRouter.models?.() ?? []) {
      for (const heightPx of [360, 720, 1080]) {
        for (const seconds of [3, 5, 30]) {
          const over = {
            model: model.id,
            widthPx: Math.round((heightPx * 16) / 9),
            heightPx,
            durationFlicks: secondsToFlicks(seconds),
          };
          const { costUsdMicros, pricedAtMs } = unwrap(await openRouter.estimate({ ...clip, ...over }));
          expect([model.id, over, (await submit(over, openRouter)).kind]).toEqual([
            model.id,
            over,
            'accepted',
          ]);
          expect(sim.charges().at(-1)?.costUsdMicros).toBe(costUsdMicros);
          expect(pricedAtMs).not.toBeNull();
        }
      }
    }
  });

  it('stays as it was where none can be read', async () => {
    const openRouter = open(await closedOrigin());
    const before = openRouter.models?.();
    expect(await openRouter.refreshModels?.(never)).toMatchObject({
      fault: { code: 'provider.unreachable' },
    });
    expect(openRouter.models?.()).toEqual(before);
  });
});

it('a last picture goes out where the model takes one, in the length that it wants', async () => {
  expect((await submit({ endFrameAssetId: frameId })).kind).toBe('accepted');
  expect(sim.submits()[0]).toMatchObject({
    duration: 8,
    generate_audio: false,
    frame_images: [{ frame_type: 'first_frame' }, { frame_type: 'last_frame' }],
  });
  const lite = await submit({ model: 'google/veo-3.1-lite', endFrameAssetId: frameId });
  expect(lite).toMatchObject({ kind: 'refused', calls: 0 });
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
