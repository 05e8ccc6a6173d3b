import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { keptNotices } from './notice-board.ts';

test('preferences are kept over a restart, and null takes one away', async () => {
  const first = createTestStudio();
  await first.client.studio.setPreference({ name: 'theme', value: 'dark' });
  await first.client.studio.setPreference({ name: 'shortcuts', value: { 'edit.undo': ['Mod+Y'] } });
  expect(await first.client.studio.setPreference({ name: 'theme', value: null })).toEqual({
    shortcuts: { 'edit.undo': ['Mod+Y'] },
  });
  await first.studio.close();
  await using next = createTestStudio({ home: first.home, seed: 2 });
  expect(await next.client.studio.preferences()).toEqual({ shortcuts: { 'edit.undo': ['Mod+Y'] } });
});

test('a file that cannot be read is put aside, and the studio opens as usual', async () => {
  const first = createTestStudio();
  await first.client.studio.setPreference({ name: 'theme', value: 'dark' });
  await first.studio.close();
  writeFileSync(join(first.home, 'preferences.json'), '{"theme":"da');
  await using next = createTestStudio({ home: first.home, seed: 2 });
  expect(await next.client.studio.preferences()).toEqual({});
  expect(readFileSync(join(first.home, 'preferences.json.damaged'), 'utf8')).toBe('{"theme":"da');
});

test('too much of a preference is refused, and the others stay', async () => {
  await using studio = createTestStudio();
  await studio.client.studio.setPreference({ name: 'theme', value: 'dark' });
  await expect(
    studio.client.studio.setPreference({ name: 'junk', value: 'x'.repeat(300_000) }),
  ).rejects.toMatchObject({ data: { code: 'preferences.too-large' } });
  expect(await studio.client.studio.preferences()).toEqual({ theme: 'dark' });
});

test('notices are newest first, marked as read, kept over a restart and never too many', async () => {
  const first = createTestStudio();
  const { notices } = first.studio.parts;
  for (let i = 0; i < keptNotices + 5; i++)
    notices.add({ level: 'info', code: 'test.note', message: `Note ${i}.` });
  const [newest] = await first.client.studio.notices();
  expect(newest?.message).toBe(`Note ${keptNotices + 4}.`);
  await first.client.studio.readNotices({ ids: [newest?.id ?? ''] });
  await first.studio.close();
  await using next = createTestStudio({ home: first.home, seed: 2 });
  const kept = await next.client.studio.notices();
  expect(kept).toHaveLength(keptNotices);
  expect(kept.map(({ read }) => read).slice(0, 2)).toEqual([true, false]);
  expect((await next.client.studio.readNotices({ ids: [] })).every(({ read }) => read)).toBe(true);
});

test('a notice that says what an unread one says is that one again, with its count, and stands first', async () => {
  await using studio = createTestStudio();
  const { notices } = studio.studio.parts;
  const failed = { level: 'problem', code: 'export.failed', message: 'The disk is full.' } as const;
  notices.add(failed);
  notices.add({ level: 'info', code: 'test.note', message: 'Something else.' });
  const [, before] = notices.list();
  notices.add(failed);
  const after = notices.list();
  expect(after.map(({ message, times }) => [message, times])).toEqual([
    ['The disk is full.', 2],
    ['Something else.', 1],
  ]);
  // Another one to who shows each once.
  expect(after[0]?.id).not.toBe(before?.id);
  notices.markRead([]);
  notices.add(failed);
  expect(notices.list().map(({ times, read }) => [times, read])).toEqual([
    [1, false],
    [2, true],
    [1, true],
  ]);
});

test('a window hears of the whole state first, and then of each change', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const ending = new AbortController();
  const events = await client.studio.watch(undefined, { signal: ending.signal });
  const first = new Set<string>();
  while (first.size < 8) {
    const next = await events.next();
    first.add(next.done ? 'the end' : next.value.kind);
  }
  expect([...first].sort()).toEqual([
    'activities',
    'comments',
    'keys',
    'notices',
    'preferences',
    'projects',
    'queue',
    'sync',
  ]);
  await client.studio.setPreference({ name: 'theme', value: 'light' });
  expect((await events.next()).value).toEqual({ kind: 'preferences', preferences: { theme: 'light' } });
  await studio.openStory();
  expect((await events.next()).value).toEqual({ kind: 'projects' });
  await events.return(undefined);
});
