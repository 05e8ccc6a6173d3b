import type { Activity } from '../../contract/activities.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { MediaLibrary } from '../library/media-library.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import { generateProject } from '../pipeline/shots-to-jobs/generate-project.ts';
import {
  findMissingWork,
  type GenerationChoice,
  type MissingWork,
} from '../pipeline/shots-to-jobs/missing-work.ts';
import { fileTest, isFree, type PictureMakers } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { Clock } from '../ports/clock.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import type { Store } from '../store/store.ts';
import type { ActivityBoard } from './activity-board.ts';
import { generationEnd } from './generation-words.ts';
import { keepsPromise, type PromisedWork, promiseWork } from './promised-work.ts';
import { outcomeOf } from './run-outcome.ts';
import type { SpendingLimits } from './spending-limits.ts';
import type { StandingOrder, StandingOrders } from './standing-orders.ts';
import { cancelledWords, type WatchedRun, watchRun } from './watch-run.ts';

export interface GenerationRunsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly library: Pick<MediaLibrary, 'assetPath' | 'isKept'>;
  readonly orchestrator: Orchestrator;
  readonly limits: SpendingLimits;
  readonly board: ActivityBoard;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly orders: StandingOrders;
  readonly standIns: Pick<StandIns, 'inPlaceOf'>;
}

export interface GenerationOrder {
  readonly project: Project;
  readonly makers: PictureMakers;
  readonly choice: GenerationChoice;
  readonly maxCostUsdMicros: number | null;
  /** No person asked for it: see the contract. */
  readonly unasked?: boolean;
  /** How often it was begun again after the studio had ended. */
  readonly restarts?: number;
}

/** Generation that the studio does by itself: one run of a project at a time, the next ones wait. */
export interface GenerationRuns {
  /**
   * Begins a run, or lines it up behind those of the same project. What a run that waits or runs will make anyway joins
   * it: its activity is the answer. `money.no-cap` for paid work without any limit.
   */
  start(order: GenerationOrder): Result<Activity>;
  /** Ends all runs in order: what is at a provider goes on at the next start. */
  close(): Promise<void>;
}

interface Run extends WatchedRun {
  readonly order: GenerationOrder;
  /** null while it waits: what it will make is found when it begins. */
  promised: PromisedWork | null;
}

const waitsWords = 'Waits for the generation of this project that runs now.';

export function createGenerationRuns(parts: GenerationRunsParts): GenerationRuns {
  const { board, limits, orders } = parts;
  const lines = new Map<ProjectId, Run[]>();
  const working = new Set<Promise<void>>();
  let closing = false;

  const missingFor = ({ project, makers, choice }: GenerationOrder): MissingWork[] =>
    findMissingWork(parts.store, project.id, makers, choice, fileTest(parts.library, makers, choice));
  const willMake = ({ handle, order, promised, asked }: Run, wanted: GenerationOrder): boolean =>
    !handle.ended &&
    covers(order, wanted) &&
    (promised === null || keepsPromise(promised, asked, missingFor(wanted), parts.store));

  /** Begins the first of a project's line, passing over those that were cancelled while they waited. */
  const advance = (projectId: ProjectId): void => {
    const line = (lines.get(projectId) ?? []).filter(({ handle }) => !handle.ended);
    const [run] = line;
    if (run === undefined) {
      lines.delete(projectId);
      return;
    }
    lines.set(projectId, line);
    run.promised = promiseWork(missingFor(run.order));
    run.handle.begin();
    const work = doRun(parts, run).finally(() => {
      working.delete(work);
      if (closing) return;
      orders.forget(run.handle.id);
      advance(projectId);
    });
    working.add(work);
  };

  return {
    start(order) {
      const { project, makers, choice, maxCostUsdMicros } = order;
      if (!isFree(makers, choice)) {
        const allowed = limits.require(project.id, maxCostUsdMicros);
        if (!allowed.ok) return allowed;
      }
      const line = lines.get(project.id) ?? [];
      const joined = line.find((run) => willMake(run, order));
      if (joined !== undefined) return ok(joined.handle.activity());
      const abort = new AbortController();
      const asked = new Set<JobId>();
      const handle = board.open({
        kind: 'generate',
        projectId: project.id,
        projectTitle: project.title,
        path: null,
        waitsFor: line.length === 0 ? null : waitsWords,
        cancel: () => {
          abort.abort();
          orders.forget(handle.id);
          // One that has ended, or is just being stored, stays as it is: what is made is kept.
          parts.orchestrator.cancelThese(asked);
          return cancelledWords;
        },
      });
      const run: Run = { order, projectId: project.id, handle, abort, asked, promised: null };
      if (order.unasked !== true) orders.keep(standingOrderOf(order, handle.id, parts.clock.nowMs()));
      lines.set(project.id, [...line, run]);
      if (line.length === 0) advance(project.id);
      return ok(handle.activity());
    },
    async close() {
      closing = true;
      for (const line of lines.values()) {
        for (const { handle, abort } of line) {
          handle.end(
            'cancelled',
            'The studio was closed. Finished takes are kept; the rest is taken up at the next start.',
          );
          abort.abort();
        }
      }
      await Promise.all(working);
    },
  };
}

