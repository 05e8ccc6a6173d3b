import { expect, test } from 'vitest';
import { ok } from '../../domain/kernel/result.ts';
import type { PreferenceValues } from '../machine-state/preferences.ts';
import { createAtOnce } from './at-once.ts';

function createBench(kept: PreferenceValues = {}) {
  let values = kept;
  return createAtOnce({
    all: () => values,
    set: (name, value) => {
      values = { ...values, [name]: value };
      return ok(values);
    },
  });
}
const fal = { provider: 'fal', maxConcurrent: 2 };
const google = { provider: 'google', maxConcurrent: 4 };

test('a provider takes the number that a person says, and its own again', () => {
  const atOnce = createBench();
  expect(atOnce.of(fal)).toBe(2);
  atOnce.set('fal', 20);
  atOnce.set('google', 1);
  expect([atOnce.of(fal), atOnce.of(google)]).toEqual([20, 1]);
  atOnce.set('fal', null);
  expect([atOnce.of(fal), atOnce.of(google)]).toEqual([2, 1]);
});

test.each([0, -1, 2.5, 101, Number.NaN])('%s is refused, and the number stays', (requests) => {
  const atOnce = createBench();
  atOnce.set('fal', 7);
  expect(atOnce.set('fal', requests)).toMatchObject({ ok: false, fault: { code: 'providers.at-once' } });
  expect(atOnce.of(fal)).toBe(7);
});

test('a preference that somebody damaged by hand counts for nothing', () => {
  expect(createBench({ 'providers.atOnce': { fal: 'many' } }).of(fal)).toBe(2);
  expect(createBench({ 'providers.atOnce': [] }).of(fal)).toBe(2);
});
