import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

test('a query that failed is told by its reason and place, without the values that were in it', () => {
  const cause = new Error('permission denied for table cuts');
  const failed = new DrizzleQueryError('insert into cuts values ($1)', ["Anna's\nsecret film"], cause);
  const told = describeError(failed);
  expect(told).toMatch(/^Error: permission denied for table cuts\n {4}at /);
  expect(told).not.toContain('Anna');
  expect(told).not.toContain('secret');
  expect(describeError(new DrizzleQueryError('select', ['Anna']))).not.toContain('Anna');
});

test('any other error is told with its own words', () => {
  expect(describeError(new TypeError('x is not a function'))).toMatch(
    /^TypeError: x is not a function\n {4}at /,
  );
});
