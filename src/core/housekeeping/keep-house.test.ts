import { expect, test } from 'vitest';
import { createTestStore } from '../../testing/create-test-store.ts';
import { createLog } from '../logs/log.ts';
import { createSecrets } from '../logs/secrets.ts';
import { createNoticeBoard } from '../machine-state/notice-board.ts';
import { keepHouse } from './keep-house.ts';

test('a disk that runs low is said once, and again only after there was enough', async () => {
  using test = createTestStore();
  const { store, clock, home, ids } = test;
  const machine = { home, readOnly: false, clock, ids };
  const notices = createNoticeBoard(machine);
  const log = createLog({ ...machine, secrets: createSecrets() });
  let free = 4 * 1024 ** 3;
  const house = keepHouse({ store, clock, notices, log, freeBytesOf: () => free });
  // Said again while it is unread, it is one notice with a count.
  const said = () =>
    notices.list().reduce((sum, { code, times }) => (code === 'disk.low' ? sum + times : sum), 0);
  await clock.advance(60_000);
  expect(said()).toBe(0);
  free = 500 * 1024 ** 2;
  await clock.advance(180_000);
  expect(said()).toBe(1);
  expect(notices.list()[0]?.message).toContain('Only 500 MiB are free');
  free = 1.2 * 1024 ** 3;
  await clock.advance(60_000);
  free = 500 * 1024 ** 2;
  await clock.advance(60_000);
  expect(said()).toBe(1);
  free = 4 * 1024 ** 3;
  house.look();
  free = 500 * 1024 ** 2;
  house.look();
  expect(said()).toBe(2);
  house.stop();
});
