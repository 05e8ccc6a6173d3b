import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import type { FalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { markSubmitted, queueJobs } from '../engine/queue-jobs.ts';
import { withBenchStudio } from './with-bench-studio.ts';

const model = 'fal-ai/flux/dev';

/**
 * Gives a project `queued` jobs that wait for their turn at Fal and `running` that the stand-in works on and never
 * finishes, as a studio that was killed in the middle of it leaves them.
 */
export function fillQueue(
  home: string,
  projectId: ProjectId,
  sim: FalSim,
  { queued, running }: { readonly queued: number; readonly running: number },
): Promise<void> {
  return withBenchStudio(home, async ({ store }) => {
    const shotIds = store.rows('shot', projectId).map(({ id }) => id);
    const wish = { projectIds: [projectId], count: queued + running, provider: 'fal', model, shotIds };
    const jobs = await queueJobs(store, wish);
    for (const job of jobs.slice(0, running)) markSubmitted(store, job, await submit(sim, job.id));
  });
}

/** As the adapter would: what the stand-in answers is what it is asked by later. */
async function submit(sim: FalSim, prompt: string) {
  const answer = await fetch(new URL(`/${model}`, sim.origin), {
    method: 'POST',
    headers: { authorization: 'Key bench', 'content-type': 'application/json' },
    body: JSON.stringify({ prompt, image_size: 'landscape_16_9' }),
  });
  const said = (await answer.json()) as Record<string, string>;
  const of = (name: string): string => {
    const value = said[name];
    if (value === undefined) throw new Error(`The stand-in did not say ${name}: ${JSON.stringify(said)}.`);
    return value;
  };
  return {
    requestId: of('request_id'),
    statusUrl: of('status_url'),
    responseUrl: of('response_url'),
    cancelUrl: of('cancel_url'),
  };
}
