import { describe, expect, it } from 'vitest';
import { AssetId } from '../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { clipRequest, stillRequest } from '../../testing/builders/generation-requests.ts';
import { billedUnits, buildInput, clipLength, modelFor, stillSize } from './build-input.ts';
import { defaultFalModels, falModels, findFalModel } from './models.ts';

const frame = AssetId.parse('a'.repeat(64));

describe('the table of models', () => {
  it('has at least two of each kind, each once, and its defaults', () => {
    expect(falModels.filter(({ kind }) => kind === 'still').length).toBeGreaterThanOrEqual(2);
    expect(falModels.filter(({ kind }) => kind === 'clip').length).toBeGreaterThanOrEqual(2);
    expect(new Set(falModels.map(({ id }) => id)).size).toBe(falModels.length);
    expect(findFalModel(defaultFalModels.still)?.kind).toBe('still');
    expect(findFalModel(defaultFalModels.clip)?.kind).toBe('clip');
  });
});

describe('what is asked for', () => {
  it.each([
    ['fal-ai/kling-video/v2.5-turbo/pro/image-to-video', 3, '5', 5],
    ['fal-ai/kling-video/v2.5-turbo/pro/image-to-video', 5.5, '10', 10],
    ['fal-ai/kling-video/v2.5-turbo/pro/image-to-video', 25, '10', 10],
    ['fal-ai/ltx-2.3/image-to-video', 6, '6', 6],
    ['fal-ai/ltx-2.3/image-to-video/fast', 6.5, '8', 8],
    ['fal-ai/veo3.1/fast/image-to-video', 1, '4s', 4],
    ['fal-ai/veo3.1/image-to-video', 7, '8s', 8],
  ])('%s, %d s: %s', (model, seconds, spelling, billed) => {
    const request = clipRequest({
      model,
      startFrameAssetId: frame,
      durationFlicks: secondsToFlicks(seconds),
    });
    const found = findFalModel(model);
    if (found?.kind !== 'clip') throw new Error('no clip model');
    expect(clipLength(found, request).spelling).toBe(spelling);
    expect(buildInput(found, request, 'https://fal.media/a.png')).toMatchObject({
      duration: spelling,
      image_url: 'https://fal.media/a.png',
    });
    expect(billedUnits(found, request)).toBe(billed);
  });

  it.each([
    ['fal-ai/flux/dev', 1280, 720, 1280, 720, 1],
    ['fal-ai/flux/dev', 1920, 1080, 1536, 864, 2],
    ['fal-ai/flux/schnell', 1080, 1920, 864, 1536, 2],
    ['fal-ai/flux-pro/v1.1', 1280, 720, 1280, 736, 1],
  ])('%s, %d×%d: %d×%d, %d MP', (model, widthPx, heightPx, width, height, megapixels) => {
    const found = findFalModel(model);
    if (found?.kind !== 'still') throw new Error('no still model');
    const request = stillRequest({ model, widthPx, heightPx });
    expect(stillSize(found, request)).toEqual({ width, height });
    expect(billedUnits(found, request)).toBe(megapixels);
    expect(buildInput(found, request, null)).toMatchObject({
      seed: 7,
      num_images: 1,
      image_size: { width, height },
    });
  });

  it.each([
    [stillRequest({ model: 'fal-ai/nobody' }), /is no model for a still/],
    [stillRequest({ model: 'fal-ai/veo3.1/image-to-video' }), /is no model for a still/],
    [stillRequest({ model: 'fal-ai/flux/dev', prompt: '  ' }), /The prompt is empty/],
    [
      clipRequest({ model: defaultFalModels.clip, prompt: 'x'.repeat(2_501), startFrameAssetId: frame }),
      /2501 characters; Kling 2.5 Turbo Pro takes 2500/,
    ],
    [clipRequest({ model: defaultFalModels.clip }), /the shot has none/],
  ])('refuses before anything is sent (%#)', (request, words) => {
    const model = modelFor(request);
    expect(model).toMatchObject({ ok: false, fault: { code: 'provider.request-refused' } });
    if (!model.ok) expect(model.fault.message).toMatch(words);
  });
});
