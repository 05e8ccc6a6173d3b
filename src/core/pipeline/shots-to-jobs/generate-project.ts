import { animaticModels } from '../../../domain/jobs/build-requests.ts';
import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { type Job, JobState } from '../../../domain/jobs/job.ts';
import { isPictureRequest } from '../../../domain/jobs/request-kinds.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import { deriveId } from '../../../domain/kernel/derive-id.ts';
import type { AssetId, JobId, ProjectId } from '../../../domain/kernel/ids.ts';
import { patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { type Fault, FaultError, fail, unwrap } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { EnqueueRequest, Orchestrator } from '../../orchestrator/orchestrator.ts';
import { standingOf } from '../../orchestrator/standing-of.ts';
import type { Clock } from '../../ports/clock.ts';
import { createEventQueue } from '../../progress/event-queue.ts';
import { createTimeLeft } from '../../progress/time-left.ts';
import type { Store } from '../../store/store.ts';
import { concernsAll } from './concerns-all.ts';
import { findMissingWork, type GenerationChoice, type MissingWork } from './missing-work.ts';
import type { PictureMakers } from './picture-makers.ts';

export interface GenerateParts {
  readonly store: Store;
  readonly orchestrator: Orchestrator;
  readonly clock: Clock;
  readonly library: Pick<MediaLibrary, 'assetPath'>;
  /** Told of the jobs that the run waits for, as they are asked for. */
  readonly onAsked?: (jobs: readonly Job[]) => void;
  /** Finds the job that another maker was given in the place of one that ended. Nobody is asked in another's place without it. */
  readonly standIns?: { inPlaceOf(job: Job): Promise<Job | null> };
}

export interface GenerateProgress {
  readonly counts: {
    readonly done: number;
    readonly failed: number;
    readonly unknown: number;
    readonly open: number;
  };
  readonly total: number;
  readonly costUsdMicros: number;
  readonly secondsLeft: number | null;
  readonly trouble: string[];
}

/**
 * Generates what a project's shots miss, with a maker of stills and one of clips: stills first, each clip as soon as its still is there. Ends
 * when nothing that was asked for is open. A job that fails takes only its own shot's clip with it. When `signal`
 * aborts, what was asked for stays on disk and goes on with the next start. Fails when nothing more can be written.
 */
export async function* generateProject(
  { store, orchestrator, clock, library, onAsked, standIns }: GenerateParts,
  projectId: ProjectId,
  makers: PictureMakers,
  choice: GenerationChoice,
  signal: AbortSignal | undefined,
): AsyncGenerator<GenerateProgress, GenerateProgress> {
  const work = findMissingWork(store, projectId, makers, choice, (id) => library.assetPath(id).ok);
  // A price that rises holds back what was approved together with it.
  const batchId = deriveId('batch', projectId, clock.nowMs());
  const asked = new Map<JobId, Job>();
  const clipsAfter = new Map<JobId, MissingWork>();
  const events = createEventQueue<Job>();
  const timeLeft = createTimeLeft(clock);
  let total = work.reduce(
    (sum, { still, clip }) => sum + (still === null ? 0 : 1) + (clip === null ? 0 : 1),
    0,
  );
  /** Requests that the provider would not take, or that could not be written down: no job stands for them. */
  let refused = 0;
  let trouble: string[] = [];
  const waitingFor = new Set<string>();
  /** Those that were there before this run asked: what they cost was paid for an earlier one. */
  const madeBefore = new Set<JobId>();

  const ask = async (shots: readonly { work: MissingWork; request: PictureRequest }[]): Promise<void> => {
    const requests: EnqueueRequest[] = [];
    const works: MissingWork[] = [];
    for (const { work, request } of shots) {
      const maker = makers[request.kind];
      const named = { projectId, shotId: work.shot.id, request };
      const { kind } = standingOf(store, (id) => library.assetPath(id).ok, named, maker.free);
      const estimate = kind === 'ended' ? endedBefore : await maker.estimate(request);
      if (!estimate.ok) {
        refuse(work, request, estimate.fault);
        continue;
      }
      const { costUsdMicros, basis, pricedAtMs } = estimate.value;
      const price = { estimateUsdMicros: costUsdMicros, priceBasis: basis, pricedAtMs };
      requests.push({ projectId, shotId: work.shot.id, batchId, request, ...price });
      works.push(work);
    }
    const jobs = unwrap(orchestrator.enqueue(requests));
    onAsked?.(jobs);
    chooseExisting(store, projectId, jobs);
    jobs.forEach((job, i) => {
      const work = works[i];
      if (job.request.kind === 'still' && work?.clip != null) clipsAfter.set(job.id, work);
      asked.set(job.id, job);
      if (isOpen(job)) return;
      madeBefore.add(job.id);
      events.push(job);
    });
  };
  /** Somebody else makes it: the run waits for that one. A drawing is no picture that a paid clip begins with. */
  const follow = (job: Job, other: Job): void => {
    asked.delete(job.id);
    asked.set(other.id, other);
    onAsked?.([other]);
    trouble.push(troubleWords(job));
    const next = clipsAfter.get(job.id);
    clipsAfter.delete(job.id);
    if (next !== undefined && (makers.clip.free || !isDrawing(other))) clipsAfter.set(other.id, next);
    else if (next !== undefined) total--;
    if (!isOpen(other)) events.push(other);
  };
  /** One shot that cannot be asked for never stops the others; what would refuse them all ends the run. */
  const refuse = ({ clip }: MissingWork, { kind, brief }: PictureRequest, fault: Fault): void => {
    if (concernsAll(fault)) throw new FaultError(fault);
    refused++;
    if (kind === 'still' && clip !== null) total--;
    trouble.push(`Shot ${brief.shotNumber}, ${kind}: ${fault.message}`);
  };
  const clipOf = (work: MissingWork, still: AssetId | null) =>
    work.clip === null ? [] : [{ work, request: work.clip(makers.clip.free ? null : still) }];
  const report = (): GenerateProgress => {
    const jobs = [...asked.values()];
    const count = (...states: Job['state'][]): number =>
      jobs.filter(({ state }) => states.includes(state)).length;
    const done = count('done');
    const failed = count('failed', 'cancelled', 'expired', 'draft') + refused;
    const unknown = count('unknown');
    const ended = done + failed + unknown;
    const progress = {
      counts: { done, failed, unknown, open: jobs.length + refused - ended },
      total,
      costUsdMicros: jobs.reduce(
        (sum, job) => sum + (madeBefore.has(job.id) ? 0 : (job.costUsdMicros ?? 0)),
        0,
      ),
      secondsLeft: timeLeft(ended, total),
      trouble,
    };
    trouble = [];
    return progress;
  };

  // Everything of the project is kept until it is read: the engine may move a job while it is still being handed over.
  const stopListening = orchestrator.onJob(({ job }) => {
    if (job.projectId === projectId) events.push(job);
  });
  let stuck: Fault | null = null;
  const stopWatching = orchestrator.onStuck((job, fault) => {
    if (job.projectId !== projectId) return;
    stuck = fault;
    events.end();
  });
  const failIfStuck = (): void => {
    if (stuck !== null) throw new FaultError(stuck);
  };
  const onAbort = (): void => events.end();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    signal?.throwIfAborted();
    yield report();
    await ask(
      work.flatMap((missing) => (missing.still === null ? [] : [{ work: missing, request: missing.still }])),
    );
    await ask(
      work.flatMap((missing) => (missing.still === null ? clipOf(missing, missing.stillAssetId) : [])),
    );
    const settled = new Set<JobId>();
    const isComplete = (): boolean => settled.size + refused === total;
    if (trouble.length > 0) yield report();
    if (isComplete()) events.end();
    for await (const job of events.read()) {
      if (signal?.aborted) break;
      if (!asked.has(job.id) || settled.has(job.id)) continue;
      asked.set(job.id, job);
      if (isOpen(job)) {
        const waiting = waitingWords(job);
        if (waiting === null || waitingFor.has(waiting)) continue;
        waitingFor.add(waiting);
        trouble.push(waiting);
        yield report();
        continue;
      }
      const other = job.state === 'done' ? null : ((await standIns?.inPlaceOf(job)) ?? null);
      if (other !== null) {
        follow(job, other);
        yield report();
        if (isComplete()) events.end();
        continue;
      }
      settled.add(job.id);
      if (job.state !== 'done' && job.state !== 'cancelled') trouble.push(troubleWords(job));
      const next = clipsAfter.get(job.id);
      if (next !== undefined) {
        if (job.state === 'done') await ask(clipOf(next, job.assetId));
        else total--;
      }
      yield report();
      if (isComplete()) events.end();
    }
    signal?.throwIfAborted();
    failIfStuck();
    return report();
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stopListening();
    stopWatching();
  }
}

