import type { Job } from '../../domain/jobs/job.ts';
import { isOpen, remoteStates } from '../../domain/jobs/transitions.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import type { Generator } from '../ports/generator.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createClockWatch, turnBack } from './clock-turned-back.ts';
import { driveJob, holdsSlot } from './drive-job.ts';
import { backoff, type Engine, type Flight, type Lane, mostAtOnce } from './engine.ts';
import { holdIntents, isOutForLong } from './hold-intents.ts';
import { observeGenerator } from './observe-generator.ts';
import { createHealthRecord } from './provider-health.ts';
import { createSendPace } from './send-pace.ts';
import { createSlots } from './slots.ts';

export function createLane(generator: Generator, engine: Pick<Engine, 'options' | 'limits'>): Lane {
  const { limits } = engine;
  const { clock, random } = engine.options;
  const health = createHealthRecord();
  const breaker = createCircuitBreaker(limits, random);
  return {
    // What runs on this computer has no line that could be down.
    generator: generator.free ? generator : observeGenerator(generator, { clock, health, breaker }),
    health,
    breaker,
    pace: createSendPace(generator.mostPerMinute),
    inFlight: 0,
    fetches: createSlots(limits.fetchesAtOnce),
    pausedUntilMs: 0,
    missesInRow: 0,
    heldIntents: false,
  };
}

export interface Runner {
  /** Fills every free slot with the next due jobs, and sets the timer for what is not due yet. */
  pump(): void;
  /** Goes on with a job that is at the provider already, or is looked for there. */
  resume(job: Job, lane: Lane): void;
  /** Resolves when no driver runs any more. */
  settled(): Promise<void>;
}

