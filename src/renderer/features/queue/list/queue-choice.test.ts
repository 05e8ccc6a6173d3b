import { expect, test } from 'vitest';
import type { QueueRow } from '../../../../contract/queue.ts';
import {
  between,
  countOf,
  isChosen,
  mayOf,
  nothingChosen,
  onlyOne,
  toggled,
  whichOf,
} from './queue-choice.ts';

const row = (jobId: string, may: QueueRow['may']): QueueRow => ({ jobId, may }) as unknown as QueueRow;
const waiting = row('w', ['cancel']);
const failed = row('f', ['again']);
const held = row('h', ['collect']);
const filter = { projectId: null, provider: null, batchId: null };

test('jobs are chosen one by one, in a row, and all at once', () => {
  const both = toggled(onlyOne(waiting), failed);
  expect(isChosen(both, failed.jobId)).toBe(true);
  expect(countOf(toggled(both, failed), 9)).toBe(1);
  const rows = [waiting, failed, held];
  expect(
    countOf(
      between((index) => rows[index] ?? null, 2, 0),
      9,
    ),
  ).toBe(3);
  expect(countOf({ all: true }, 10_000)).toBe(10_000);
  // From everything one begins anew with the one that was pressed.
  expect(countOf(toggled({ all: true }, failed), 10_000)).toBe(1);
  expect(countOf(nothingChosen, 3)).toBe(0);
});

test('what is asked of the studio concerns only those that it can concern', () => {
  const all = toggled(toggled(onlyOne(waiting), failed), held);
  expect([...mayOf(all, ['waiting'])].sort()).toEqual(['again', 'cancel', 'collect']);
  expect(whichOf(all, filter, [], 'cancel')).toEqual({ jobIds: ['w'] });
  expect(whichOf(all, filter, [], 'again')).toEqual({ jobIds: ['f', 'h'] });
  expect(whichOf(all, filter, [], 'drop')).toBeNull();
  const open = ['attention', 'running', 'waiting'] as const;
  expect(whichOf({ all: true }, filter, open, 'cancel')).toEqual({ filter, groups: ['running', 'waiting'] });
  expect(whichOf({ all: true }, filter, ['done'], 'again')).toBeNull();
});
