import type { Activity } from '../../contract/activities.ts';
import { type Fault, fail, type Result } from '../../domain/kernel/result.ts';
import type { MediaLibrary } from '../library/media-library.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import { isFree } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { Generator } from '../ports/generator.ts';
import { findMakers } from '../providers/find-makers.ts';
import { knowModels } from '../providers/know-models.ts';
import type { ModelCatalogues } from '../providers/model-catalogues.ts';
import type { QueuedFilter, Store } from '../store/store.ts';
import { brokenOffExport, brokenOffPublishing, brokenOffReading, brokenOffRun } from './broken-off-words.ts';
import type { ExportQueue } from './export-queue.ts';
import type { GenerationRuns } from './generation-runs.ts';
import type { PublishQueue } from './publish-queue.ts';
import type { ReadingRuns } from './reading-runs.ts';
import type { StandingOrder, StandingOrders } from './standing-orders.ts';

export interface BrokenOffWorkParts {
  readonly store: Store;
  readonly generators: readonly Generator[];
  readonly orchestrator: Orchestrator;
  readonly generationRuns: GenerationRuns;
  readonly readingRuns: ReadingRuns;
  readonly exportQueue: ExportQueue;
  readonly publishQueue: PublishQueue;
  readonly library: Pick<MediaLibrary, 'assetPath'>;
  readonly notices: Pick<NoticeBoard, 'add' | 'answer' | 'list'>;
  readonly orders: StandingOrders;
  readonly catalogues: Pick<ModelCatalogues, 'know'>;
}

/** Work that the studio before this one was asked for and did not come to the end of. */
export interface BrokenOffWork {
  /**
   * Keeps what costs money from going on unasked: requests that were not sent are taken back. Before the engine starts,
   * in whatever host.
   */
  hold(): void;
  /** Begins again what is free; what costs money, or has failed to end twice, is said and waits for a person. */
  takeUp(): Promise<void>;
  /** A person's consent to go on. `activity.not-found` where it was given, or the work taken back, before. */
  goOn(activityId: string): Promise<Result<Activity>>;
}

/** Work that ends the studio again and again must not keep it from running. */
const mostRestarts = 2;

export function createBrokenOffWork(parts: BrokenOffWorkParts): BrokenOffWork {
  const { store, generators, orchestrator, notices, orders } = parts;
  const left = new Map(orders.list().map((order) => [order.id, order]));
  const isFreeRun = ({ choice }: Extract<StandingOrder, { kind: 'generate' }>): boolean => {
    const makers = findMakers(generators, choice);
    return makers.ok && isFree(makers.value, choice);
  };
  const readerOf = ({ choice }: Extract<StandingOrder, { kind: 'read' }>): Generator | undefined =>
    generators.find(({ provider }) => provider === choice.provider);
  const needsNobody = (order: StandingOrder): boolean => {
    switch (order.kind) {
      case 'export':
      case 'publish':
        return true;
      case 'read':
        return readerOf(order)?.free === true;
      case 'generate':
        return isFreeRun(order);
    }
  };
  const drop = (id: string): void => {
    left.delete(id);
    orders.forget(id);
  };

  const begin = async (order: StandingOrder, restarts: number): Promise<Result<Activity>> => {
    const project = store.row('project', order.projectId);
    if (project === null) return fail('project.not-found', 'The project is not there any more.');
    if (order.kind === 'export') {
      const { path, preset, captions } = order;
      const destination = { to: 'path', path } as const;
      return parts.exportQueue.add({ project, destination, preset, captions, restarts });
    }
    if (order.kind === 'publish') {
      const { preset, captions, shortSidePx } = order;
      return parts.publishQueue.add({ project, preset, captions, shortSidePx, restarts });
    }
    const gone = fail('provider.unknown', `There is no provider "${order.choice.provider}" here any more.`);
    if (order.kind === 'read') {
      const generator = readerOf(order);
      const { choice, maxCostUsdMicros } = order;
      return generator === undefined
        ? gone
        : parts.readingRuns.start({ project, generator, choice, maxCostUsdMicros, restarts });
    }
    const makers = findMakers(generators, order.choice);
    if (!makers.ok) return gone;
    await knowModels(parts.catalogues, makers.value, order.choice);
    // What was asked for once more is under way or made; another round of it is not what anybody wants.
    const choice = { ...order.choice, again: false };
    const { maxCostUsdMicros } = order;
    return parts.generationRuns.start({
      ...{ project, makers: makers.value, choice, maxCostUsdMicros, restarts },
    });
  };
  const wordsOf = (order: StandingOrder): string | null | Promise<string | null> => {
    switch (order.kind) {
      case 'export':
        return brokenOffExport(order.path);
      case 'publish':
        return brokenOffPublishing;
      case 'read':
        return brokenOffReading(parts, order);
      case 'generate':
        return brokenOffRun(parts, order);
    }
  };
  const goOnBy = async (order: StandingOrder): Promise<void> => {
    const begun = await begin(order, order.restarts + 1);
    if (!begun.ok) sayFailed(order, begun.fault);
  };
  const ask = async (order: StandingOrder): Promise<void> => {
    // Asked at an earlier start and not answered: the question is in the list of notices.
    if (notices.list().some(({ activityId }) => activityId === order.id)) return;
    const words = await wordsOf(order);
    if (words === null) {
      // Nothing is missing: requests at the provider were all there was to it. What a model answered is taken over.
      drop(order.id);
      if (order.kind === 'read') await goOnBy(order);
      return;
    }
    notices.add({
      level: 'warning',
      code: `${order.kind}.broken-off`,
      message: words,
      projectId: order.projectId,
      activityId: order.id,
    });
  };
  const takeBack = (which: QueuedFilter): void =>
    void orchestrator.cancelThese(store.jobs.queued(which).map(({ id }) => id));
  const sayFailed = ({ kind, projectId }: StandingOrder, { message }: Fault): void =>
    notices.add({
      level: 'warning',
      code: `${kind}.failed`,
      message: `Work that the end of the studio broke off could not go on. ${message}`,
      projectId,
    });

  return {
    hold() {
      for (const order of left.values()) {
        if (order.kind !== 'generate' || isFreeRun(order)) continue;
        // Of whoever was to make them: a run may ask two, and others in their place.
        for (const { provider, free } of generators) {
          if (!free) takeBack({ projectId: order.projectId, provider });
        }
      }
      // A reading is begun again by a person, and asks for what is missing then.
      for (const { provider, free, defaultModels } of generators) {
        if (free || defaultModels.reading === undefined) continue;
        takeBack({ provider, kind: 'reading' });
      }
    },
    async takeUp() {
      for (const order of left.values()) {
        const project = store.row('project', order.projectId);
        if (project === null || project.trashedAtMs !== null) drop(order.id);
        else if (order.restarts >= mostRestarts || !needsNobody(order)) await ask(order);
        else {
          drop(order.id);
          await goOnBy(order);
        }
      }
    },
    async goOn(activityId) {
      const order = left.get(activityId);
      if (order === undefined) {
        return fail(
          'activity.not-found',
          'This was begun again, or taken back, before. Nothing more was sent.',
        );
      }
      left.delete(activityId);
      const begun = await begin(order, 0);
      if (begun.ok) {
        orders.forget(activityId);
        notices.answer(activityId);
      } else left.set(activityId, order);
      return begun;
    },
  };
}
