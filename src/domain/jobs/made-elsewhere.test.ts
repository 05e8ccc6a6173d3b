import { expect, test } from 'vitest';
import { JobState } from './job.ts';
import { isHeldByProvider, isMadeElsewhere, mayMoveElsewhere } from './made-elsewhere.ts';

const handle = { requestId: 'request-1', statusUrl: null, responseUrl: null, cancelUrl: null };

test('a job without a device is from before devices were told apart: this one’s', () => {
  expect(isMadeElsewhere({ deviceId: null }, 'here')).toBe(false);
  expect(isMadeElsewhere({ deviceId: 'here' }, 'here')).toBe(false);
  expect(isMadeElsewhere({ deviceId: 'there' }, 'here')).toBe(true);
});

test('another device’s job is never sent, queued, put aside or taken back from here', () => {
  for (const state of JobState.options) {
    for (const to of ['draft', 'queued', 'sending', 'cancelling', 'cancelled', 'unknown'] as const)
      expect(mayMoveElsewhere({ state, handle }, to, true), `${state} to ${to}`).toBe(false);
  }
  for (const state of ['draft', 'queued', 'sending'] as const) {
    for (const to of JobState.options) expect(mayMoveElsewhere({ state, handle }, to, true)).toBe(false);
  }
  expect(mayMoveElsewhere({ state: 'unknown', handle: null }, 'failed', false)).toBe(false);
});

test('a result that a provider holds may be brought in by any device', () => {
  expect(mayMoveElsewhere({ state: 'running', handle }, 'fetching', false)).toBe(true);
  expect(mayMoveElsewhere({ state: 'fetching', handle }, 'done', false)).toBe(true);
  expect(mayMoveElsewhere({ state: 'unknown', handle: null }, 'submitted', true)).toBe(true);
  expect(mayMoveElsewhere({ state: 'running', handle: null }, 'fetching', false)).toBe(false);
});

test('what its provider does not keep lies with the device that asked, and is not moved from another one', () => {
  const kept = { ...handle, requestId: 'kept-0123456789abcdef0123456789abcdef' };
  const answer = { ...handle, responseUrl: 'answer.json' };
  const held = { ...handle, responseUrl: 'https://queue.example/requests/request-1' };
  expect([kept, answer, held, handle, null].map(isHeldByProvider)).toEqual([false, false, true, true, false]);
  for (const to of JobState.options) {
    expect(mayMoveElsewhere({ state: 'running', handle: kept }, to, true)).toBe(false);
    expect(mayMoveElsewhere({ state: 'fetching', handle: answer }, to, true)).toBe(false);
  }
});
