import { expect, test } from 'vitest';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createSeededIds } from '../../testing/seeded-ids.ts';
import { createActivityBoard } from './activity-board.ts';

const about = {
  kind: 'export',
  projectId: ProjectId.parse('p'),
  projectTitle: 'A film',
  path: '/films/a.mp4',
  waitsFor: null,
  cancel: () => 'Cancelled.',
} as const;

function openBoard() {
  const clock = createManualClock();
  const board = createActivityBoard({ clock, ids: createSeededIds() });
  let told = 0;
  board.onChange(() => told++);
  return { clock, board, told: () => told };
}

test('progress is told at most ten times a second, the newest always, and the end at once', async () => {
  const { clock, board, told } = openBoard();
  const work = board.open(about);
  for (let frame = 1; frame <= 1_000; frame++) {
    work.report({ done: frame, total: 1_000, secondsLeft: null });
    await clock.advance(1);
  }
  expect(told()).toBeGreaterThan(8);
  expect(told()).toBeLessThanOrEqual(12);
  await clock.advance(100);
  expect(board.list()[0]?.done).toBe(1_000);
  const before = told();
  work.end('done', null);
  expect(told()).toBe(before + 1);
});

test('what has ended is not changed any more, and only the last twenty are kept', () => {
  const { board } = openBoard();
  const running = board.open(about);
  for (let i = 0; i < 30; i++) board.open(about).end('done', `${i}`);
  expect(board.list()).toHaveLength(21);
  expect(board.list()[0]?.message).toBe('29');
  running.end('failed', 'It broke.');
  running.report({ done: 5, total: 9, secondsLeft: 1 });
  running.end('done', null);
  expect(board.list()).toHaveLength(20);
  expect(board.get(running.id)).toMatchObject({ state: 'failed', message: 'It broke.', done: 0 });
  expect(board.clear()).toEqual([]);
});

test('cancelling says what is kept, and a second time changes nothing', () => {
  const { board } = openBoard();
  const work = board.open({ ...about, waitsFor: 'Waits.' });
  expect(board.cancel(work.id)).toMatchObject({
    ok: true,
    value: { state: 'cancelled', message: 'Cancelled.' },
  });
  expect(board.cancel(work.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  expect(board.cancel('another')).toMatchObject({ ok: false, fault: { code: 'activity.not-found' } });
});
