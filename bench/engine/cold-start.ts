import { join } from 'node:path';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createOrchestrator } from '../../src/core/orchestrator/orchestrator.ts';
import { openStore } from '../../src/core/store/open-store.ts';
import { ok, unwrap } from '../../src/domain/kernel/result.ts';
import { createSeededIds } from '../../src/testing/seeded-ids.ts';
import { silentGenerator } from './silent-generator.ts';

/** What a start costs in a process that has opened nothing before. */
export interface ColdStart {
  readonly openMs: number;
  /** Until the engine has taken everything up. */
  readonly startMs: number;
  /** What is kept of the jobs that wait, bytes. */
  readonly heapBytes: number;
}

const [home = ''] = process.argv.slice(2);
const clock = createSystemClock();
const beganMs = performance.now();
const holder = { what: 'bench', pid: process.pid };
const store = unwrap(openStore({ home, clock, ids: createSeededIds(), holder }));
const openMs = performance.now() - beganMs;
const before = heapInUse();
const engine = createOrchestrator({
  store,
  clock,
  generators: [silentGenerator],
  land: () => Promise.reject(new Error('Nothing lands here.')),
  canStore: () => ok(undefined),
  assetPath: () => ok({ path: '', mime: '' }),
  maxCostUsdMicros: () => Number.POSITIVE_INFINITY,
  incomingFolder: join(home, 'incoming'),
  random: Math.random,
});
const startedMs = performance.now();
engine.start();
const startMs = performance.now() - startedMs;
const said: ColdStart = { openMs, startMs, heapBytes: heapInUse() - before };
process.stdout.write(JSON.stringify(said));
process.exit(0);

function heapInUse(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}
