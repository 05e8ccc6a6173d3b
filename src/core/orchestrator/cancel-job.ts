import type { Job } from '../../domain/jobs/job.ts';
import { isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { CancelOutcome } from '../ports/generator.ts';
import { type Engine, type Flight, moveJob, noteMove, persist, writeMove } from './engine.ts';
import { cancelFields } from './submit-job.ts';

/** Takes a job back as far as it still can be. A paid result that is ready is kept, not thrown away. */
export function cancelJob(engine: Engine, id: JobId): Result<Job> {
  const unsent = moveJob(engine, id, ['draft', 'queued'], 'cancelled', cancelFields(engine));
  if (unsent !== null) return ok(unsent);
  const elsewhere = jobElsewhere(engine, id);
  if (elsewhere !== null) return elsewhere;
  const flight = engine.flights.get(id);
  if (flight?.job.state === 'sending') {
    // Between first byte and answer nobody can say what to take back; the answer decides.
    flight.cancelAsked = true;
    return ok(flight.job);
  }
  const asked = moveJob(engine, id, ['submitted', 'running'], 'cancelling');
  if (asked !== null) {
    flight?.wake.abort();
    return ok(asked);
  }
  if (flight?.lane.generator.free === true) {
    const dropped = moveJob(engine, id, ['fetching'], 'cancelled', cancelFields(engine));
    if (dropped !== null) return ok(dropped);
  }
  const job = engine.options.store.row('job', id);
  if (job === null) return fail('job.not-found', `There is no job "${id}". Nothing was changed.`);
  if (job.state === 'cancelling' || job.state === 'cancelled') return ok(job);
  return fail(
    'job.not-cancellable',
    `The job is ${job.state} and cannot be cancelled any more. Nothing was changed.`,
  );
}

/** The refusal for a job that another device asked for, and alone takes back or puts aside; null for any other. */
export function jobElsewhere({ options: { store } }: Engine, id: JobId): Result<never> | null {
  const job = store.row('job', id);
  if (job === null || !isMadeElsewhere(job, store.deviceId)) return null;
  return fail(
    'job.elsewhere',
    'Another device asked for this and sends it. Nothing was changed. Take it back on that device.',
  );
}

/** Rows that one transaction takes back: thousands of commits would hold up whoever clicks meanwhile. */
const cancelledAtOnce = 500;

/** Takes back all of these, what was not sent together, the others by `cancelOne`. Returns how many were told. */
export function cancelJobs(
  engine: Engine,
  ids: Iterable<JobId>,
  cancelOne: (id: JobId) => Result<Job>,
): number {
  const { store } = engine.options;
  const left = [...ids];
  let told = 0;
  while (left.length > 0) {
    const some = left.splice(0, cancelledAtOnce);
    const unsent = store.transaction(() =>
      some.flatMap(
        (id) => writeMove(engine, id, ['draft', 'queued'], 'cancelled', cancelFields(engine)) ?? [],
      ),
    );
    for (const job of unsent) noteMove(engine, job);
    const taken = new Set(unsent.map(({ id }) => id));
    told += taken.size + some.filter((id) => !taken.has(id) && cancelOne(id).ok).length;
  }
  return told;
}

/** Passes the cancel on. `ended`: the job is over; `told`: poll on for what becomes of it; `missed`: ask again later. */
export async function tellCancel(engine: Engine, flight: Flight): Promise<'ended' | 'told' | 'missed'> {
  const { job } = flight;
  if (job.handle === null) return 'told';
  let outcome: CancelOutcome;
  try {
    outcome = await flight.lane.generator.cancel(job.request, job.handle);
  } catch (thrown) {
    outcome = { kind: 'unreachable', fault: faultOf(thrown, 'provider.adapter-failed') };
  }
  switch (outcome.kind) {
    case 'cancelled':
      await persist(engine, flight, () =>
        moveJob(engine, job.id, ['cancelling'], 'cancelled', cancelFields(engine)),
      );
      return 'ended';
    case 'requested':
    case 'too-late':
      return 'told';
    case 'unreachable':
      return 'missed';
  }
}
