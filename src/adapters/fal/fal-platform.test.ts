import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import { type FalSim, startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import type { Generator, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import {
  clipRequest,
  readingRequest,
  speechRequest,
  stillRequest,
  transcriptRequest,
} from '../../testing/builders/generation-requests.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createFalGenerator } from './create-fal-generator.ts';
import { defaultFalModels, falModels } from './models/fal-models.ts';
import { priceOf } from './read-prices.ts';

const never = new AbortController().signal;
const small = { provider: 'fal', widthPx: 320, heightPx: 192 };
const picture = AssetId.parse('a'.repeat(64));
const still = (over: Parameters<typeof stillRequest>[0] = {}) =>
  stillRequest({ ...small, model: 'fal-ai/flux/dev', ...over });

let sim: FalSim;
let folder: string;
let fal: Generator;

beforeEach(async () => {
  sim = await startFalSim({ queueReads: 0, runReads: 0, mostClipHeightPx: 96 });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-fal-'));
  writeFileSync(join(folder, 'a.png'), makePicture({ prompt: 'a', seed: 1, widthPx: 64, heightPx: 36 }));
  writeFileSync(join(folder, 'b.png'), 'no picture at all');
  fal = openFal();
});
afterEach(async () => {
  expect(sim.leakedKeys()).toBe(0);
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

function openFal(clock = createSystemClock()): Generator {
  const timeouts = { submitMs: 1_000, askMs: 5_000, stallMs: 5_000 };
  return unwrap(createFalGenerator({ key: 'id:secret', clock, origin: sim.origin, timeouts }));
}

function submit(request: GenerationRequest, name = 'a.png'): Promise<SubmitOutcome> {
  return fal.submit(request, {
    beforeFirstByte: () => {},
    assetPath: () => ok({ path: join(folder, name), mime: 'image/png' }),
    folder,
    signal: never,
  });
}
async function accepted(request: GenerationRequest) {
  const outcome = await submit(request);
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome.handle;
}
const lookUp = (request: GenerationRequest) =>
  fal.lookUp?.(request, { sentAtMs: Date.now(), folder, signal: never });
const messageOf = (outcome: object | undefined): string =>
  outcome !== undefined && 'fault' in outcome ? (outcome.fault as { message: string }).message : '';

describe('a request whose answer was lost', () => {
  it.each([
    ['by its seed', still()],
    [
      'by its exact input',
      clipRequest({ ...small, model: defaultFalModels.clip, startFrameAssetId: picture }),
    ],
    ['with references', still({ model: 'fal-ai/flux-2-pro', referenceAssetIds: [picture, picture] })],
    ['that was a line', speechRequest({ provider: 'fal', model: defaultFalModels.speech })],
  ])('is found %s, after a restart too', async (_how, request) => {
    await accepted({
      ...request,
      seed: 99,
      ...('prompt' in request ? { prompt: 'Another shot' } : { text: 'No.' }),
    } as GenerationRequest);
    sim.setFaults([{ fault: 'lose-answer' }]);
    expect((await submit(request)).kind).toBe('ambiguous');
    fal = openFal();
    const found = await lookUp(request);
    expect(found?.kind).toBe('found');
    if (found?.kind !== 'found') return;
    expect(found.handle.requestId).toBe(sim.submits().at(-1)?.requestId);
    expect((await fal.poll(request, found.handle, never)).kind).toBe('ready');
    expect((await fal.fetch(request, found.handle, folder, never)).kind).toBe('fetched');
    expect(sim.charges()).toHaveLength(2);
  });

  it('is found on a later page', async () => {
    sim.setFaults([{ fault: 'lose-answer' }]);
    await submit(still({ seed: 1_000 }));
    for (let seed = 0; seed < 120; seed++) await accepted(still({ seed }));
    fal = openFal();
    const found = await lookUp(still({ seed: 1_000 }));
    expect(found?.kind === 'found' && found.handle.requestId).toBe(sim.submits()[0]?.requestId);
  });

  it('is not taken for another that is the same in every field', async () => {
    const clip = clipRequest({ ...small, model: defaultFalModels.clip, startFrameAssetId: picture });
    await accepted(clip);
    sim.setFaults([{ fault: 'lose-answer' }]);
    await submit(clip);
    // What this instance was given belongs to another job.
    expect(await lookUp(clip)).toMatchObject({ handle: { requestId: sim.submits()[1]?.requestId } });
    fal = openFal();
    const unclear = await lookUp(clip);
    expect(unclear?.kind).toBe('not-found');
    expect(messageOf(unclear)).toContain('several requests in the list look the same');
  });

  it('is never said to be not begun: the list has what has ended', async () => {
    sim.setFaults([{ fault: 'lose-request' }]);
    await submit(still());
    expect(await lookUp(still())).toMatchObject({ kind: 'not-found' });
  });

  it.each([
    ['list-forbidden', 'not-found', 'this key may not read'],
    ['list-without-payloads', 'not-found', 'does not say what was asked for'],
    ['list-500', 'unreachable', 'HTTP 500'],
  ] as const)('%s: %s', async (fault, kind, words) => {
    await accepted(still());
    fal = openFal();
    sim.setFaults([{ fault }]);
    const outcome = await lookUp(still());
    expect(outcome?.kind).toBe(kind);
    expect(messageOf(outcome)).toContain(words);
  });
});

describe('what is paid for', () => {
  it('is found again, each under the model that was asked for', async () => {
    const references = still({ model: 'fal-ai/flux-2-pro', referenceAssetIds: [picture] });
    const reading = readingRequest({ provider: 'fal', model: 'openrouter/router/openai/gpt-4.1' });
    const handles = [await accepted(still()), await accepted(references), await accepted(reading)];
    const held = unwrap((await fal.listHeld?.(Date.now() - 60_000, never)) ?? ok([]));
    expect(held.map(({ model }) => model).toSorted()).toEqual([
      'fal-ai/flux-2-pro',
      'fal-ai/flux/dev',
      'openrouter/router/openai/gpt-4.1',
    ]);
    expect(new Set(held.map(({ handle }) => handle.requestId))).toEqual(
      new Set(handles.map(({ requestId }) => requestId)),
    );
    const first = held.find(({ model }) => model === 'fal-ai/flux/dev');
    expect(first?.handle).toEqual(handles[0]);
    expect(first?.input).toMatchObject({ seed: 7 });
    sim.setFaults([{ fault: 'list-forbidden' }]);
    expect(await fal.listHeld?.(0, never)).toMatchObject({
      ok: false,
      fault: { code: 'provider.key-refused' },
    });
  });

  it('is read from the billing events, where the key may', async () => {
    const handle = await accepted(still());
    await fal.poll(still(), handle, never);
    expect(await fal.readCharge?.(handle, never)).toEqual(ok(25_000));
    sim.setFaults([{ fault: 'billing-forbidden' }]);
    expect(await fal.readCharge?.(handle, never)).toEqual(ok(null));
    expect(await fal.readCharge?.({ ...handle, requestId: 'nobody' }, never)).toEqual(ok(null));
  });

  it('costs what was said before, in every kind that can be counted before', async () => {
    for (const request of [
      still(),
      still({ model: 'fal-ai/nano-banana-pro', widthPx: 1280, heightPx: 720 }),
      clipRequest({ ...small, model: defaultFalModels.clip, startFrameAssetId: picture }),
      speechRequest({ provider: 'fal', model: defaultFalModels.speech }),
    ]) {
      const estimate = unwrap(await fal.estimate(request));
      expect(estimate.pricedAtMs).not.toBeNull();
      const handle = await accepted(request);
      const fetched = await fal.fetch(request, handle, folder, never);
      expect(fetched).toMatchObject({
        costUsdMicros: estimate.costUsdMicros,
        costBasis: 'billable-units',
      });
      expect(await fal.readCharge?.(handle, never)).toEqual(ok(estimate.costUsdMicros));
    }
  });
});

describe('the list of models', () => {
  it('is complete before anything was asked', () => {
    const models = fal.models?.() ?? [];
    expect(models.map(({ id }) => id)).toEqual(falModels.map(({ id }) => id));
    for (const model of models) expect(ModelFacts.safeParse(model).error).toBeUndefined();
    expect(models.every(({ prices }) => prices.length > 0)).toBe(true);
    expect(models.find(({ id }) => id === defaultFalModels.clip)).toMatchObject({
      lengthsSeconds: [5, 10],
      takesEndFrame: true,
      takesSeed: false,
      keptForMs: 604_800_000,
    });
  });

  it('is read again from the platform: forms, newcomers, and what was withdrawn', async () => {
    sim.setFaults([{ fault: 'withdrawn', match: 'fal-ai/flux/schnell', times: null }]);
    expect(unwrap((await fal.refreshModels?.(never)) ?? ok(0))).toBeGreaterThan(30);
    const models = fal.models?.() ?? [];
    const of = (id: string) => models.find((model) => model.id === id);
    expect(of('fal-ai/flux/schnell')?.gone).toBe(true);
    expect(models.filter(({ gone }) => gone)).toHaveLength(1);
    expect(of('fal-ai/flux/dev')?.inputSchema).toMatchObject({ required: ['prompt'] });
    expect(of('acme/paint-9')).toMatchObject({ origin: 'provider', kind: 'still', name: 'Paint 9' });
    for (const model of models) expect(ModelFacts.safeParse(model).error).toBeUndefined();
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  });

  it('stays as it was when it cannot be read', async () => {
    await fal.refreshModels?.(never);
    const before = fal.models?.();
    sim.setFaults([{ fault: 'models-500' }]);
    expect(await fal.refreshModels?.(never)).toMatchObject({ ok: false });
    expect(fal.models?.()).toEqual(before);
  });

  it('takes a model by its id, with its form', async () => {
    expect(await fal.addModel?.('acme/paint-9', never)).toMatchObject({
      ok: true,
      value: {
        kind: 'still',
        origin: 'added',
        mostPromptCharacters: 800,
        aspects: ['16:9', '9:16', '1:1'],
        mostReferences: 2,
        takesSeed: true,
      },
    });
    expect(fal.models?.().some(({ id }) => id === 'acme/paint-9')).toBe(true);
    expect(await fal.addModel?.('acme/motion-9/image-to-video', never)).toMatchObject({
      value: { lengthsSeconds: [4, 7, 11], takesEndFrame: true },
    });
  });

  it.each(['acme/nobody', 'nonsense', '../../admin', 'a/b?x=1', ''])('knows no "%s"', async (id) => {
    expect(await fal.addModel?.(id, never)).toMatchObject({
      ok: false,
      fault: { code: 'provider.model-gone' },
    });
  });

  it('answers how fast the platform is', async () => {
    expect(await fal.checkHealth?.(never)).toMatchObject({ ok: true });
    sim.setFaults([{ fault: 'models-500' }]);
    expect(await fal.checkHealth?.(never)).toMatchObject({ ok: false });
  });
});

describe('a model that no table has', () => {
  it('is asked by its form', async () => {
    const wide = { widthPx: 1280, heightPx: 720 };
    await accepted(still({ model: 'acme/paint-9', ...wide, extra: { steps: 30 } }));
    expect(sim.submits()[0]?.input).toEqual({
      prompt: still().prompt,
      aspect_ratio: '16:9',
      seed: 7,
      num_images: 1,
      steps: 30,
    });
    expect(unwrap(await fal.estimate(still({ model: 'acme/paint-9', ...wide })))).toMatchObject({
      costUsdMicros: 50_000,
    });
    sim.setFaults([{ fault: 'no-prices', times: null }]);
    fal = openFal();
    expect(await fal.estimate(still({ model: 'acme/paint-9', ...wide }))).toMatchObject({
      fault: { code: 'provider.price-unknown' },
    });
  });

  it.each([
    [still({ model: 'acme/paint-9' }), /no pictures in the shape 320 × 192/],
    [still({ model: 'acme/paint-9', widthPx: 1280, heightPx: 720, prompt: 'x'.repeat(801) }), /takes 800/],
    [still({ model: 'acme/nobody' }), /Fal has no model/],
    [speechRequest({ provider: 'fal', model: 'acme/voice-9' }), /"consent_id" of Voice 9.*must be given/],
    [
      speechRequest({ provider: 'fal', model: 'acme/voice-9', voice: 'Cy', extra: { consent_id: '1' } }),
      /"voice" of Voice 9.*may be Ada, Bo/,
    ],
    [speechRequest({ provider: 'fal', model: 'acme/paint-9' }), /cannot be asked for this \(speech\)/],
    [still({ extra: { num_images: 4 } }), /one result is asked for at a time/],
    [still({ extra: { lens: 'wide' } }), /the model has no such field/],
    [still({ extra: { acceleration: 'warp' } }), /may be none, regular, high/],
  ])('is refused before anything is sent (%#)', async (request, words) => {
    const outcome = await submit(request);
    expect(outcome.kind).toBe('refused');
    expect(messageOf(outcome)).toMatch(words);
    expect(sim.submits()).toEqual([]);
  });

  it('is not asked while its form cannot be read', async () => {
    sim.setFaults([{ fault: 'models-500' }]);
    expect(await submit(still({ model: 'acme/paint-9' }))).toMatchObject({ kind: 'not-sent' });
    expect(sim.submits()).toEqual([]);
  });
});

describe('files that go with requests', () => {
  it('are carried up once for a batch, and again after an hour', async () => {
    const clock = createManualClock();
    fal = openFal(clock);
    const shot = (seed: number) =>
      still({ model: 'fal-ai/flux-2-pro', referenceAssetIds: [picture, picture], seed });
    await Promise.all([1, 2, 3, 4].map((seed) => accepted(shot(seed))));
    expect(sim.uploads()).toBe(1);
    await clock.advance(61 * 60_000);
    await accepted(shot(5));
    expect(sim.uploads()).toBe(2);
  });

  it('are carried up again when that failed', async () => {
    const shot = still({ model: 'fal-ai/flux-2-pro', referenceAssetIds: [picture] });
    sim.setFaults([{ fault: 'upload-put-500' }]);
    expect((await submit(shot)).kind).toBe('not-sent');
    expect((await submit(shot)).kind).toBe('accepted');
  });

  it('that cannot be read are refused, with nothing sent', async () => {
    const shot = still({ model: 'fal-ai/flux-2-pro', referenceAssetIds: [picture] });
    const outcome = await submit(shot, 'b.png');
    expect(outcome).toMatchObject({ kind: 'refused', fault: { code: 'provider.request-refused' } });
    expect(messageOf(outcome)).toContain('cannot be read as a picture');
    const heard = transcriptRequest({ provider: 'fal', model: defaultFalModels.transcript });
    expect(messageOf(await submit(heard, 'a.png'))).toContain('cannot be read as a recording');
    expect([sim.uploads(), sim.submits().length]).toEqual([0, 0]);
  });
});

it.each([
  ['megapixels', { unit: 'megapixel', usdMicros: 50_000 }],
  ['1000 characters', { unit: 'character', usdMicros: 50_000_000 }],
  ['1m characters', { unit: 'character', usdMicros: 50_000 }],
  ['Compute Seconds', { unit: 'compute-second', usdMicros: 50_000 }],
  ['video_seconds', { unit: 'second', usdMicros: 50_000 }],
  ['minutes', { unit: 'minute', usdMicros: 50_000 }],
  ['generations', { unit: 'request', usdMicros: 50_000 }],
  ['1000 tokens', null],
  ['0 images', null],
  ['', null],
])('a price for "%s"', (unit, price) => {
  expect(priceOf(unit, 50_000)).toEqual(price);
});
