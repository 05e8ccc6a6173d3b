import { describeSyncService } from '../../core/ports/sync-service.conformance.ts';
import { createManualClock } from '../manual-clock.ts';
import { createModelService } from './create-model-service.ts';

describeSyncService('the sync service in memory', async () => {
  const clock = createManualClock();
  return {
    service: createModelService(clock).line(),
    nowMs: clock.nowMs,
    cleanup: async () => {},
  };
});
