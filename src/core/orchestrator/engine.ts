import type { BudgetShare } from '../../domain/jobs/allowance.ts';
import type { ChargeBasis } from '../../domain/jobs/charge.ts';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import { mayMove } from '../../domain/jobs/transitions.ts';
import type { AssetId, JobId, ProjectId, TakeId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import { type Fault, faultOf, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Generator, SubmitContext } from '../ports/generator.ts';
import type { Store } from '../store/store.ts';
import { backoffMs } from './backoff.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { EngineLimits } from './engine-limits.ts';
import type { GroupCommit } from './group-commit.ts';
import type { JobBoard } from './job-board.ts';
import type { JobQueue } from './job-queue.ts';
import type { HealthRecord } from './provider-health.ts';
import type { SendPace } from './send-pace.ts';
import type { Slots } from './slots.ts';

/** A complete file that a provider gave, in the job's own folder of the incoming folder. */
export interface FetchedFile {
  readonly path: string;
  readonly mime: string;
  /** What the provider says it charged; null when it did not say. */
  readonly costUsdMicros: number | null;
  /** Where that figure is from; without it the provider named it. */
  readonly costBasis?: ChargeBasis;
}

/** Where a fetched file went. `patch` adds the asset and the take; rows that exist already are left as they are. */
export interface Landed {
  readonly assetId: AssetId;
  /** null where the result is read and not shown. */
  readonly takeId: TakeId | null;
  readonly patch: RecordsPatch;
}

export interface OrchestratorOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly generators: readonly Generator[];
  /**
   * Brings a fetched file into the library and says which rows that adds. May be called again for the same job after a
   * crash, so it must find its own work again. The engine commits the patch together with the state `done`.
   */
  readonly land: (job: Job, file: FetchedFile) => Promise<Result<Landed>>;
  /** Whether a result could be stored now. Asked before every paid submit. */
  readonly canStore: () => Promise<Result<void>> | Result<void>;
  readonly assetPath: SubmitContext['assetPath'];
  /** Whether a file is there or can come from elsewhere: what is kept is not asked for again. Without it: whether it is there. */
  readonly isKept?: (id: AssetId) => boolean;
  /** Most that a project may cost in all. `null`: nothing may be spent; `Infinity`: no limit. */
  readonly maxCostUsdMicros: (projectId: ProjectId) => number | null;
  /** Most that all projects may cost in the calendar month (UTC) of a submit; `null` or absent: no such limit. */
  readonly monthlyCapUsdMicros?: () => number | null;
  /**
   * Resolves once the other devices of a project were heard after the start, or when they cannot be for now; null where there are none.
   * One of them may have brought in what an earlier run left.
   */
  readonly othersHeard?: (projectId: ProjectId) => Promise<void> | null;
  /** What this device may spend of budgets that it shares with others; without it, all of each. */
  readonly budgetShares?: SharesOfBudgets;
  /** How many requests may be open at a provider; its own number without it. Asked before each submit. */
  readonly atOnce?: (generator: Generator) => number;
  /** A folder on the library's file system for files on their way in. */
  readonly incomingFolder: string;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Where it is kept that everything waits; in memory without it. */
  readonly hold?: QueueHold;
  readonly limits?: Partial<EngineLimits>;
  /** Told what went wrong beside any job: a listener that threw, a store that could not write. */
  readonly report?: (fault: Fault) => void;
}

export interface SharesOfBudgets {
  /** null where the budget is this device's alone. */
  of(projectId: ProjectId): BudgetShare | null;
  /** Sets aside what is about to be reserved, until the way that is returned is called; may ask the other devices for more first. */
  makeRoom(projectId: ProjectId, needUsdMicros: number, signal: AbortSignal): Promise<() => void>;
}

/** Whether nothing new is sent, because a person paused the queue. */
export interface QueueHold {
  /** null while it runs. */
  readonly sinceMs: number | null;
  set(sinceMs: number | null): Result<void>;
}

/** One provider with the room it has. */
export interface Lane {
  readonly generator: Generator;
  /** Requests at the provider now. */
  inFlight: number;
  readonly fetches: Slots;
  /** No submit before this time: the provider asked for a pause, or cannot be reached. */
  pausedUntilMs: number;
  /** Times in a row that no submit got through; one for each pause, however many jobs met it. */
  missesInRow: number;
  /** Intents wait for a person to confirm them: its coming back is told. */
  heldIntents: boolean;
  readonly health: HealthRecord;
  readonly breaker: CircuitBreaker;
  readonly pace: SendPace;
}

