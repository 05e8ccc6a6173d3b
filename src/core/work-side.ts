import { createBrokenOffCommissions } from './activities/broken-off-commissions.ts';
import { createBrokenOffWork } from './activities/broken-off-work.ts';
import { createCommissionOrders } from './activities/commission-orders.ts';
import { createCommissionRuns } from './activities/commission-runs.ts';
import { createExportQueue } from './activities/export-queue.ts';
import { createGenerationRuns } from './activities/generation-runs.ts';
import { createPublishQueue } from './activities/publish-queue.ts';
import { createReadingRuns } from './activities/reading-runs.ts';
import { createStandingOrders } from './activities/standing-orders.ts';
import { createStandIns } from './stand-ins/stand-ins.ts';
import type { StudioParts, StudioPorts } from './studio-parts.ts';

/** What the work is done with: parts of the studio that it does not own. */
export interface WorkSideParts
  extends Pick<
      StudioParts,
      | 'library'
      | 'orchestrator'
      | 'limits'
      | 'notices'
      | 'activities'
      | 'catalogues'
      | 'timelines'
      | 'exporter'
    >,
    Pick<StudioPorts, 'store' | 'clock' | 'ids' | 'random' | 'generators' | 'workers'> {
  readonly preferences: StudioParts['preferences'];
  readonly machine: Parameters<typeof createStandingOrders>[0];
  readonly report: Parameters<typeof createStandIns>[0]['report'];
  /** Where finished films go. */
  readonly exportsFolder: Parameters<typeof createExportQueue>[0]['exportsFolder'];
  readonly sharing: Parameters<typeof createPublishQueue>[0]['sharing'];
}

/** Everything that takes longer than a call: what is generated, read, exported, published, and what is left of it when the studio ends. */
export interface WorkSide
  extends Pick<
    StudioParts,
    | 'orders'
    | 'standIns'
    | 'generationRuns'
    | 'readingRuns'
    | 'exportQueue'
    | 'publishQueue'
    | 'commissionRuns'
    | 'brokenOffWork'
    | 'brokenOffCommissions'
  > {
  /** Stops what runs, which the next studio takes up. */
  close(): Promise<void>;
}

export function createWorkSide(parts: WorkSideParts): WorkSide {
  const { store, library, clock, ids, random, machine, generators, workers, preferences, report } = parts;
  const { orchestrator, limits, notices, activities, catalogues, timelines, exporter } = parts;
  const orders = createStandingOrders(machine);
  const standIns = createStandIns({
    ...{ store, clock, generators, preferences, orchestrator, notices },
    report,
  });
  const generationRuns = createGenerationRuns({
    ...{ store, library, clock, orchestrator, limits, notices, orders, standIns },
    board: activities,
  });
  const readingRuns = createReadingRuns({
    ...{ store, library, clock, orchestrator, limits, notices, orders },
    board: activities,
  });
  const exportQueue = createExportQueue({
    exporter,
    exportsFolder: parts.exportsFolder,
    clock,
    board: activities,
    notices,
    orders,
  });
  const publishQueue = createPublishQueue({
    ...{ store, library, workers, ids, exporter, clock, random, notices, orders },
    sharing: parts.sharing,
    board: activities,
  });
  const brokenOffWork = createBrokenOffWork({
    catalogues,
    store,
    generators,
    orchestrator,
    generationRuns,
    readingRuns,
    exportQueue,
    publishQueue,
    library,
    notices,
    orders,
  });
  const commissionParts = {
    store,
    library,
    clock,
    generators,
    preferences,
    timelines,
    orchestrator,
    notices,
  };
  const commissionOrders = createCommissionOrders(machine);
  const commissionRuns = createCommissionRuns({
    ...commissionParts,
    limits,
    board: activities,
    orders: commissionOrders,
  });
  const brokenOffCommissions = createBrokenOffCommissions({
    ...commissionParts,
    commissionRuns,
    orders: commissionOrders,
  });
  return {
    ...{ orders, standIns, generationRuns, readingRuns, exportQueue, publishQueue },
    ...{ commissionRuns, brokenOffWork, brokenOffCommissions },
    async close() {
      const all = [standIns, exportQueue, publishQueue, generationRuns, readingRuns, commissionRuns];
      await Promise.all(all.map((one) => one.close()));
      orders.close();
    },
  };
}
