import { expect, test } from 'vitest';
import type { Notice } from '../../../contract/studio.ts';
import { ProjectId } from '../../../domain/kernel/ids.ts';
import { actionsOfNotice, sheetOfNotice } from './notice-action.ts';
import { freshForMs, pendingToasts } from './pending-toasts.ts';

const notice = (id: string, over: Partial<Notice> = {}): Notice => ({
  id,
  atMs: 1_000_000,
  level: 'info',
  code: 'export.done',
  message: 'The film is done.',
  projectId: null,
  path: null,
  activityId: null,
  batchId: null,
  read: false,
  times: 1,
  ...over,
});
const projectId = ProjectId.parse('p');

test('each notice leads to where something can be done about it', () => {
  expect(actionsOfNotice(notice('a', { path: '/films/a.mp4', projectId }), true)).toEqual(['show-film']);
  expect(actionsOfNotice(notice('a', { path: '/films/a.mp4', projectId }), false)).toEqual(['show-deliver']);
  const brokenOff = { code: 'generate.broken-off', projectId, activityId: 'w' };
  expect(actionsOfNotice(notice('a', brokenOff), true)).toEqual(['go-on']);
  expect(actionsOfNotice(notice('a', { code: 'job.failed', projectId }), true)).toEqual(['open-project']);
  expect(actionsOfNotice(notice('a', { code: 'disk.low', projectId }), true)).toEqual(['open-settings']);
  expect(actionsOfNotice(notice('a', { code: 'store.restored-from-snapshot' }), true)).toEqual([]);
});

test('what went wrong of a batch is looked at and asked for again; what a person must put right comes first', () => {
  const failed = { code: 'generate.failed', level: 'warning', projectId, batchId: 'b' } as const;
  expect(actionsOfNotice(notice('a', failed), true)).toEqual(['show-jobs', 'try-again']);
  const noKey = { ...failed, code: 'provider.key-refused' };
  expect(actionsOfNotice(notice('a', noKey), true)).toEqual(['open-settings', 'show-jobs', 'try-again']);
  const done = { ...failed, code: 'generate.done', level: 'info' } as const;
  expect(actionsOfNotice(notice('a', done), true)).toEqual(['open-project']);
  expect(actionsOfNotice(notice('a', { code: 'queue.confirm' }), true)).toEqual(['show-queue']);
});

test('a notice about the disk leads to the storage, one about a key to the keys', () => {
  expect(sheetOfNotice({ code: 'disk.low' })).toBe('storage');
  expect(sheetOfNotice({ code: 'provider.key-refused' })).toBe('keys');
  expect(sheetOfNotice({ code: 'money.limit' })).toBe('budgets');
  expect(sheetOfNotice({ code: 'export.done' })).toBeNull();
});

test('unread notices show once, oldest first; those from before the window opened stay in the list', () => {
  const openedAtMs = 1_000_000;
  const notices = [
    notice('new', { atMs: openedAtMs + 5 }),
    notice('read', { read: true }),
    notice('fresh', { atMs: openedAtMs - freshForMs }),
    notice('old', { atMs: openedAtMs - freshForMs - 1 }),
  ];
  const ids = (shown: readonly string[]) =>
    pendingToasts(notices, new Set(shown), openedAtMs).map(({ id }) => id);
  expect(ids([])).toEqual(['fresh', 'new']);
  expect(ids(['fresh'])).toEqual(['new']);
  expect(ids(['fresh', 'new'])).toEqual([]);
});
