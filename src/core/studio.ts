import { createRouterClient } from '@orpc/server';
import type { StudioClient } from '../contract/contract.ts';
import { faultOf } from '../domain/kernel/result.ts';
import { createActivityBoard } from './activities/activity-board.ts';
import { createFetchRuns } from './activities/fetch-runs.ts';
import { createSpendingLimits } from './activities/spending-limits.ts';
import { announceProjects } from './announcements/announce-projects.ts';
import { createAnnouncements } from './announcements/announcements.ts';
import { router } from './handlers/router.ts';
import { keepHouse } from './housekeeping/keep-house.ts';
import { createProviderKeys } from './keys/provider-keys.ts';
import { createMediaFiles } from './library/create-media-files.ts';
import { createMediaLibrary } from './library/create-media-library.ts';
import { createUploads } from './library/uploads.ts';
import { createLog } from './logs/log.ts';
import { reportOnce } from './logs/report-once.ts';
import { createSecrets } from './logs/secrets.ts';
import { createMediaChoices } from './machine-state/media-choices.ts';
import { createNoticeBoard } from './machine-state/notice-board.ts';
import { createPreferences } from './machine-state/preferences.ts';
import { createQueueHold } from './machine-state/queue-hold.ts';
import { refusedProject } from './machine-state/refused-project.ts';
import { createBudgetShares } from './money/budget-shares.ts';
import { createMonthlyCap } from './money/monthly-cap.ts';
import { settleCharges } from './money/settle-charges.ts';
import { createOrchestrator } from './orchestrator/orchestrator.ts';
import { landResult } from './pipeline/jobs-to-assets/land-result.ts';
import { createFilmExporter } from './pipeline/timeline-to-export/create-film-exporter.ts';
import { createAtOnce } from './providers/at-once.ts';
import { createModelCatalogues } from './providers/model-catalogues.ts';
import { intentsWait } from './queue/intents-wait.ts';
import { createQueueDesk } from './queue/queue-desk.ts';
import { createServiceSide } from './service-side.ts';
import { createAwaitedTakes } from './shares/awaited-takes.ts';
import { newComments } from './shares/new-comments.ts';
import type { StudioParts, StudioPorts } from './studio-parts.ts';
import { deviceNameOf } from './sync/device-name.ts';
import { guardViewed } from './sync/guard-viewed.ts';
import { bytesPerSPreference } from './sync/media/bytes-per-s.ts';
import { createMediaSync } from './sync/media/media-sync.ts';
import { createOthersHeard } from './sync/others-heard.ts';
import { createOpenTimelines } from './timelines/open-timelines.ts';
import { createWorkSide } from './work-side.ts';

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

