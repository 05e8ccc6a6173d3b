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

/** Tells what is watched of 40 jobs for a film of 80 seconds, and a time with each step; answers with the step that played. */
function playedAt(...steps: (readonly [nowS: number, activities: readonly Activity[]])[]): number | null {
  const state = createStore<StudioState>(() => ({ activities: [] }) as unknown as StudioState);
  let now = 0;
  let step = 0;
  const played: number[] = [];
  whenWatchable(state, { activityId: 'a', filmMs: 80_000, nowMs: () => now * 1000 }, () => played.push(step));
  for (const [nowS, activities] of steps) {
    now = nowS;
    step++;
    state.setState({ activities });
  }
  expect(played.length).toBeLessThan(2);
  return played[0] ?? null;
}

const at = (done: number): readonly Activity[] => [activity({ done })];

test('a film is begun with the first clips when the rest is drawn faster than it plays', () => {
  expect(playedAt([3, at(10)], [6, at(20)], [8, at(21)], [10, at(22)], [12, at(24)])).toBe(4);
});

test('where drawing is slower, a film is begun when the rest is drawn before it is seen', () => {
  const slow = Array.from({ length: 20 }, (_, i) => [6 + 3 * (i + 1), at(21 + i)] as const);
  const step = playedAt([6, at(20)], ...slow);
  const clips = (step ?? 0) - 1;
  expect((20 - clips) * 3 * 1.6).toBeLessThanOrEqual(80);
  expect(clips).toBeGreaterThan(2);
});

test('nobody waits for long: pictures stand for clips that are not there', () => {
  expect(playedAt([30, at(20)], [39, at(21)], [41, at(21)])).toBe(3);
  expect(playedAt([41, at(10)], [60, at(19)], [62, at(20)])).toBe(3);
});

test('a film that is drawn already is begun at once', () => {
  expect(playedAt([1, [activity({ state: 'done', done: 40 })]], [2, at(40)])).toBe(1);
});

test('work that fails, is cancelled or cleared away plays nothing', () => {
  expect(playedAt([1, at(0)], [2, [activity({ state: 'failed' })]], [50, at(40)])).toBeNull();
  expect(playedAt([1, [activity({ state: 'cancelled' })]])).toBeNull();
  expect(playedAt([1, at(0)], [2, []], [50, at(40)])).toBeNull();
});