/** A job that a driver works on now. */
export interface Flight {
  job: Job;
  readonly lane: Lane;
  /** Ends a wait of this job early; replaced with every wait. */
  wake: AbortController;
  /** Cancel was asked while the submit was under way. */
  cancelAsked: boolean;
  /** Somebody asked for the job to go on while it was being driven. */
  again: boolean;
  /** Submit has called `beforeFirstByte` and has not ended. */
  sending: boolean;
  /** Lets go of what was set aside of a shared budget, once the price is reserved or nothing is sent. */
  giveRoomBack: () => void;
}

/** What the steps of the engine share. */
export interface Engine {
  readonly options: OrchestratorOptions;
  readonly limits: EngineLimits;
  readonly board: JobBoard;
  /** Queued jobs in the order of their turns. */
  readonly queue: JobQueue;
  readonly hold: QueueHold;
  readonly group: GroupCommit;
  readonly flights: Map<JobId, Flight>;
  /** Projects whose last submit met the cap: their next ones are checked before a connection is opened, too. */
  readonly atCap: Set<ProjectId>;
  /** Aborted when the engine closes: ends polls, downloads and waits, but no submit that has begun. */
  readonly closing: AbortSignal;
  /** Aborted when the grace for begun submits is over. */
  readonly cutOff: AbortSignal;
  report(fault: Fault): void;
  /** A provider for which intents wait answers again. */
  backAgain(provider: string): void;
  /** Said once for a job whose state could not be written, several times over. */
  stuck(job: Job, fault: Fault): void;
}

/** How many requests may be open on a lane now. */
export function mostAtOnce({ options }: Engine, { generator }: Lane): number {
  return options.atOnce?.(generator) ?? generator.maxConcurrent;
}

/** What a move may write beside the state. */
export type JobFields = Partial<Omit<Job, 'id' | 'projectId' | 'state'>>;

/**
 * Moves a job by the table and tells the board. Null when the job was in none of `from` any more. Inside a transaction
 * use {@link writeMove} and tell the board once it is committed.
 */
export function moveJob(
  engine: Engine,
  id: JobId,
  from: readonly JobState[],
  to: JobState,
  fields: JobFields = {},
): Job | null {
  const moved = writeMove(engine, id, from, to, fields);
  if (moved !== null) noteMove(engine, moved);
  return moved;
}

/** The guarded write alone. A move that the table does not have is a mistake in the engine and throws. */
export function writeMove(
  engine: Engine,
  id: JobId,
  from: readonly JobState[],
  to: JobState,
  fields: JobFields = {},
): Job | null {
  for (const state of from) {
    if (state !== to && !mayMove(state, to)) throw new Error(`No transition from ${state} to ${to}.`);
  }
  return engine.options.store.jobs.transition(id, from, { ...fields, state: to });
}

/** Tells everybody, once the row is on disk. */
export function noteMove(engine: Engine, job: Job): void {
  engine.group.afterwards(() => {
    const flight = engine.flights.get(job.id);
    if (flight !== undefined) flight.job = job;
    if (job.state === 'queued') engine.queue.add(job);
    engine.board.note(job);
  });
}

/** After this many tries nobody is kept waiting for a job whose row cannot be written. */
const parkAfterTries = 8;
/** Tries of a write after which whoever waits for the job is told: a few seconds. */
const stuckAfterTries = 4;

/**
 * Runs a write that must not be lost (a provider's id, a finished file) until the store takes it: a full disk or a
 * locked file is waited out. Gives up only when the engine closes.
 */
export async function persist<T>(engine: Engine, flight: Flight, write: () => T): Promise<T | null> {
  for (let tries = 1; ; tries++) {
    try {
      return await engine.group.add(write);
    } catch (thrown) {
      const fault = faultOf(thrown, 'job.write-failed');
      engine.report(fault);
      if (engine.closing.aborted) return null;
      if (tries === stuckAfterTries) engine.stuck(flight.job, fault);
      if (tries === parkAfterTries) engine.board.park(flight.job);
      await engine.options.clock.wait(backoff(engine, tries, null), engine.closing);
    }
  }
}

/**
 * Waits for `ms`; a cancel of this job or the end of the engine cuts it short. Returns how long that was, by what was waited
 * for: a clock that was set, or a computer that slept, says something else, and nobody was asked meanwhile.
 */
export async function pause(engine: Engine, flight: Flight, ms: number): Promise<number> {
  const { clock } = engine.options;
  const beganMs = clock.nowMs();
  flight.wake = new AbortController();
  await clock.wait(ms, AbortSignal.any([flight.wake.signal, engine.closing]));
  return Math.max(0, Math.min(ms, clock.nowMs() - beganMs));
}

export function backoff(engine: Engine, tries: number, retryAfterMs: number | null): number {
  return backoffMs(tries, retryAfterMs, engine.options.random, engine.limits);
}
