import { expect, test } from 'vitest';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createUuidV7Ids } from './uuid-v7-ids.ts';

test('ids are version 7, carry the time, and sort as they were made', async () => {
  const clock = createManualClock({ startMs: Date.UTC(2026, 10, 21) });
  const ids = createUuidV7Ids(clock);
  const made: string[] = [];
  for (let i = 0; i < 10_000; i++) {
    if (i === 9_000) await clock.advance(60_000);
    made.push(ids.newId());
  }
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const ms = Number.parseInt((made[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
  expect(ms).toBe(Date.UTC(2026, 10, 21));
});

test('a clock that jumps back does not make ids that sort before earlier ones', async () => {
  const clock = createManualClock({ startMs: 5_000_000 });
  const ids = createUuidV7Ids(clock);
  const before = ids.newId();
  clock.setMs(1_000);
  expect(ids.newId() > before).toBe(true);
});
