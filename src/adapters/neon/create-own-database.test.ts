import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../../tools/embedded-postgres/start-embedded-postgres.ts';
import { describeSyncService } from '../../core/ports/sync-service.conformance.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createOwnDatabase } from './create-own-database.ts';

const clock = createSystemClock();

describeSyncService('a database of one’s own', async () => {
  const postgres = await startEmbeddedPostgres();
  const service = createOwnDatabase({ url: postgres.url, clock });
  return {
    service,
    nowMs: clock.nowMs,
    async cleanup() {
      await service.close();
      await postgres.stop();
    },
  };
});

test('one that is not there is a line that is down, without its address or password in what is said', async () => {
  const url = 'postgres://ada:canary-9f@127.0.0.1:9/film?connect_timeout=1';
  const service = createOwnDatabase({ url, clock, patienceMs: 500 });
  const list = await service.projects(new AbortController().signal);
  expect(list).toMatchObject({ ok: false, fault: { code: 'sync.database-asleep' } });
  expect(JSON.stringify(list)).not.toContain('canary-9f');
  await service.close();
});

test('a name or password that is refused is said, and is not weather', async () => {
  const postgres = await startEmbeddedPostgres();
  const wrong = new URL(postgres.url);
  wrong.username = 'nobody';
  wrong.password = 'canary-9f';
  const service = createOwnDatabase({ url: wrong.href, clock, patienceMs: 500 });
  const list = await service.projects(new AbortController().signal);
  expect(list).toMatchObject({ ok: false, fault: { code: 'sync.signed-out' } });
  expect(JSON.stringify(list)).not.toContain('canary-9f');
  await service.close();
  await postgres.stop();
});

test('one that cannot be spoken to in cipher is told nothing, and that is no weather either', async () => {
  const postgres = await startEmbeddedPostgres();
  const service = createOwnDatabase({ url: `${postgres.url}?sslmode=require`, clock, patienceMs: 500 });
  const list = await service.projects(new AbortController().signal);
  expect(list).toMatchObject({
    ok: false,
    fault: { code: 'sync.broken', message: expect.stringContaining('is not safe') },
  });
  await service.close();
  await postgres.stop();
});
