import type { Job, ProviderHandle } from '../../domain/jobs/job.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { adoptResult, type HeldAsk, takeInResult } from './adopt-result.ts';
import type { ApprovedPrice } from './ask-again.ts';
import { cancelJob, cancelJobs } from './cancel-job.ts';
import { collectElsewhere } from './collect-elsewhere.ts';
import { dropJob } from './drop-job.ts';
import type { Engine, OrchestratorOptions } from './engine.ts';
import { defaultLimits } from './engine-limits.ts';
import { enqueueJobs } from './enqueue-jobs.ts';
import { createGroupCommit } from './group-commit.ts';
import { createJobBoard, type JobListener } from './job-board.ts';
import { createJobQueue } from './job-queue.ts';
import { createMemoryHold } from './memory-hold.ts';
import type { EnqueueRequest } from './new-job.ts';
import { type ProviderState, stateOfLane } from './provider-state.ts';
import { resumeJobs } from './resume-jobs.ts';
import { retryJob } from './retry-job.ts';
import { createLane, createRunner } from './run-lanes.ts';
import { type StoodIn, standIn } from './stand-in.ts';

export type { ApprovedPrice } from './ask-again.ts';
export type { FetchedFile, Landed, OrchestratorOptions, QueueHold } from './engine.ts';
export type { JobListener } from './job-board.ts';
export type { EnqueueRequest } from './new-job.ts';
export type { ProviderState } from './provider-state.ts';
export type { StoodIn } from './stand-in.ts';

/** Told of a provider that answers again and for which intents wait to be confirmed. */
export type BackListener = (provider: string) => void;

export type StuckListener = (job: Job, fault: Fault) => void;

/**
 * The durable job engine. It knows no provider and no step of the pipeline. What holds at every moment, a crash
 * included: the intent is on disk before anything is sent, `sending` before the first byte, the provider's id before the
 * first poll, and `done` in one transaction with the asset and the take. No paid request is sent twice by itself.
 */
export interface Orchestrator {
  /** Idempotent by shot and request digest; see {@link enqueueJobs}. */
  enqueue(requests: readonly EnqueueRequest[]): Result<Job[]>;
  /** Takes up what an earlier run left, and begins. Before it, jobs are only written down. */
  start(): void;
  cancel(id: JobId): Result<Job>;
  /** Cancels all of these that still can be; returns how many were told. */
  cancelThese(ids: Iterable<JobId>): number;
  /** A person's consent to ask for an ended job again, or for one that waits for it; at a price of now where one is named. */
  retry(id: JobId, approved?: Partial<ApprovedPrice>): Result<Job>;
  /** Puts a job aside that waits for a person. Where it may have been billed, its price counts as spent. */
  drop(id: JobId): Result<Job>;
  /** Asks somebody else in the place of a job that has surely not begun; see {@link standIn}. */
  standIn(id: JobId, ask: EnqueueRequest | null, because: Fault): Result<StoodIn>;
  /** Gives an ended job the result that its provider holds all the same; nothing is sent. */
  adopt(id: JobId, handle: ProviderHandle): Result<Job>;
  /** Brings a result in that no job of ours asked for. */
  takeIn(ask: HeldAsk): Result<Job>;
  /** Nothing new is sent from now on, also after a restart. What is at a provider already goes on, for it is paid. */
  pause(): Result<void>;
  resume(): Result<void>;
  /** Sends what may be sent now: how many requests may be open at a provider has changed. */
  reconsider(): void;
  /** Since when the queue is paused; null while it runs. */
  readonly pausedSinceMs: number | null;
  /** How each provider answered in the last hour, and whether it is asked now. */
  providerStates(): ProviderState[];
  /** Asks a provider now whether it answers; free of charge. */
  checkProvider(provider: string): Promise<Result<ProviderState>>;
  /** Resolves when no job of the project (of any, without one) can go on by itself. */
  waitForIdle(projectId?: ProjectId): Promise<void>;
  /** Called after each durable change and each report of progress. Returns the way to stop. */
  onJob(listener: JobListener): () => void;
  /**
   * Called when a job cannot go on because its state cannot be written (a full disk). It is tried again all the same,
   * and goes on once there is room. Returns the way to stop.
   */
  onStuck(listener: StuckListener): () => void;
  onBack(listener: BackListener): () => void;
  /** Ends polls and downloads, lets begun submits get their answer, and leaves every row as the next start needs it. */
  close(): Promise<void>;
}

