import { expect, it } from 'vitest';
import { createLanguageGenerator } from '../adapters/language-models/create-language-generator.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import type { Generator } from '../core/ports/generator.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { stillRequest } from '../testing/builders/generation-requests.ts';
import { combineGenerators } from './combine-generators.ts';

const words = createLanguageGenerator('openai', { key: async () => null, clock: createSystemClock() });
const pictures: Generator = {
  ...words,
  defaultModels: { still: 'picture-1' },
  models: () => [],
  maxConcurrent: 2,
  estimate: async () => ({ ok: true, value: { costUsdMicros: 40_000, basis: '1 image', pricedAtMs: null } }),
};

it('sends each kind to the one that makes it, and shows the models of both', async () => {
  const both = combineGenerators(pictures, words);
  expect(both.defaultModels).toEqual({ still: 'picture-1', reading: 'gpt-5-mini' });
  expect(both.models?.().map(({ kind }) => kind)).toEqual(['reading', 'reading', 'reading']);
  expect(unwrap(await both.estimate(stillRequest({ provider: 'openai' }))).basis).toBe('1 image');
  const reading = {
    kind: 'reading' as const,
    provider: 'openai',
    model: 'gpt-5-mini',
    seed: 1,
    task: 'shots' as const,
    instructions: 'x',
    text: 'y',
    maxOutputTokens: 100,
  };
  expect(unwrap(await both.estimate(reading)).basis).toContain('tokens');
  expect(both.maxConcurrent).toBe(4);
});
