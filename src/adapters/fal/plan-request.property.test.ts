import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkInput, simModels } from '../../../tools/fal-sim/sim-models.ts';
import type { GenerationKind, GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import {
  clipRequest,
  readingRequest,
  soundRequest,
  speechRequest,
  stillRequest,
  transcriptRequest,
  upscaleRequest,
} from '../../testing/builders/generation-requests.ts';
import { falModels } from './models/fal-models.ts';
import { planRequest } from './plan-request.ts';

const assetId = fc.constantFrom('a', 'b', 'c').map((digit) => AssetId.parse(digit.repeat(64)));
const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', 'x'.repeat(449), 'y'.repeat(2_501), 'z'.repeat(25_000)) },
);
const side = fc.constantFrom(192, 320, 736, 1000, 1080, 1920, 3840);
const frame = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      [1280, 720],
      [1920, 1080],
      [1080, 1920],
      [720, 720],
      [2520, 1080],
      [864, 1080],
    ),
  },
  { weight: 1, arbitrary: fc.tuple(side, side) },
);
const durationFlicks = fc
  .oneof(fc.double({ min: 0.01, max: 30, noNaN: true }), fc.integer({ min: 30, max: 700 }))
  .map(secondsToFlicks);
const seed = fc.integer({ min: 0, max: 2_147_483_647 });

const picture = fc
  .record({
    prompt: words,
    seed,
    negativePrompt: fc.option(words),
    frame,
    durationFlicks,
    fpsNum: fc.constantFrom(24, 25, 30, 60),
    startFrameAssetId: fc.option(assetId, { freq: 8 }),
  })
  .map(({ frame: [widthPx = 1, heightPx = 1], ...one }) => ({ ...one, widthPx, heightPx }));
/** Fields that are absent where they are not used. */
const references = fc.record(
  { referenceAssetIds: fc.array(assetId, { maxLength: 16 }) },
  { requiredKeys: [] },
);
const lastFrame = fc.record({ endFrameAssetId: assetId }, { requiredKeys: [] });

const requestOf: Readonly<Record<GenerationKind, fc.Arbitrary<GenerationRequest>>> = {
  still: fc.tuple(picture, references).map(([one, more]) => stillRequest({ ...one, ...more })),
  clip: fc.tuple(picture, lastFrame).map(([one, more]) => clipRequest({ ...one, ...more })),
  speech: fc
    .record({
      text: words,
      voice: fc.option(fc.constantFrom('Rachel', 'af_heart', 'Wise_Woman', 'Nobody')),
      speed: fc.constantFrom(0.5, 1, 1.25, 2),
      delivery: fc.option(fc.constantFrom('quietly', 'sh]outing')),
    })
    .map(speechRequest),
  music: fc
    .record({ prompt: words, durationFlicks, seed })
    .map((one) => soundRequest({ kind: 'music', ...one })),
  effect: fc.record({ prompt: words, durationFlicks, seed }).map(soundRequest),
  'upscaled-still': fc
    .record({ factor: fc.double({ min: 1, max: 8, noNaN: true }), seed })
    .map(upscaleRequest),
  'upscaled-clip': fc
    .record({ factor: fc.integer({ min: 1, max: 8 }), seed })
    .map((one) => upscaleRequest({ kind: 'upscaled-clip', ...one })),
  transcript: fc
    .record({ language: fc.option(fc.constantFrom('en', 'de-AT', 'PT-br', 'tlh')) })
    .map(transcriptRequest),
  reading: fc
    .record({ text: words, instructions: words, maxOutputTokens: fc.integer({ min: 1, max: 200_000 }) })
    .map(readingRequest),
};

const request = fc
  .constantFrom(...falModels)
  .chain((model) => requestOf[model.kind].map((one) => ({ model, asked: { ...one, model: model.id } })));

it('any request is refused, or its input is what the endpoint takes, with a price for it', () => {
  let taken = 0;
  fc.assert(
    fc.property(request, ({ model, asked }) => {
      const plan = planRequest(model, asked);
      if (!plan.ok) {
        expect(plan.fault.code).toBe('provider.request-refused');
        expect(plan.fault.message).toContain('Nothing was sent.');
        return;
      }
      taken += 1;
      const { endpoint, amounts, prices } = plan.value;
      const endpointModel = simModels[endpoint];
      if (endpointModel === undefined) throw new Error(`nobody serves ${endpoint}`);
      const input = plan.value.input((id) => `https://v3b.fal.media/files/${id}`);
      expect(checkInput(endpointModel, input)).toEqual([]);
      const known = Object.keys(endpointModel.schema.properties ?? {});
      expect(Object.keys(input).filter((name) => !known.includes(name))).toEqual([]);
      for (const { unit } of prices) expect(amounts[unit]).toBeGreaterThan(0);
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(800);
});