export function createRunner(engine: Engine, lanes: ReadonlyMap<string, Lane>): Runner {
  const drivers = new Set<Promise<void>>();
  const { clock, store } = engine.options;
  let timer: AbortController | null = null;
  let timerMs = Number.POSITIVE_INFINITY;
  let misses = 0;
  const turnedBackMs = createClockWatch();

  const launch = (job: Job, lane: Lane): void => {
    const flight: Flight = {
      job,
      lane,
      wake: new AbortController(),
      cancelAsked: false,
      sending: false,
      again: false,
      giveRoomBack: () => undefined,
    };
    engine.flights.set(job.id, flight);
    track(
      driveJob(engine, flight, pump).finally(() => {
        engine.flights.delete(job.id);
        // A probe that never got as far as the provider leaves the question open.
        lane.breaker.dropProbe();
        if (flight.job.state === 'queued') engine.queue.add(flight.job);
        // Adopted or asked for again while the last step was being tidied up.
        else if (flight.again && isRemote(flight.job)) resume(flight.job, lane);
        else if (isOpen(flight.job)) forgetLost(flight.job);
      }),
    );
  };

  /** Its row was moved or removed by somebody else while it was driven: nobody is kept waiting for what is not open any more. */
  const forgetLost = (job: Job): void => {
    if (engine.closing.aborted) return;
    try {
      const row = store.row('job', job.id);
      if (row === null || !isOpen(row)) engine.board.park(job);
    } catch (thrown) {
      engine.report(faultOf(thrown, 'job.read-failed'));
    }
  };

  const track = (work: Promise<void>): void => {
    const driver = work.finally(() => {
      drivers.delete(driver);
      pump();
    });
    drivers.add(driver);
  };

  const isFlying = (id: Job['id']): boolean => engine.flights.has(id);

  /** The row decides: what was moved or deleted since it was put into the queue is not there any more. */
  const nextJob = (lane: Lane, nowMs: number): Job | null => {
    for (;;) {
      const id = engine.queue.take(lane.generator.provider, nowMs, isFlying);
      if (id === null) return null;
      const job = store.row('job', id);
      if (job?.state !== 'queued') continue;
      if (job.notBeforeMs <= nowMs) return job;
      engine.queue.add(job);
    }
  };

  const pump = (): void => {
    if (engine.closing.aborted) return;
    const nowMs = clock.nowMs();
    try {
      const backMs = turnedBackMs(nowMs);
      if (backMs > 0) turnBack(engine, lanes.values(), backMs);
      for (const lane of lanes.values()) {
        if (isOutForLong(engine, lane, nowMs)) holdIntents(engine, lane);
        fill(lane, nowMs);
        lookForIt(lane, nowMs);
      }
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
    const { provider } = lane.generator;
    const most = mostAtOnce(engine, lane);
    while (lane.inFlight < most && opensAtMs(lane, nowMs) <= nowMs) {
      if (!engine.queue.hasDue(provider, nowMs) || !mayPass(lane, nowMs)) return;
      const job = nextJob(lane, nowMs);
      if (job === null) {
        lane.breaker.dropProbe();
        return;
      }
      lane.pace.note(nowMs);
      lane.inFlight += 1;
      launch(job, lane);
    }
  };

  /** Nothing waits at a provider whose intents are held: it is still asked, free of charge, whether it is there again. */
  const lookForIt = (lane: Lane, nowMs: number): void => {
    if (!lane.heldIntents || engine.hold.sinceMs !== null) return;
    if (lane.breaker.state === 'closed') {
      lane.heldIntents = false;
      engine.backAgain(lane.generator.provider);
    } else mayPass(lane, nowMs);
  };

  /** While the provider is out of reach only a probe passes: a free question where there is one, else one job. */
  const mayPass = (lane: Lane, nowMs: number): boolean => {
    const { breaker, generator } = lane;
    if (breaker.state === 'closed') return true;
    if (!breaker.beginProbe(nowMs)) return false;
    const { checkHealth } = generator;
    if (checkHealth === undefined) return true;
    track(
      checkHealth(engine.closing).then(
        () => breaker.dropProbe(),
        (thrown: unknown) => {
          engine.report(faultOf(thrown, 'provider.adapter-failed'));
          breaker.noteBad(clock.nowMs());
        },
      ),
    );
    return false;
  };

  /** When something may be sent on a lane, as far as its provider is concerned. */
  const opensAtMs = (lane: Lane, nowMs: number): number =>
    engine.hold.sinceMs !== null
      ? Number.POSITIVE_INFINITY
      : Math.max(lane.pausedUntilMs, lane.breaker.openUntilMs, lane.pace.nextMs(nowMs));

  const nextTimeMs = (nowMs: number): number => {
    const times = [...lanes.values()].flatMap((lane) => {
      const opensMs = opensAtMs(lane, nowMs);
      const dueMs = engine.queue.nextDueMs(lane.generator.provider, nowMs);
      const waits = engine.queue.hasDue(lane.generator.provider, nowMs);
      if (lane.heldIntents) return [lane.breaker.openUntilMs];
      return waits ? [opensMs, Math.max(opensMs, dueMs)] : [Math.max(opensMs, dueMs)];
    });
    return Math.min(Number.POSITIVE_INFINITY, ...times.filter((time) => time > nowMs));
  };

  const arm = (nowMs: number, nextMs: number): void => {
    if (timer !== null && nextMs === timerMs) return;
    timerMs = nextMs;
    timer?.abort();
    timer = null;
    if (!Number.isFinite(nextMs)) return;
    const mine = new AbortController();
    timer = mine;
    void clock.wait(nextMs - nowMs, AbortSignal.any([mine.signal, engine.closing])).then(() => {
      if (mine.signal.aborted) return;
      timer = null;
      pump();
    });
  };

  const resume = (job: Job, lane: Lane): void => {
    const flying = engine.flights.get(job.id);
    if (flying !== undefined) {
      flying.again = true;
      return;
    }
    if (engine.closing.aborted) return;
    if (holdsSlot(job)) lane.inFlight += 1;
    launch(job, lane);
  };

  return {
    pump,
    resume,
    async settled() {
      while (drivers.size > 0) await Promise.all(drivers);
    },
  };
}

function isRemote({ state }: Job): boolean {
  return state !== 'sending' && (remoteStates as readonly Job['state'][]).includes(state);
}
