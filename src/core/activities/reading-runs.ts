import type { Activity } from '../../contract/activities.ts';
import type { ReadingState } from '../../contract/scenes.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { ReadingChoice } from '../pipeline/text-to-reading/plan-reading.ts';
import {
  type ReadingProgress,
  type ReadStoryParts,
  readStory,
} from '../pipeline/text-to-reading/read-story.ts';
import type { Clock } from '../ports/clock.ts';
import type { Generator } from '../ports/generator.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';
import type { SpendingLimits } from './spending-limits.ts';
import type { StandingOrders } from './standing-orders.ts';

export interface ReadingRunsParts extends ReadStoryParts {
  readonly limits: SpendingLimits;
  readonly board: ActivityBoard;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly clock: Clock;
  readonly orders: Pick<StandingOrders, 'keep' | 'forget'>;
}

export interface ReadingOrder {
  readonly project: Project;
  readonly generator: Generator;
  readonly choice: ReadingChoice;
  readonly maxCostUsdMicros: number | null;
  /** How often it was begun again after the studio had ended. */
  readonly restarts?: number;
}

/** Language models that break texts down, one reading of a project at a time. */
export interface ReadingRuns {
  start(order: ReadingOrder): Result<Activity>;
  /** How the reading of a project stands, or how the last one ended. */
  stateOf(projectId: ProjectId): ReadingState;
  /** Called with each change. Returns the way to stop. */
  onChange(listener: (projectId: ProjectId) => void): () => void;
  /** Ends all in order: what is at a provider is kept, and the next reading goes on with it. */
  close(): Promise<void>;
}

/** As much of a model's words as a window shows. */
const shownCharacters = 6_000;

const noReading: ReadingState = {
  state: 'none',
  activityId: null,
  done: 0,
  parts: 0,
  words: '',
  costUsdMicros: 0,
  result: null,
  message: null,
};

const keptWords = 'What was answered is kept and not paid for again. The project is unchanged.';

export function createReadingRuns(parts: ReadingRunsParts): ReadingRuns {
  const { board, limits, notices, orchestrator, orders, clock } = parts;
  let closing = false;
  const states = new Map<ProjectId, ReadingState>();
  const listeners = new Set<(projectId: ProjectId) => void>();
  const running = new Map<ProjectId, { readonly abort: AbortController; readonly work: Promise<void> }>();
  const tell = (projectId: ProjectId, fields: Partial<ReadingState>): void => {
    states.set(projectId, { ...(states.get(projectId) ?? noReading), ...fields });
    for (const listener of listeners) listener(projectId);
  };

  const run = async (
    { project, generator, choice, maxCostUsdMicros }: ReadingOrder,
    handle: ActivityHandle,
    abort: AbortController,
    asked: Set<JobId>,
  ): Promise<void> => {
    const projectId = project.id;
    // What the project has cost so far is not this reading's.
    const spend = parts.store.jobs.spend(projectId);
    const before = spend.chargedUsdMicros + spend.reservedUsdMicros;
    const most = maxCostUsdMicros === null ? Number.POSITIVE_INFINITY : before + maxCostUsdMicros;
    const lift = generator.free ? null : limits.set(projectId, most);
    let last: ReadingProgress | null = null;
    let fault: Fault | null = null;
    try {
      const onAsked = ({ id }: { readonly id: JobId }): void => {
        asked.add(id);
        if (abort.signal.aborted) orchestrator.cancel(id);
      };
      const steps = readStory({ ...parts, onAsked }, projectId, generator, choice, abort.signal);
      for (;;) {
        const { done, value } = await steps.next();
        last = value;
        const words = value.words.slice(-shownCharacters);
        const { parts: total, costUsdMicros, result } = value;
        if (!handle.ended) tell(projectId, { done: value.done, parts: total, words, costUsdMicros, result });
        handle.report({ done: value.done, total, secondsLeft: null });
        if (done) break;
      }
    } catch (thrown) {
      fault = faultOf(thrown, 'reading.failed');
    } finally {
      lift?.();
    }
    // A person ended it, and was told what is kept.
    if (handle.ended) return;
    if (closing && fault !== null) {
      // Neither done nor failed: the next start asks whether it shall go on.
      handle.end('cancelled', `The studio was closed. ${keptWords}`);
      return;
    }
    const message = fault === null ? endWords(last) : `${fault.message} ${keptWords}`;
    const state = fault === null ? 'done' : 'failed';
    handle.end(state, message);
    tell(projectId, { state, message, words: '' });
    const code = fault === null ? 'reading.done' : noticeCode(fault);
    const warns = (last?.result?.fellBack.length ?? 0) > 0;
    const level = fault !== null ? 'problem' : warns ? 'warning' : 'info';
    notices.add({ level, code, message, projectId });
  };

  return {
    start(order) {
      const { project, generator, choice, maxCostUsdMicros, restarts = 0 } = order;
      if (running.has(project.id)) {
        return fail(
          'scenes.reading-runs',
          'A language model is reading this text already. Nothing more was sent; wait for it, or cancel it.',
        );
      }
      if (!generator.free) {
        const allowed = limits.require(project.id, maxCostUsdMicros);
        if (!allowed.ok) return allowed;
      }
      const abort = new AbortController();
      const asked = new Set<JobId>();
      const handle = board.open({
        kind: 'read',
        projectId: project.id,
        projectTitle: project.title,
        path: null,
        waitsFor: null,
        cancel: () => {
          const message = `Cancelled. ${keptWords}`;
          abort.abort();
          orders.forget(handle.id);
          orchestrator.cancelThese(asked);
          tell(project.id, { state: 'cancelled', message, words: '' });
          return message;
        },
      });
      tell(project.id, { ...noReading, state: 'running', activityId: handle.id });
      orders.keep({
        ...{ id: handle.id, kind: 'read', projectId: project.id, askedAtMs: clock.nowMs() },
        ...{ restarts, choice: { ...choice }, maxCostUsdMicros },
      });
      const work = run(order, handle, abort, asked).finally(() => {
        running.delete(project.id);
        // A studio that closes leaves it to the next one.
        if (!closing) orders.forget(handle.id);
      });
      running.set(project.id, { abort, work });
      return ok(handle.activity());
    },
    stateOf: (projectId) => states.get(projectId) ?? noReading,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closing = true;
      const open = [...running.values()];
      for (const { abort } of open) abort.abort();
      await Promise.all(open.map(({ work }) => work));
    },
  };
}

function noticeCode({ code }: Fault): string {
  return code.startsWith('provider.') || code.startsWith('money.') ? code : 'reading.failed';
}

/** What came of it: how many scenes, what it cost, what the rules did instead. */
function endWords(last: ReadingProgress | null): string {
  const { scenesRead = 0, fellBack = [] } = last?.result ?? {};
  const cost = last?.costUsdMicros ?? 0;
  const scenes = `${scenesRead} ${scenesRead === 1 ? 'scene was' : 'scenes were'} broken down by the language model`;
  const paid = cost > 0 ? `${scenes} for ${formatUsd(cost)}.` : `${scenes}.`;
  if (fellBack.length === 0) return paid;
  const parts = fellBack.length === 1 ? '1 part stays' : `${fellBack.length} parts stay`;
  return `${paid} ${parts} with the rules, because the answer could not be used there.`;
}
