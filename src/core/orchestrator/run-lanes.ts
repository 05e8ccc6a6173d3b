import type { Job } from '../../domain/jobs/job.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import type { Generator } from '../ports/generator.ts';
import { collectJob } from './collect-job.ts';
import { backoff, type Engine, type Flight, type Lane, pause } from './engine.ts';
import { lookUpJob } from './look-up-job.ts';
import { createSlots } from './slots.ts';
import { submitJob } from './submit-job.ts';
import { watchJob } from './watch-job.ts';

/** Rows read at once; the rest of a long queue stays in the database. */
const readAhead = 64;

export function createLane(generator: Generator, fetchesAtOnce: number): Lane {
  return {
    generator,
    inFlight: 0,
    fetches: createSlots(fetchesAtOnce),
    pausedUntilMs: 0,
    missesInRow: 0,
    ahead: [],
    maybeMore: true,
  };
}

export interface Runner {
  /** Fills every free slot with the oldest due jobs, and sets the timer for the next one that is not due yet. */
  pump(): void;
  /** Goes on with a job that is at the provider already. */
  resume(job: Job, lane: Lane): void;
  /** New or re-queued jobs may be due. */
  lookAgain(): void;
  /** Resolves when no driver runs any more. */
  settled(): Promise<void>;
}

export function createRunner(engine: Engine, lanes: ReadonlyMap<string, Lane>): Runner {
  const drivers = new Set<Promise<void>>();
  let timer: AbortController | null = null;
  let timerMs = Number.POSITIVE_INFINITY;
  let misses = 0;
  /** When the next queued job that waits is due; null when that must be looked up. */
  let dueMs: number | null = null;

  const launch = (job: Job, lane: Lane): void => {
    const flight: Flight = { job, lane, wake: new AbortController(), cancelAsked: false, sending: false };
    engine.flights.set(job.id, flight);
    const driver = drive(engine, flight, pump).finally(() => {
      engine.flights.delete(job.id);
      // Put back and perhaps due at once: the last look at the queue did not see it.
      if (flight.job.state === 'queued') {
        lane.maybeMore = true;
        dueMs = null;
      }
      drivers.delete(driver);
      pump();
    });
    drivers.add(driver);
  };

  const nextJob = (lane: Lane, nowMs: number): Job | null => {
    for (;;) {
      const job = lane.ahead.shift();
      if (job !== undefined) {
        if (!engine.flights.has(job.id)) return job;
        continue;
      }
      if (!lane.maybeMore) return null;
      // Jobs whose submit is under way still read as queued: ask for that many more.
      const limit = readAhead + engine.flights.size;
      const due = engine.options.store.jobs.due(['queued'], lane.generator.provider, nowMs, limit);
      lane.ahead = due.filter((row) => !engine.flights.has(row.id));
      lane.maybeMore = due.length === limit;
      if (lane.ahead.length === 0) return null;
    }
  };

  const pump = (): void => {
    if (engine.closing.aborted) return;
    const nowMs = engine.options.clock.nowMs();
    try {
      for (const lane of lanes.values()) fill(lane, nowMs);
      arm(nowMs, nextTimeMs(nowMs));
      misses = 0;
    } catch (thrown) {
      // A database that cannot be read now (a drive gone to sleep, a full disk) is asked again later.
      engine.report(faultOf(thrown, 'job.read-failed'));
      misses += 1;
      arm(nowMs, nowMs + Math.max(1, backoff(engine, misses, null)));
    }
  };

  const fill = (lane: Lane, nowMs: number): void => {
    while (lane.inFlight < lane.generator.maxConcurrent && lane.pausedUntilMs <= nowMs) {
      const job = nextJob(lane, nowMs);
      if (job === null) return;
      lane.inFlight += 1;
      launch(job, lane);
    }
  };

  const nextTimeMs = (nowMs: number): number => {
    const pauses = [...lanes.values()].map((lane) => lane.pausedUntilMs).filter((until) => until > nowMs);
    if (dueMs === null || dueMs <= nowMs) {
      dueMs = engine.options.store.jobs.nextDueMs(['queued'], nowMs) ?? Number.POSITIVE_INFINITY;
    }
    return Math.min(...pauses, dueMs);
  };

  const arm = (nowMs: number, nextMs: number): void => {
    if (timer !== null && nextMs === timerMs) return;
    timerMs = nextMs;
    timer?.abort();
    timer = null;
    if (!Number.isFinite(nextMs)) return;
    const mine = new AbortController();
    timer = mine;
    void engine.options.clock
      .wait(nextMs - nowMs, AbortSignal.any([mine.signal, engine.closing]))
      .then(() => {
        if (mine.signal.aborted) return;
        timer = null;
        lookAgain();
      });
  };

  const lookAgain = (): void => {
    dueMs = null;
    for (const lane of lanes.values()) {
      lane.maybeMore = true;
      lane.ahead = [];
    }
    pump();
  };

  return {
    pump,
    lookAgain,
    resume(job, lane) {
      if (engine.flights.has(job.id)) return;
      if (holdsSlot(job)) lane.inFlight += 1;
      launch(job, lane);
    },
    async settled() {
      while (drivers.size > 0) await Promise.all(drivers);
    },
  };
}

interface Slot {
  take(): void;
  giveBack(): void;
}

/** Neither a finished request nor one that is being looked for takes room at the provider. */
function holdsSlot({ state }: Job): boolean {
  return state !== 'fetching' && state !== 'unknown';
}

/** Times that the steps of one job may throw before it is left to the next start. */
const mostFailures = 5;

/** Takes one job as far as it goes. The slot at the provider is given back once the provider has finished. */
async function drive(engine: Engine, flight: Flight, pump: () => void): Promise<void> {
  const { lane } = flight;
  let held = holdsSlot(flight.job);
  const slot = {
    // What was found at the provider is there, whether the provider has room or not.
    take(): void {
      if (held) return;
      held = true;
      lane.inFlight += 1;
    },
    giveBack(): void {
      if (!held) return;
      held = false;
      lane.inFlight -= 1;
      pump();
    },
  };
  try {
    for (let failures = 1; !(await runOnce(engine, flight, slot)); failures++) {
      if (failures >= mostFailures) return leaveBehind(engine, flight);
      await pause(engine, flight, backoff(engine, failures, null));
    }
  } finally {
    slot.giveBack();
  }
}

/** False when a step threw: a mistake in the engine or an adapter, or a database that cannot be read. */
async function runOnce(engine: Engine, flight: Flight, slot: Slot): Promise<boolean> {
  try {
    let next: Job | null = flight.job;
    while (next !== null && !engine.closing.aborted) {
      switch (next.state) {
        case 'queued':
          next = await submitJob(engine, flight);
          break;
        case 'submitted':
        case 'running':
        case 'cancelling':
          slot.take();
          next = await watchJob(engine, flight);
          break;
        case 'fetching':
          slot.giveBack();
          next = await collectJob(engine, flight);
          break;
        case 'unknown':
          slot.giveBack();
          next = await lookUpJob(engine, flight);
          break;
        default:
          next = null;
      }
    }
    return true;
  } catch (thrown) {
    engine.report(faultOf(thrown, 'job.engine-failed'));
    return engine.closing.aborted;
  }
}

/** Stops trying with this job alone. Its row says how far it came, and the next start goes on there. */
function leaveBehind(engine: Engine, flight: Flight): void {
  engine.board.park(flight.job);
}
