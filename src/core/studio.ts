import { createRouterClient } from '@orpc/server';
import type { StudioClient } from '../contract/contract.ts';
import { type Fault, faultOf } from '../domain/kernel/result.ts';
import { createAccount } from './account/create-account.ts';
import { keepAccountToken } from './account/keep-token.ts';
import { serviceToken } from './account/service-token.ts';
import { createActivityBoard } from './activities/activity-board.ts';
import { createBrokenOffCommissions } from './activities/broken-off-commissions.ts';
import { createBrokenOffWork } from './activities/broken-off-work.ts';
import { createCommissionOrders } from './activities/commission-orders.ts';
import { createCommissionRuns } from './activities/commission-runs.ts';
import { createExportQueue } from './activities/export-queue.ts';
import { createGenerationRuns } from './activities/generation-runs.ts';
import { createReadingRuns } from './activities/reading-runs.ts';
import { createSpendingLimits } from './activities/spending-limits.ts';
import { createStandingOrders } from './activities/standing-orders.ts';
import { announceProjects } from './announcements/announce-projects.ts';
import { createAnnouncements } from './announcements/announcements.ts';
import { router } from './handlers/router.ts';
import { keepHouse } from './housekeeping/keep-house.ts';
import { createProviderKeys } from './keys/provider-keys.ts';
import { createMediaFiles } from './library/create-media-files.ts';
import { createMediaLibrary } from './library/create-media-library.ts';
import { createUploads } from './library/uploads.ts';
import { createLog, type Log } from './logs/log.ts';
import { createSecrets } from './logs/secrets.ts';
import { createKeptRemotes } from './machine-state/kept-remotes.ts';
import { createMediaChoices } from './machine-state/media-choices.ts';
import { createNoticeBoard } from './machine-state/notice-board.ts';
import { createPreferences } from './machine-state/preferences.ts';
import { createQueueHold } from './machine-state/queue-hold.ts';
import { createMonthlyCap } from './money/monthly-cap.ts';
import { settleCharges } from './money/settle-charges.ts';
import { createOrchestrator } from './orchestrator/orchestrator.ts';
import { landResult } from './pipeline/jobs-to-assets/land-result.ts';
import { createFilmExporter } from './pipeline/timeline-to-export/create-film-exporter.ts';
import { createAtOnce } from './providers/at-once.ts';
import { createModelCatalogues } from './providers/model-catalogues.ts';
import { intentsWait } from './queue/intents-wait.ts';
import { createQueueDesk } from './queue/queue-desk.ts';
import { createStandIns } from './stand-ins/stand-ins.ts';
import { bundledMigrations } from './store/migrations/bundled.ts';
import type { StudioParts, StudioPorts } from './studio-parts.ts';
import { createChosenService } from './sync/chosen-service.ts';
import { guardViewed } from './sync/guard-viewed.ts';
import { bytesPerSPreference } from './sync/media/bytes-per-s.ts';
import { createMediaSync } from './sync/media/media-sync.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import { createOpenTimelines } from './timelines/open-timelines.ts';

/** Room that must be free before a paid request is sent: more than any one result so far. */
const roomForResultBytes = 512 * 1024 * 1024;

/** After this long without a line what waits for it is asked about before it is sent. */
const confirmAfterOutMs = 2 * 60_000;

export interface Studio {
  /** The contract, callable in memory. Hosts mount {@link router} with `parts` as its context on their transport. */
  readonly client: StudioClient;
  readonly parts: StudioParts;
  /** Ends jobs, workers and providers in order, takes the closing snapshot and lets go of the data folder. */
  close(): Promise<void>;
}

/** What goes wrong in the engine beside any job: all of it into the log, each sentence once to whoever started the process. */
function reportOnce(log: Log): (fault: Fault) => void {
  const warned = new Set<string>();
  return (fault) => {
    log.write('problem', 'jobs', fault.code);
    if (!warned.has(fault.message)) process.emitWarning(fault.message, { code: fault.code });
    warned.add(fault.message);
  };
}

