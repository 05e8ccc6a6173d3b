import { join } from 'node:path';
import { z } from 'zod';
import type { QueueHold } from '../orchestrator/orchestrator.ts';
import { createJsonFile } from './json-file.ts';

/** The pause of this computer's queue, kept over restarts: who stopped the spending finds it stopped. */
export function createQueueHold(home: string, readOnly: boolean): QueueHold {
  const file = createJsonFile({
    path: join(home, 'queue.json'),
    schema: z.object({ pausedSinceMs: z.int().nonnegative().nullable() }),
    empty: { pausedSinceMs: null },
    readOnly,
  });
  return {
    get sinceMs() {
      return file.value.pausedSinceMs;
    },
    set: (sinceMs) => file.write({ pausedSinceMs: sinceMs }),
  };
}
