import { expect, test } from 'vitest';
import type { QueueRow } from '../../../../contract/queue.ts';
import { createQueueWindow, pageRows } from './queue-window.ts';

const total = 10_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function openWindow() {
  const asked: number[] = [];
  let version = 0;
  const window = createQueueWindow(async (offset, limit) => {
    asked.push(offset);
    const rows = Array.from(
      { length: limit },
      (_, i) => ({ jobId: `${offset + i} v${version}` }) as unknown as QueueRow,
    );
    return { total, rows };
  });
  return { window, asked, change: () => (version += 1) };
}

test('only what is drawn is read, and forgotten once it is out of sight', async () => {
  const { window, asked, change } = openWindow();
  window.refresh();
  await turn();
  expect(window.state().total).toBe(total);
  expect(window.rowAt(3)?.jobId).toBe('3 v0');
  expect(window.rowAt(5_000)).toBeNull();
  const hide = window.show(5_000);
  await turn();
  expect(window.rowAt(5_000)?.jobId).toBe('5000 v0');
  expect(asked).toEqual([0, 5_000]);
  change();
  window.refresh();
  await turn();
  // The first page is out of sight: nobody asks for it again.
  expect(asked).toEqual([0, 5_000, 5_000]);
  expect(window.rowAt(5_000)?.jobId).toBe('5000 v1');
  expect(window.rowAt(0)).toBeNull();
  hide();
});

test('however often something moves, one question at a time is under way, and the last one comes after it', async () => {
  const { window, asked, change } = openWindow();
  window.show(0);
  for (let i = 0; i < 50; i++) {
    change();
    window.refresh();
  }
  await turn();
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(window.rowAt(0)?.jobId).toBe('0 v50');
  expect(pageRows).toBeLessThanOrEqual(200);
});

test('what cannot be read is said, and read again when asked to', async () => {
  let broken = true;
  const window = createQueueWindow(async () => {
    if (broken) throw new Error('The database is away.');
    return { total: 0, rows: [] };
  });
  window.refresh();
  await turn();
  expect(window.state()).toMatchObject({ total: null, error: new Error('The database is away.') });
  broken = false;
  window.refresh();
  await turn();
  expect(window.state()).toMatchObject({ total: 0, error: null });
});
