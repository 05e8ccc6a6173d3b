import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkFields } from '../../../tools/openai-sim/check-fields.ts';
import { openAiModels, outputTokens, pictureSize } from './openai-models.ts';

const side = fc.integer({ min: 64, max: 8192 });

it('asks each model only for sizes that it makes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...openAiModels), side, side, (model, widthPx, heightPx) => {
      const { width, height } = pictureSize(model, { widthPx, heightPx });
      const fields = { model: model.id, prompt: 'x', size: `${width}x${height}`, quality: 'low' };
      expect(checkFields('/v1/images/generations', fields, 0)).toBeNull();
    }),
  );
});

it('keeps the aspect of a film', () => {
  const [model] = openAiModels;
  if (model === undefined) throw new Error('no model');
  expect(pictureSize(model, { widthPx: 1920, heightPx: 1080 })).toEqual({ width: 1920, height: 1088 });
  expect(pictureSize(model, { widthPx: 1280, heightPx: 720 })).toEqual({ width: 1280, height: 720 });
});

it('counts tokens as the vendor does', () => {
  const two = openAiModels.find(({ id }) => id === 'gpt-image-2');
  if (two === undefined) throw new Error('no model');
  expect(outputTokens(two, { width: 1024, height: 1024 }, 'high')).toBe(7024);
  expect(outputTokens(two, { width: 1536, height: 1024 }, 'high')).toBe(5488);
  expect(outputTokens(two, { width: 3584, height: 2048 }, 'high')).toBe(12329);
});
