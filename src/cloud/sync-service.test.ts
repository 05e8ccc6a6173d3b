import { afterAll, beforeAll } from 'vitest';
import { createHttpSyncService } from '../adapters/sync-service/create-http-sync-service.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { describeSyncService } from '../core/ports/sync-service.conformance.ts';
import { ok } from '../domain/kernel/result.ts';
import { askService } from '../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../testing/service/start-test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const clock = createSystemClock();
let people = 0;
describeSyncService('the service over HTTP', async () => {
  people += 1;
  const person = `user_${people}`;
  return {
    service: createHttpSyncService({
      origin: new URL(service.origin),
      token: async () => ok(await service.token(person)),
      clock,
    }),
    nowMs: clock.nowMs,
    // The next one makes a project of the same id, which a project that is only removed keeps.
    async cleanup() {
      const confirmed = { confirm: 'delete my account' };
      await askService(service, await service.token(person), 'DELETE', '/api/account', confirmed);
    },
  };
});
