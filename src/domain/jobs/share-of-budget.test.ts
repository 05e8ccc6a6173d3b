import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOfBudget } from './share-of-budget.ts';

const amount = fc.integer({ min: 0, max: 1_000_000_000 });

test('alone a device has the whole budget, and of two each half of what was left', () => {
  expect(shareOfBudget(10_000, { spentUsdMicros: 2_000, devices: 1 })).toBe(10_000);
  expect(shareOfBudget(10_000, { spentUsdMicros: 2_000, devices: 2 })).toBe(6_000);
  expect(shareOfBudget(10_000, { spentUsdMicros: 12_000, devices: 2 })).toBe(10_000);
});

test('whatever each spends of its share, all together stay within the budget', () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 9 }), (budget, spent, devices) => {
      fc.pre(spent <= budget);
      const each = shareOfBudget(budget, { spentUsdMicros: spent, devices }) - spent;
      expect(spent + devices * each).toBeLessThanOrEqual(budget);
    }),
  );
});