export function createOrchestrator(options: OrchestratorOptions): Orchestrator {
  const limits = { ...defaultLimits, ...options.limits };
  const closing = new AbortController();
  const cutOff = new AbortController();
  const lanes = new Map(
    options.generators.map((generator) => [generator.provider, createLane(generator, { options, limits })]),
  );
  const warned = new Set<string>();
  const warnOnce = (fault: Fault): void => {
    if (!warned.has(fault.message)) process.emitWarning(fault.message, { code: fault.code });
    warned.add(fault.message);
  };
  const report = options.report ?? warnOnce;
  const stuckListeners = new Set<StuckListener>();
  const backListeners = new Set<BackListener>();
  const engine: Engine = {
    options,
    limits,
    board: createJobBoard((job) => lanes.has(job.provider), report),
    queue: createJobQueue(),
    hold: options.hold ?? createMemoryHold(),
    group: createGroupCommit(options.store),
    flights: new Map(),
    atCap: new Set(),
    closing: closing.signal,
    cutOff: cutOff.signal,
    report,
    backAgain: (provider) => {
      for (const listener of backListeners) listener(provider);
    },
    stuck: (job, fault) => {
      for (const listener of stuckListeners) listener(job, fault);
    },
  };
  const runner = createRunner(engine, lanes);
  let started = false;
  let looking: Promise<void> = Promise.resolve();

  /** Jobs that a call put back into the queue or into fetching are taken up at once. */
  const takeUp = (jobs: readonly Job[]): void => {
    if (!started || closing.signal.aborted) return;
    for (const job of jobs) {
      const lane = lanes.get(job.provider);
      if (isAtProvider(job) && lane !== undefined) runner.resume(job, lane);
    }
    runner.pump();
  };

  const isFree = (provider: string): boolean => lanes.get(provider)?.generator.free ?? false;

  const cancel = (id: JobId): Result<Job> => {
    const result = cancelJob(engine, id);
    // A request that nobody watches yet (before start) is told when it is taken up.
    if (result.ok && result.value.state === 'cancelling') takeUpCancelling(result.value);
    return result;
  };

  return {
    enqueue(requests) {
      const result = enqueueJobs(engine, requests, isFree);
      if (result.ok) takeUp(result.value);
      return result;
    },
    start() {
      if (started) return;
      started = true;
      resumeJobs(engine, lanes, runner.resume);
      for (const lane of lanes.values()) {
        lane.heldIntents = options.store.jobs.count(['draft'], lane.generator.provider) > 0;
      }
      runner.pump();
      looking = collectElsewhere(engine, lanes, runner.resume);
    },
    cancel,
    cancelThese: (ids) => cancelJobs(engine, ids, cancel),
    retry(id, approved) {
      const result = retryJob(engine, id, approved);
      if (result.ok) takeUp([result.value]);
      return result;
    },
    drop: (id) => dropJob(engine, id),
    standIn(id, ask, because) {
      const result = standIn(engine, id, ask, because, isFree);
      if (result.ok && result.value.to !== null) takeUp([result.value.to]);
      return result;
    },
    adopt(id, handle) {
      const result = adoptResult(engine, id, handle);
      if (result.ok) takeUp([result.value]);
      return result;
    },
    takeIn(ask) {
      const result = takeInResult(engine, ask);
      if (result.ok) takeUp([result.value]);
      return result;
    },
    reconsider: () => {
      if (started) runner.pump();
    },
    pause: () => engine.hold.set(engine.hold.sinceMs ?? options.clock.nowMs()),
    resume() {
      const set = engine.hold.set(null);
      if (started) runner.pump();
      return set;
    },
    get pausedSinceMs() {
      return engine.hold.sinceMs;
    },
    providerStates: () => [...lanes.values()].map((lane) => stateOfLane(engine, lane)),
    async checkProvider(provider) {
      const lane = lanes.get(provider);
      if (lane === undefined) {
        return fail('provider.unknown', `There is no provider "${provider}". Nothing was sent.`);
      }
      await lane.generator.checkHealth?.(closing.signal);
      if (started) runner.pump();
      return ok(stateOfLane(engine, lane));
    },
    waitForIdle: (projectId) => engine.board.whenIdle(projectId),
    onJob: (listener) => engine.board.listen(listener),
    onStuck: (listener) => {
      stuckListeners.add(listener);
      return () => stuckListeners.delete(listener);
    },
    onBack: (listener) => {
      backListeners.add(listener);
      return () => backListeners.delete(listener);
    },
    async close() {
      if (closing.signal.aborted) return runner.settled();
      closing.abort();
      const done = new AbortController();
      void options.clock.wait(limits.closeGraceMs, done.signal).then(() => cutOff.abort());
      await Promise.all([runner.settled(), looking]);
      done.abort();
      engine.board.release();
    },
  };

  /** Of this device only `submitted` is asked for; another device's job may be further, and is brought in from there. */
  function isAtProvider({ state, handle, deviceId }: Job): boolean {
    if (state === 'submitted') return true;
    const isFurther = state === 'running' || state === 'fetching';
    return isFurther && handle !== null && deviceId !== null && deviceId !== options.store.deviceId;
  }

  function takeUpCancelling(job: Job): void {
    const lane = lanes.get(job.provider);
    if (started && lane !== undefined && !closing.signal.aborted) runner.resume(job, lane);
  }
}
