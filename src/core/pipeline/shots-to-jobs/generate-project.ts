import { animaticModels } from '../../../domain/jobs/build-requests.ts';
import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import { deriveId } from '../../../domain/kernel/derive-id.ts';
import type { AssetId, JobId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, FaultError, unwrap } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import { chooseExisting } from '../../orchestrator/choose-existing.ts';
import { concernsAll } from '../../orchestrator/concerns-all.ts';
import type { EnqueueRequest, Orchestrator } from '../../orchestrator/orchestrator.ts';
import { standingOf } from '../../orchestrator/standing-of.ts';
import type { Clock } from '../../ports/clock.ts';
import { followJobs } from '../../progress/follow-jobs.ts';
import { countEnded, type GenerateProgress } from '../../progress/generate-progress.ts';
import { createTimeLeft } from '../../progress/time-left.ts';
import type { Store } from '../../store/store.ts';
import { troubleWords, waitingWords } from './job-words.ts';
import { findMissingWork, type GenerationChoice, type MissingWork } from './missing-work.ts';
import { fileTest, oneMaker, type PictureMakers } from './picture-makers.ts';

export interface GenerateParts {
  readonly store: Store;
  readonly orchestrator: Orchestrator;
  readonly clock: Clock;
  readonly library: Pick<MediaLibrary, 'assetPath' | 'isKept'>;
  /** Told of the jobs that the run waits for, as they are asked for. */
  readonly onAsked?: (jobs: readonly Job[]) => void;
  /** Finds the job that another maker was given in the place of one that ended. Nobody is asked in another's place without it. */
  readonly standIns?: { inPlaceOf(job: Job): Promise<Job | null> };
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
  const work = findMissingWork(store, projectId, makers, choice, fileTest(library, makers, choice));
  // A price that rises holds back what was approved together with it.
  const batchId = deriveId('batch', projectId, clock.nowMs());
  const followed = followJobs(orchestrator, projectId, 'project', signal);
  const clipsAfter = new Map<JobId, MissingWork>();
  const timeLeft = createTimeLeft(clock);
  let total = work.reduce(
    (sum, { still, clip }) => sum + (still === null ? 0 : 1) + (clip === null ? 0 : 1),
    0,
  );
  /** Requests that the provider would not take, or that could not be written down: no job stands for them. */
  let refused = 0;
  /** What an earlier run asked for and what ended badly: a person asks for each by itself. */
  const leftAlone: Job[] = [];
  let trouble: string[] = [];
  const waitingFor = new Set<string>();
  /** Those that were there before this run asked: what they cost was paid for an earlier one. */
  const madeBefore = new Set<JobId>();

  const ask = async (shots: readonly { work: MissingWork; request: PictureRequest }[]): Promise<void> => {
    const requests: EnqueueRequest[] = [];
    const works: MissingWork[] = [];
    for (const { work, request } of shots) {
      const maker = makers[request.kind];
      const named = { projectId, shotId: work.shot.id, request, payAgain: choice.payAgain === true };
      const hasFile = fileTest(library, oneMaker(maker), {});
      const standing = standingOf(store, hasFile, named, maker.free);
      if (standing.kind === 'ended') {
        leaveAlone(work, request, standing.job);
        continue;
      }
      const estimate = await maker.estimate(request);
      if (!estimate.ok) {
        refuse(work, request, estimate.fault);
        continue;
      }
      const { costUsdMicros, basis, pricedAtMs } = estimate.value;
      const price = { estimateUsdMicros: costUsdMicros, priceBasis: basis, pricedAtMs };
      requests.push({ ...named, batchId, ...price });
      works.push(work);
    }
    const jobs = unwrap(orchestrator.enqueue(requests));
    onAsked?.(jobs);
    chooseExisting(store, projectId, jobs);
    jobs.forEach((job, i) => {
      const work = works[i];
      if (job.request.kind === 'still' && work?.clip != null) clipsAfter.set(job.id, work);
      followed.follow(job);
      if (!isOpen(job)) madeBefore.add(job.id);
    });
  };
  /** Somebody else makes it: the run waits for that one. A drawing is no picture that a paid clip begins with. */
  const follow = (job: Job, other: Job): void => {
    followed.leave(job.id);
    followed.follow(other);
    onAsked?.([other]);
    trouble.push(troubleWords(job));
    const next = clipsAfter.get(job.id);
    clipsAfter.delete(job.id);
    if (next !== undefined && (makers.clip.free || !isDrawing(other))) clipsAfter.set(other.id, next);
    else if (next !== undefined) total--;
  };
  /** One shot that cannot be asked for never stops the others; what would refuse them all ends the run. */
  const refuse = ({ clip }: MissingWork, { kind, brief }: PictureRequest, fault: Fault): void => {
    if (concernsAll(fault)) throw new FaultError(fault);
    refused++;
    if (kind === 'still' && clip !== null) total--;
    trouble.push(`Shot ${brief.shotNumber}, ${kind}: ${fault.message}`);
  };
  const leaveAlone = ({ clip }: MissingWork, { kind }: PictureRequest, job: Job): void => {
    leftAlone.push(job);
    if (kind === 'still' && clip !== null) total--;
    trouble.push(troubleWords(job), askAgainWords);
  };
  const clipOf = (work: MissingWork, still: AssetId | null) =>
    work.clip === null ? [] : [{ work, request: work.clip(makers.clip.free ? null : still) }];
  const report = (): GenerateProgress => {
    const jobs = followed.jobs();
    const { done, ...counts } = countEnded(jobs);
    const before = countEnded(leftAlone);
    const unknown = counts.unknown + before.unknown;
    // One that was made has lost its file since.
    const failed = counts.failed + before.failed + before.done + refused;
    const ended = done + failed + unknown;
    const progress = {
      counts: { done, failed, unknown, open: jobs.length + leftAlone.length + refused - ended },
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

  try {
    signal?.throwIfAborted();
    yield report();
    await ask(
      work.flatMap((missing) => (missing.still === null ? [] : [{ work: missing, request: missing.still }])),
    );
    await ask(
      work.flatMap((missing) => (missing.still === null ? clipOf(missing, missing.stillAssetId) : [])),
    );
    const finishIfComplete = (): void => {
      if (followed.ended + leftAlone.length + refused === total) followed.finish();
    };
    if (trouble.length > 0) yield report();
    finishIfComplete();
    for await (const job of followed.moves()) {
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
        finishIfComplete();
        continue;
      }
      if (job.state !== 'done' && job.state !== 'cancelled') trouble.push(troubleWords(job));
      const next = clipsAfter.get(job.id);
      if (next !== undefined) {
        if (job.state === 'done') await ask(clipOf(next, job.assetId));
        else total--;
      }
      yield report();
      finishIfComplete();
    }
    return report();
  } finally {
    followed.close();
  }
}

function isDrawing({ provider }: Job): boolean {
  return provider === animaticModels.provider;
}

const askAgainWords =
  'What ended badly is not asked for again by itself: ask for it on the shot, at the price of now.';
