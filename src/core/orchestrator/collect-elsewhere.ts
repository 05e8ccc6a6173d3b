import type { Job } from '../../domain/jobs/job.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import { type Engine, type Lane, noteMove } from './engine.ts';

/**
 * Brings in what other devices of the film left at a provider: at once, and then now and then for as long as the studio runs. Asking is free, nothing is
 * ever sent, and a few are watched at a time. Where two devices collect the same, both find one result and write one take.
 */
export async function collectElsewhere(
  engine: Engine,
  lanes: ReadonlyMap<string, Lane>,
  goOn: (job: Job, lane: Lane) => void,
): Promise<void> {
  const { clock, random } = engine.options;
  const { lookElsewhereMs } = engine.limits;
  while (!engine.closing.aborted) {
    try {
      await lookOnce(engine, lanes, goOn);
    } catch (thrown) {
      engine.report(faultOf(thrown, 'job.read-failed'));
    }
    await clock.wait(lookElsewhereMs * (1 + random()), engine.closing, { background: true });
  }
}

async function lookOnce(
  engine: Engine,
  lanes: ReadonlyMap<string, Lane>,
  goOn: (job: Job, lane: Lane) => void,
): Promise<void> {
  const { store, clock } = engine.options;
  const { collectElsewhereAfterMs, collectElsewhereAtOnce } = engine.limits;
  const left = store.jobs.leftElsewhere(clock.nowMs() - collectElsewhereAfterMs);
  let free = collectElsewhereAtOnce - left.filter(({ id }) => engine.flights.has(id)).length;
  for (const job of left) {
    const lane = lanes.get(job.provider);
    if (free <= 0) return;
    if (lane === undefined || lane.generator.free || engine.flights.has(job.id)) continue;
    // Without a key here, whoever has one brings it in; asked in vain for long, it would be called lost.
    const ready = await lane.generator.ready?.();
    if (ready?.ok === false || engine.closing.aborted || !isStillLeft(engine, job)) continue;
    free -= 1;
    noteMove(engine, job);
    goOn(job, lane);
  }
}

/** It may have come, or been taken up, while the key was looked at. */
function isStillLeft({ options: { store }, flights }: Engine, { id, state }: Job): boolean {
  return store.row('job', id)?.state === state && !flights.has(id);
}
