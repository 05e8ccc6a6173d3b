import { expect, test } from 'vitest';
import { FaultError } from '../domain/kernel/result.ts';
import { watchFirstByte } from './submit-outcomes.ts';

test('a request that the caller lets pass has begun', () => {
  const steps: string[] = [];
  const line = watchFirstByte(
    () => steps.push('marked'),
    () => steps.push('begun'),
  );
  expect(line).toMatchObject({ hasBegun: false, heldBack: null });
  line.before();
  expect(line).toMatchObject({ hasBegun: true, heldBack: null });
  expect(steps).toEqual(['marked', 'begun']);
});

test('a request that the caller holds back was not sent, for its reason', () => {
  const steps: string[] = [];
  const fault = { code: 'money.cap-reached', message: 'Not sent: over the limit.' } as const;
  const line = watchFirstByte(
    () => {
      throw new FaultError(fault);
    },
    () => steps.push('begun'),
  );
  expect(() => line.before()).toThrow(fault.message);
  expect(line).toMatchObject({ hasBegun: false, heldBack: { kind: 'not-sent', fault, retryAfterMs: null } });
  expect(steps).toEqual([]);
});