function standingOrderOf(order: GenerationOrder, id: string, askedAtMs: number): StandingOrder {
  const { project, makers, choice, maxCostUsdMicros, restarts = 0 } = order;
  const {
    shotIds = null,
    again = false,
    upTo = 'clip',
    stillsFirst = false,
    payAgain = false,
    ...models
  } = choice;
  const provider = makers.still.provider;
  const clipProvider = makers.clip === makers.still ? null : makers.clip.provider;
  const wish = { ...models, provider, clipProvider, again, upTo, stillsFirst, payAgain };
  return {
    id,
    kind: 'generate',
    projectId: project.id,
    askedAtMs,
    restarts,
    maxCostUsdMicros,
    choice: { ...wish, shotIds: shotIds === null ? null : [...shotIds] },
  };
}

/** Whether a run that is under way makes all that another order asks for. */
function covers(running: GenerationOrder, wanted: GenerationOrder): boolean {
  const [a, b] = [running.choice, wanted.choice];
  if (a.again === true || b.again === true) return false;
  if (b.payAgain === true && a.payAgain !== true) return false;
  if (running.makers.still !== wanted.makers.still || running.makers.clip !== wanted.makers.clip)
    return false;
  // Who waits for it is told when it ends.
  if (running.unasked === true && wanted.unasked !== true) return false;
  if (a.stillModel !== b.stillModel || a.clipModel !== b.clipModel || a.slate !== b.slate) return false;
  if (running.maxCostUsdMicros !== wanted.maxCostUsdMicros) return false;
  if (a.upTo === 'still' && b.upTo !== 'still') return false;
  if (a.stillsFirst === true && b.stillsFirst !== true) return false;
  if (a.shotIds == null) return true;
  const made = new Set(a.shotIds);
  return b.shotIds?.every((id) => made.has(id)) ?? false;
}

async function doRun(parts: GenerationRunsParts, { order, ...run }: Run): Promise<void> {
  const { store, limits, notices } = parts;
  const { makers, choice, maxCostUsdMicros } = order;
  const { projectId, handle, abort, asked } = run;
  const lift = isFree(makers, choice)
    ? null
    : limits.set(projectId, maxCostUsdMicros ?? Number.POSITIVE_INFINITY);
  const { last, troubles, fault } = await watchRun(
    parts,
    run,
    (onAsked) => generateProject({ ...parts, onAsked }, projectId, makers, choice, abort.signal),
    { failedCode: 'generate.failed', lift },
  );
  if (handle.ended) return;
  const end = generationEnd(last, troubles, fault, outcomeOf(store, asked));
  handle.end(end.state, end.message);
  const { notice } = end;
  if (notice !== null && !(order.unasked === true && notice.level === 'info'))
    notices.add({ ...notice, projectId });
}
