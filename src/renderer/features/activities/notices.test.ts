import { expect, test } from 'vitest';
import type { Notice } from '../../../contract/studio.ts';
import { ProjectId } from '../../../domain/kernel/ids.ts';
import { actionOfNotice, sheetOfNotice } from './notice-action.ts';
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
  expect(actionOfNotice(notice('a', { path: '/films/a.mp4', projectId }), true)).toBe('show-film');
  expect(actionOfNotice(notice('a', { path: '/films/a.mp4', projectId }), false)).toBe('show-deliver');
  const brokenOff = { code: 'generate.broken-off', projectId, activityId: 'w' };
  expect(actionOfNotice(notice('a', brokenOff), true)).toBe('go-on');
  expect(actionOfNotice(notice('a', { code: 'job.failed', projectId }), true)).toBe('open-project');
  expect(actionOfNotice(notice('a', { code: 'disk.low', projectId }), true)).toBe('open-settings');
  expect(actionOfNotice(notice('a', { code: 'store.restored-from-snapshot' }), true)).toBeNull();
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