/** The only composition root: everything that is the studio, on the ports that a host gives. */
export function createStudio(ports: StudioPorts): Studio {
  const { clock, ids, generators, random, workers } = ports;
  const machine = { home: ports.store.home, readOnly: ports.store.readOnly, clock, ids };
  const announcements = createAnnouncements();
  const secrets = createSecrets();
  const log = createLog({ ...machine, secrets });
  const report = reportOnce(log);
  const { mediaStore, ...service } = createServiceSide(ports, {
    ...{ secrets, announcements, report },
    onSaid: (title, projectId, names) => notices.add(newComments(title, projectId, names)),
    deviceName: () => deviceNameOf(preferences.all()),
    onRefused: (title, projectId, reason) => notices.add(refusedProject(title, projectId, reason)),
  });
  const { account, sync, syncPlace } = service;
  const store = guardViewed(ports.store, (projectId) => sync.readOnlyReason(projectId));
  const library = createMediaLibrary({
    ...{ store, mediaFiles: createMediaFiles(workers), clock },
    isElsewhere: (id) => mediaSync.isElsewhere(id),
  });
  const preferences = createPreferences(store.home, store.readOnly);
  const atOnce = createAtOnce(preferences);
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
  );
  const budgetShares = createBudgetShares({ store, sync, clock, report });
  const orchestrator = createOrchestrator({
    store,
    clock,
    generators,
    land: (job, file) => landResult({ store, library, clock }, job, file),
    canStore: () => library.hasRoom(roomForResultBytes),
    assetPath: (id) => library.assetPath(id),
    isKept: (id) => library.isKept(id),
    maxCostUsdMicros: (projectId) => limits.of(projectId),
    monthlyCapUsdMicros: () => monthlyCap.usdMicros,
    budgetShares,
    // A single command hears of nobody.
    ...(ports.host.kind === 'cli' ? {} : { othersHeard: createOthersHeard(sync, clock) }),
    atOnce: atOnce.of,
    incomingFolder: library.incomingFolder,
    random,
    hold: createQueueHold(store.home, store.readOnly),
    // A window can wait for the line; a command that somebody waits for says that it is down.
    limits: ports.host.kind === 'cli' ? {} : { waitsOffline: true, confirmAfterMs: confirmAfterOutMs },
    report,
  });
  const exporter = createFilmExporter({ store, library, workers, clock, ids });
  const catalogues = createModelCatalogues({
    ...{ ...machine, generators },
    // Windows read the providers anew, and their models with them.
    onChange: () => announcements.announce('keys'),
  });
  const timelines = createOpenTimelines(store);
  const { close: closeWork, ...work } = createWorkSide({
    ...{ store, library, clock, ids, random, machine, generators, workers, preferences, report },
    ...{ orchestrator, limits, notices, activities, catalogues, timelines, exporter },
    exportsFolder: ports.host.exportsFolder,
    sharing: () => (syncPlace.isOwn() ? null : service.filmSharing),
  });
  activities.onChange(() => announcements.announce('activities'));
  notices.onChange(() => announcements.announce('notices'));
  orchestrator.onBack((provider) => notices.add(intentsWait(store, provider)));
  const queueDesk = createQueueDesk({ store, clock, orchestrator, announcements });
  const stopNews = announceProjects(store, clock, announcements);
  for (const { provider } of generators) {
    void ports.keys.get(provider).then((key) => key !== null && secrets.learn(key));
  }
  const mediaSync = createMediaSync({
    ...{ store, library, clock, random },
    media: mediaStore,
    hasStorage: () => !syncPlace.isOwn(),
    mirrored: () => sync.projects(),
    choices: createMediaChoices(store.home, store.readOnly),
    bytesPerS: () => bytesPerSPreference(preferences.all()),
    isBusy: () => activities.list().some(({ kind, state }) => kind !== 'fetch' && state === 'running'),
    onChange: () => announcements.announce('sync'),
    report,
  });
  const fetchRuns = createFetchRuns({ board: activities, clock, mediaSync });
  account.onChange(() => {
    sync.accountChanged();
    service.comments.tryNow();
    mediaSync.lookNow();
  });
  const awaitedTakes = createAwaitedTakes(store, service.comments);
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
    ...{ store, ...service, ...work, mediaSync, fetchRuns, awaitedTakes },
    orchestrator,
    limits,
    budgetShares,
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
        work.standIns.tryAgain();
        announcements.announce('keys');
      },
    }),
    preferences,
    atOnce,
    notices,
    activities,
    catalogues,
    exporter,
    timelines,
  };
  let stopSettling = (): Promise<void> => Promise.resolve();
  if (!store.readOnly) {
    work.brokenOffWork.hold();
    work.brokenOffCommissions.hold();
    stopSettling = settleCharges({
      store,
      clock,
      generators,
      onJob: orchestrator.onJob,
      report,
    });
    orchestrator.start();
    // A single command asks for an exchange by name.
    if (ports.host.kind !== 'cli') {
      void syncPlace
        .start()
        .catch((thrown) => report(faultOf(thrown)))
        .then(() => sync.start());
      mediaSync.start();
    }
    // A single command has nobody to see it and ends before it would: the next studio with a window takes it up.
    if (ports.host.kind !== 'cli')
      void work.brokenOffWork
        .takeUp()
        .then(() => work.brokenOffCommissions.takeUp())
        .catch((thrown) => report(faultOf(thrown)));
  }
  let closing: Promise<void> | null = null;
  /** In this order, and each whatever became of those before: the data folder must be let go in any case. */
  const closeAll = async (): Promise<void> => {
    try {
      stopNews();
      awaitedTakes.close();
      queueDesk.close();
      house.stop();
      account.close();
      await fetchRuns.close();
      await mediaSync.close();
      await budgetShares.close();
      await sync.close();
      await service.comments.close();
      await syncPlace.close();
      await closeWork();
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
