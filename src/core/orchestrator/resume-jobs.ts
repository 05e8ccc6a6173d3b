import type { Job } from '../../domain/jobs/job.ts';
import { remoteStates } from '../../domain/jobs/transitions.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import { collectAgain } from './ask-again.ts';
import { shortenRests } from './clock-turned-back.ts';
import { type Engine, type Lane, moveJob, noteMove } from './engine.ts';
import { collectableFaults, jobFaults } from './job-faults.ts';

/**
 * Takes up what an earlier run left, however it ended: requests at a provider are watched and fetched, a submit without
 * an id becomes `unknown` (or is asked again, at a free provider) and is looked up, results set aside are collected.
 */
export function resumeJobs(
  engine: Engine,
  lanes: ReadonlyMap<string, Lane>,
  goOn: (job: Job, lane: Lane) => void,
): void {
  for (const job of jobsIn(engine, ['sending'])) settleSending(engine, job, lanes.get(job.provider));
  for (const job of engine.options.store.jobs.failedWith(collectableFaults)) {
    if (lanes.has(job.provider)) engine.options.store.transaction(() => collectAgain(engine, job));
  }
  for (const job of jobsIn(engine, ['unknown'])) {
    const lane = lanes.get(job.provider);
    if (lane?.generator.lookUp !== undefined) goOn(job, lane);
  }
  for (const job of jobsIn(engine, remoteStates)) {
    noteMove(engine, job);
    const lane = lanes.get(job.provider);
    if (lane === undefined) continue;
    const heard = lane.generator.free ? null : (engine.options.othersHeard?.(job.projectId) ?? null);
    if (heard === null) goOn(job, lane);
    else void heard.then(() => goOnAsItStands(engine, job, (row) => goOn(row, lane)));
  }
  shortenRests(engine);
  // Of what waits only its place is read: there may be ten thousand, and each is read whole when its turn comes.
  for (const waiting of engine.options.store.jobs.queued()) {
    engine.queue.add(waiting);
    engine.board.expect(waiting);
  }
}

/** What came of it elsewhere meanwhile stands. */
function goOnAsItStands(engine: Engine, { id }: Job, goOn: (job: Job) => void): void {
  if (engine.closing.aborted) return;
  try {
    const row = engine.options.store.row('job', id);
    if (row === null) return;
    if ((remoteStates as readonly Job['state'][]).includes(row.state)) goOn(row);
    else noteMove(engine, row);
  } catch (thrown) {
    engine.report(faultOf(thrown, 'job.read-failed'));
  }
}

function jobsIn(engine: Engine, states: readonly Job['state'][]): Job[] {
  return engine.options.store.jobs.due(states, null, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

function settleSending(engine: Engine, job: Job, lane: Lane | undefined): void {
  if (lane?.generator.free === true) {
    moveJob(engine, job.id, ['sending'], 'queued');
    return;
  }
  const fault = jobFaults.maybeBilled(
    job,
    'The studio ended while the request was being sent.',
    lane?.generator.requestsPage,
  );
  moveJob(engine, job.id, ['sending'], 'unknown', {
    faultCode: fault.code,
    faultMessage: fault.message,
    finishedAtMs: engine.options.clock.nowMs(),
  });
}
