import { expect, test } from 'vitest';
import type { Notice } from '../../../contract/studio.ts';
import { wantsOutside } from '../../state/outside-preference.ts';
import { isHeardOutside, outsideNotices } from './outside-notices.ts';

const notice = (over: Partial<Notice>): Notice => ({
  id: 'a',
  atMs: 1_000,
  level: 'info',
  code: 'generate.done',
  message: '6 takes were made.',
  projectId: null,
  path: null,
  activityId: null,
  batchId: null,
  read: false,
  times: 1,
  ...over,
});

test('a browser shows nothing that nobody asked for; the desktop does until it is turned off', () => {
  expect(wantsOutside(undefined, true, 'granted')).toBe(true);
  expect(wantsOutside(false, true, 'granted')).toBe(false);
  expect(wantsOutside(undefined, false, 'granted')).toBe(false);
  expect(wantsOutside(true, false, 'granted')).toBe(true);
  expect(wantsOutside(true, false, 'denied')).toBe(false);
  expect(wantsOutside(true, false, 'asked')).toBe(false);
});

test('the end of work is heard outside, each notice once, and nothing of before the window', () => {
  expect(isHeardOutside(notice({ code: 'disk.low' }))).toBe(false);
  expect(isHeardOutside(notice({ code: 'money.cap-reached', batchId: 'b' }))).toBe(true);
  expect(isHeardOutside(notice({ code: 'export.done' }))).toBe(true);
  const all = [notice({ id: 'new' }), notice({ id: 'old', atMs: 10 }), notice({ id: 'read', read: true })];
  expect(outsideNotices(all, new Set(), 500).map(({ id }) => id)).toEqual(['new']);
  expect(outsideNotices(all, new Set(['new']), 500)).toEqual([]);
});
