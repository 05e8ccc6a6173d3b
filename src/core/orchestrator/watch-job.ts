import type { Job } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { PollOutcome } from '../ports/generator.ts';
import { tellCancel } from './cancel-job.ts';
import { backoff, type Engine, type Flight, moveJob, pause, persist } from './engine.ts';
import { heldUntilMs } from './held-until.ts';
import { jobFaults } from './job-faults.ts';
import { billedCost, endWithout, lostAtProvider } from './settle-job.ts';

const remote = ['submitted', 'running', 'cancelling'] as const;

/**
 * Polls a request until it is ready, has ended, or its deadline has passed. Returns the job in `fetching`, or null.
 * Only changes of state are written; a poll that says the same as before costs no commit.
 */
export async function watchJob(engine: Engine, flight: Flight): Promise<Job | null> {
  const watch: Watch = { misses: 0, unreachableForMs: 0, watchedForMs: 0, told: false, asked: false };
  while (!engine.closing.aborted) {
    if (flight.job.state === 'cancelling' && !watch.told) {
      const told = await tellCancel(engine, flight);
      if (told === 'ended') return null;
      watch.told = told === 'told';
      watch.asked = true;
    }
    const { handle } = flight.job;
    if (handle === null) return null;
    const askedMs = engine.options.clock.nowMs();
    const outcome = await poll(engine, flight, handle);
    if (engine.closing.aborted) return null;
    const tookMs = Math.min(longestAskMs, Math.max(0, engine.options.clock.nowMs() - askedMs));
    const next = await settle(engine, flight, outcome, watch);
    if (next !== 'again') return next;
    const waitMs =
      watch.misses > 0
        ? backoff(engine, watch.misses, outcome.kind === 'unreachable' ? outcome.retryAfterMs : null)
        : flight.lane.generator.pollIntervalMs;
    // A cancel that came while the poll was out is passed on without a wait.
    if (flight.job.state === 'cancelling' && !watch.asked) continue;
    const waitedMs = tookMs + (await pause(engine, flight, waitMs));
    watch.watchedForMs += waitedMs;
    if (watch.misses > 0) watch.unreachableForMs += waitedMs;
  }
  return null;
}

/** No question takes longer; what took longer was a computer that slept in the middle of it. */
const longestAskMs = 2 * 60_000;

interface Watch {
  /** Polls without an answer, in a row. */
  misses: number;
  /** For how long it was tried in vain, without the time in which nothing was asked (a computer that slept). */
  unreachableForMs: number;
  /** For how long this run of the studio has asked after it, in the same way. */
  watchedForMs: number;
  /** The provider has taken note of the cancel. */
  told: boolean;
  /** The cancel was passed on at least once, whatever came of it. */
  asked: boolean;
}

async function poll(
  engine: Engine,
  flight: Flight,
  handle: NonNullable<Job['handle']>,
): Promise<PollOutcome> {
  try {
    return await flight.lane.generator.poll(flight.job.request, handle, engine.closing);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'unreachable', fault: { code: 'provider.adapter-failed', message }, retryAfterMs: null };
  }
}

async function settle(
  engine: Engine,
  flight: Flight,
  outcome: PollOutcome,
  watch: Watch,
): Promise<Job | null | 'again'> {
  const { id } = flight.job;
  if (outcome.kind !== 'unreachable') {
    watch.misses = 0;
    watch.unreachableForMs = 0;
  }
  switch (outcome.kind) {
    case 'waiting':
      engine.board.note(flight.job, null, outcome.position);
      return overdue(engine, flight, watch, engine.limits.queueDeadlineMs);
    case 'running':
      if (flight.job.state === 'submitted') {
        await persist(engine, flight, () => moveJob(engine, id, ['submitted'], 'running'));
      }
      engine.board.note(flight.job, outcome.progress);
      return overdue(engine, flight, watch, engine.limits.runDeadlineMs);
    case 'ready':
      return persist(engine, flight, () =>
        moveJob(engine, id, remote, 'fetching', { tries: 0, heldUntilMs: heldUntilMs(engine, flight) }),
      );
    case 'failed':
      await persist(engine, flight, () =>
        diedOnTheWay(flight, outcome.fault)
          ? lostAtProvider(engine, flight, outcome.fault)
          : endWithout(engine, flight, outcome.fault, billedCost(flight.job, outcome.billed)),
      );
      return null;
    case 'gone':
      await persist(engine, flight, () => lostAtProvider(engine, flight, outcome.fault));
      return null;
    case 'unreachable':
      return missed(engine, flight, outcome.fault, watch);
  }
}

/** A process of ours that was killed says nothing about the request: where it costs nothing, another one takes it up. */
function diedOnTheWay(flight: Flight, fault: Fault): boolean {
  return flight.lane.generator.free && fault.code === 'worker.died';
}

async function missed(engine: Engine, flight: Flight, fault: Fault, watch: Watch): Promise<null | 'again'> {
  watch.misses += 1;
  if (watch.unreachableForMs < engine.limits.unreachableLimitMs) return 'again';
  await persist(engine, flight, () => endWithout(engine, flight, jobFaults.notCollected(fault), null));
  return null;
}

/** Asked after for at least this long by the run that ends it: the computer may have slept, or its clock been set. */
const watchedAtLeastMs = 10 * 60_000;

/** Past the deadline the request is taken back; what cannot be taken back counts as spent. */
async function overdue(
  engine: Engine,
  flight: Flight,
  { watchedForMs }: Watch,
  deadlineMs: number,
): Promise<null | 'again'> {
  const { job } = flight;
  const sinceMs = job.sentAtMs ?? job.createdAtMs;
  if (engine.options.clock.nowMs() - sinceMs < deadlineMs) return 'again';
  if (watchedForMs < Math.min(deadlineMs, watchedAtLeastMs)) return 'again';
  const { generator } = flight.lane;
  const outcome = job.handle === null ? null : await generator.cancel(job.request, job.handle);
  if (outcome?.kind === 'too-late') return 'again';
  const fault = jobFaults.queueDeadline(job);
  const taken = outcome?.kind === 'cancelled';
  await persist(engine, flight, () =>
    moveJob(engine, job.id, remote, 'expired', {
      costUsdMicros: taken || generator.free ? 0 : null,
      faultCode: fault.code,
      faultMessage: fault.message,
      finishedAtMs: engine.options.clock.nowMs(),
    }),
  );
  return null;
}