/** The only composition root: everything that is the studio, on the ports that a host gives. */
export function createStudio(ports: StudioPorts): Studio {
  const { clock, ids, generators, random, workers } = ports;
  const syncPlace = createChosenService({
    usual: ports.openSyncService?.((renew) => serviceToken(account, renew)) ?? null,
    open: ports.openOwnDatabase ?? null,
    keys: ports.keys,
    learn: (secret) => secrets.learn(secret),
    mirrored: () => ports.store.sync.places().length,
  });
  const sync = createSyncEngine({
    ...{ store: ports.store, rows: ports.store.sync, clock, random },
    service: syncPlace.service,
    isServiceSet: syncPlace.isSet,
    schema: bundledMigrations.length,
    spentUsdMicros: (projectId) => {
      const { chargedUsdMicros, reservedUsdMicros } = ports.store.jobs.spend(projectId);
      return chargedUsdMicros + reservedUsdMicros;
    },
    known: createKeptRemotes(ports.store.home, ports.store.readOnly),
    onChange: () => announcements.announce('sync'),
    report: (fault) => reportOnce(log)(fault),
  });
  const store = guardViewed(ports.store, (projectId) => sync.readOnlyReason(projectId));
  const library = createMediaLibrary({ store, mediaFiles: createMediaFiles(workers), clock });
  const announcements = createAnnouncements();
  const machine = { home: store.home, readOnly: store.readOnly, clock, ids };
  const preferences = createPreferences(store.home, store.readOnly);
  const atOnce = createAtOnce(preferences);
  const secrets = createSecrets();
  const log = createLog({ ...machine, secrets });
  const notices = createNoticeBoard({
    ...machine,
    onAdd: ({ level, code, projectId = null }) => log.write(level, 'notice', code, { projectId }),
  });
  const activities = createActivityBoard(machine);
  const monthlyCap = createMonthlyCap(store.home, store.readOnly);
  const limits = createSpendingLimits(
    store,
    (projectId) => orchestrator.waitForIdle(projectId),
    () => monthlyCap.usdMicros,
    (projectId) => sync.apartSince(projectId),
  );
  const orchestrator = createOrchestrator({
    store,
    clock,
    generators,
    land: (job, file) => landResult({ store, library, clock }, job, file),
    canStore: () => library.hasRoom(roomForResultBytes),
    assetPath: (id) => library.assetPath(id),
    maxCostUsdMicros: (projectId) => limits.of(projectId),
    monthlyCapUsdMicros: () => monthlyCap.usdMicros,
    atOnce: atOnce.of,
    incomingFolder: library.incomingFolder,
    random,
    hold: createQueueHold(store.home, store.readOnly),
    // A window can wait for the line; a command that somebody waits for says that it is down.
    limits: ports.host.kind === 'cli' ? {} : { waitsOffline: true, confirmAfterMs: confirmAfterOutMs },
    report: reportOnce(log),
  });
  const exporter = createFilmExporter({ store, library, workers, clock, ids });
  const orders = createStandingOrders(machine);
  const standIns = createStandIns({
    ...{ store, clock, generators, preferences, orchestrator, notices },
    report: reportOnce(log),
  });
  const generationRuns = createGenerationRuns({
    store,
    clock,
    library,
    orchestrator,
    limits,
    board: activities,
    notices,
    orders,
    standIns,
  });
  const readingRuns = createReadingRuns({
    ...{ store, library, clock, orchestrator, limits, notices, orders },
    board: activities,
  });
  const exportQueue = createExportQueue({
    exporter,
    exportsFolder: ports.host.exportsFolder,
    clock,
    board: activities,
    notices,
    orders,
  });
  const catalogues = createModelCatalogues({
    ...{ ...machine, generators },
    // Windows read the providers anew, and their models with them.
    onChange: () => announcements.announce('keys'),
  });
  const brokenOffWork = createBrokenOffWork({
    catalogues,
    store,
    generators,
    orchestrator,
    generationRuns,
    readingRuns,
    exportQueue,
    library,
    notices,
    orders,
  });
  const timelines = createOpenTimelines(store);
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
  activities.onChange(() => announcements.announce('activities'));
  notices.onChange(() => announcements.announce('notices'));
  orchestrator.onBack((provider) => notices.add(intentsWait(store, provider)));
  const queueDesk = createQueueDesk({ store, clock, orchestrator, announcements });
  const stopNews = announceProjects(store, clock, announcements);
  for (const { provider } of generators) {
    void ports.keys.get(provider).then((key) => key !== null && secrets.learn(key));
  }
  const account = createAccount({
    ...machine,
    ports: ports.accountPorts ?? null,
    tokens: keepAccountToken(ports.keys, secrets),
    // A single command asks nobody by itself.
    asksAtStart: ports.host.kind !== 'cli',
  });
  const serviceAccount = ports.openServiceAccount?.((renew) => serviceToken(account, renew)) ?? null;
  const filmSharing = ports.openFilmSharing?.((renew) => serviceToken(account, renew)) ?? null;
  const mediaSync = createMediaSync({
    ...{ store, library, clock, random },
    media: ports.openMediaStore?.((renew) => serviceToken(account, renew)) ?? null,
    mirrored: () => sync.projects(),
    choices: createMediaChoices(store.home, store.readOnly),
    bytesPerS: () => bytesPerSPreference(preferences.all()),
    onChange: () => announcements.announce('sync'),
    report: reportOnce(log),
  });
  account.onChange(() => {
    sync.accountChanged();
    mediaSync.lookNow();
  });
  const house = keepHouse({ store, clock, notices, log });
  log.write('info', 'studio', 'opened', { version: ports.host.version, host: ports.host.kind });
  const parts: StudioParts = {
    ...ports,
    library,
    uploads: createUploads({
      folder: library.incomingFolder,
      hasRoom: library.hasRoom,
      readOnly: store.readOnly,
    }),
    access: 'any',
    ...{ store, account, serviceAccount, filmSharing, sync, syncPlace, mediaSync },
    orchestrator,
    limits,
    monthlyCap,
    announcements,
    queueDesk,
    log,
    secrets,
    house,
    providerKeys: createProviderKeys({
      keys: ports.keys,
      generators,
      secrets,
      onChange: () => {
        standIns.tryAgain();
        announcements.announce('keys');
      },
    }),
    preferences,
    atOnce,
    notices,
    activities,
    generationRuns,
    standIns,
    catalogues,
    readingRuns,
    exportQueue,
    orders,
    brokenOffWork,
    commissionRuns,
    brokenOffCommissions,
    exporter,
    timelines,
  };
  let stopSettling = (): Promise<void> => Promise.resolve();
  if (!store.readOnly) {
    brokenOffWork.hold();
    brokenOffCommissions.hold();
    stopSettling = settleCharges({
      store,
      clock,
      generators,
      onJob: orchestrator.onJob,
      report: reportOnce(log),
    });
    orchestrator.start();
    // A single command asks for an exchange by name.
    if (ports.host.kind !== 'cli') {
      void syncPlace.start().then(() => sync.start());
      mediaSync.start();
    }
    // A single command has nobody to see it and ends before it would: the next studio with a window takes it up.
    if (ports.host.kind !== 'cli')
      void brokenOffWork
        .takeUp()
        .then(() => brokenOffCommissions.takeUp())
        .catch((thrown) => reportOnce(log)(faultOf(thrown)));
  }
  let closing: Promise<void> | null = null;
  /** In this order, and each whatever became of those before: the data folder must be let go in any case. */
  const closeAll = async (): Promise<void> => {
    try {
      stopNews();
      queueDesk.close();
      house.stop();
      account.close();
      await mediaSync.close();
      await sync.close();
      await syncPlace.close();
      await Promise.all([
        ...[standIns.close(), exportQueue.close(), generationRuns.close(), readingRuns.close()],
        commissionRuns.close(),
      ]);
      orders.close();
      activities.close();
      await stopSettling();
      await orchestrator.close();
      await Promise.all(generators.map((generator) => generator.close()));
    } finally {
      try {
        await workers.close();
      } finally {
        log.write('info', 'studio', 'closed');
        store.close();
      }
    }
  };
  return {
    client: createRouterClient(router, { context: parts }),
    parts,
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
