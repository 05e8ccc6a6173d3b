import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Activity } from '../../../../contract/activities.ts';
import { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { StudioState } from '../../../state/studio-state.ts';
import { whenWatchable } from './start-sample.ts';

const activity = (over: Partial<Activity>): Activity => ({
  id: 'a',
  kind: 'generate',
  projectId: ProjectId.parse('p'),
  projectTitle: 'Sample',
  state: 'running',
  done: 0,
  total: 40,
  secondsLeft: null,
  message: null,
  path: null,
  startedAtMs: 0,
  finishedAtMs: null,
  ...over,
});

function watched(...steps: (readonly Activity[])[]): number {
  const state = createStore<StudioState>(() => ({ activities: [] }) as unknown as StudioState);
  let calls = 0;
  whenWatchable(state, 'a', () => calls++);
  for (const activities of steps) state.setState({ activities });
  return calls;
}

test('a film can be watched once its pictures and first clips are there, and is called once', () => {
  expect(watched([activity({ done: 10 })], [activity({ done: 23 })])).toBe(0);
  expect(
    watched([activity({ done: 10 })], [activity({ done: 24 })], [activity({ done: 40, state: 'done' })]),
  ).toBe(1);
  expect(watched([activity({ state: 'done', done: 40 })])).toBe(1);
});

test('work that fails, is cancelled or cleared away plays nothing', () => {
  expect(watched([activity({})], [activity({ state: 'failed' })], [activity({ state: 'done' })])).toBe(0);
  expect(watched([activity({ state: 'cancelled' })])).toBe(0);
  expect(watched([activity({})], [], [activity({ state: 'done', done: 40 })])).toBe(0);
});
