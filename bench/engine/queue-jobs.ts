import { join } from 'node:path';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createOrchestrator } from '../../src/core/orchestrator/orchestrator.ts';
import type { Store } from '../../src/core/store/store.ts';
import type { Job, ProviderHandle } from '../../src/domain/jobs/job.ts';
import { type ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { ok, unwrap } from '../../src/domain/kernel/result.ts';
import { stillRequest } from '../../src/testing/builders/generation-requests.ts';

/** As long as a prompt of cast, place, look and action is. */
const words =
  'A wide shot of the harbour at dawn; the keeper walks along the quay with a lantern, mist over the water. '.repeat(
    6,
  );

export interface QueueWish {
  readonly projectIds: readonly ProjectId[];
  readonly count: number;
  readonly provider: string;
  readonly model: string;
  /** Shots that they are for, in turn; made up without it. */
  readonly shotIds?: readonly ShotId[];
}

/** Writes down jobs that wait for their turn, the projects in turn; nothing is sent. */
export async function queueJobs(store: Store, wish: QueueWish): Promise<Job[]> {
  const { projectIds, count, provider, model, shotIds } = wish;
  const engine = createOrchestrator({
    store,
    clock: createSystemClock(),
    generators: [],
    land: () => Promise.reject(new Error('Nothing lands here.')),
    canStore: () => ok(undefined),
    assetPath: () => ok({ path: '', mime: '' }),
    maxCostUsdMicros: () => 0,
    incomingFolder: join(store.home, 'incoming'),
    random: Math.random,
  });
  const asks = Array.from({ length: count }, (_, i) => {
    const projectId = projectIds[i % projectIds.length];
    if (projectId === undefined) throw new Error('There is no project.');
    const shotId = shotIds?.[i % shotIds.length] ?? ShotId.parse(`shot-${i}`);
    const request = stillRequest({ provider, model, prompt: words + i, seed: i });
    return { projectId, shotId, request, estimateUsdMicros: 25_000 };
  });
  const jobs = unwrap(engine.enqueue(asks));
  await engine.close();
  return jobs;
}

/** As if they had been sent: the row says that the provider has them. */
export function markSubmitted(store: Store, job: Job, handle: ProviderHandle): void {
  const sent = { state: 'sending', submits: 1, sentAtMs: Date.now() } as const;
  store.jobs.transition(job.id, ['queued'], sent);
  store.jobs.transition(job.id, ['sending'], { state: 'submitted', handle });
}