function isDrawing({ provider }: Job): boolean {
  return provider === animaticModels.provider;
}

const endedBefore = fail(
  'generate.ended-before',
  'It was asked for before and ended badly. Ask for it again on the shot.',
);

/** A request that was made before, for an earlier wording that has come back, has its take already: it is chosen again. */
function chooseExisting(store: Store, projectId: ProjectId, jobs: readonly Job[]): void {
  const changes = jobs.map(({ state, shotId, takeId, request }) => {
    const shot = state === 'done' && takeId !== null && shotId !== null ? store.row('shot', shotId) : null;
    if (shot === null) return null;
    return updateChange(
      'shot',
      shot,
      request.kind === 'still' ? { chosenStillId: takeId } : { chosenClipId: takeId },
    );
  });
  const patch = patchOf(changes);
  if (patch.changes.length > 0) {
    unwrap(store.commit(patch, { projectId, label: 'Choose take', undoable: false }));
  }
}

/** Why a job that is in the queue again was not sent, and that it will be; null for every other open job. */
function waitingWords({ state, tries, faultMessage }: Job): string | null {
  return state === 'queued' && tries > 0 && faultMessage !== null
    ? `${faultMessage} It is tried again.`
    : null;
}

function troubleWords(job: Job): string {
  const { request } = job;
  const what = isPictureRequest(request) ? `Shot ${request.brief.shotNumber}, ${request.kind}` : request.kind;
  return `${what}: ${job.faultMessage ?? JobState.enum[job.state]}`;
}
