import type { Account, AccountPorts } from './account/account.ts';
import type { KeyChanges } from './account/key-changes.ts';
import type { ActivityBoard } from './activities/activity-board.ts';
import type { BrokenOffCommissions } from './activities/broken-off-commissions.ts';
import type { BrokenOffWork } from './activities/broken-off-work.ts';
import type { CommissionRuns } from './activities/commission-runs.ts';
import type { ExportQueue } from './activities/export-queue.ts';
import type { FetchRuns } from './activities/fetch-runs.ts';
import type { GenerationRuns } from './activities/generation-runs.ts';
import type { PublishQueue } from './activities/publish-queue.ts';
import type { ReadingRuns } from './activities/reading-runs.ts';
import type { SpendingLimits } from './activities/spending-limits.ts';
import type { StandingOrders } from './activities/standing-orders.ts';
import type { Announcements } from './announcements/announcements.ts';
import type { Housekeeping } from './housekeeping/keep-house.ts';
import type { ProviderKeys } from './keys/provider-keys.ts';
import type { MediaLibrary } from './library/media-library.ts';
import type { Uploads } from './library/uploads.ts';
import type { Log } from './logs/log.ts';
import type { Secrets } from './logs/secrets.ts';
import type { NoticeBoard } from './machine-state/notice-board.ts';
import type { Preferences } from './machine-state/preferences.ts';
import type { BudgetShares } from './money/budget-shares.ts';
import type { MonthlyCap } from './money/monthly-cap.ts';
import type { Orchestrator } from './orchestrator/orchestrator.ts';
import type { FilmExporter } from './pipeline/timeline-to-export/create-film-exporter.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentReader } from './ports/document-reader.ts';
import type { FilmSharing } from './ports/film-sharing.ts';
import type { Generator } from './ports/generator.ts';
import type { IdSource } from './ports/id-source.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { MediaStore } from './ports/media-store.ts';
import type { ServiceAccount } from './ports/service-account.ts';
import type { OwnDatabase, SyncService, TokenSource } from './ports/sync-service.ts';
import type { WorkerHost } from './ports/worker-host.ts';
import type { AtOnce } from './providers/at-once.ts';
import type { ModelCatalogues } from './providers/model-catalogues.ts';
import type { QueueDesk } from './queue/queue-desk.ts';
import type { AwaitedTakes } from './shares/awaited-takes.ts';
import type { CommentDesk } from './shares/comment-desk.ts';
import type { StandIns } from './stand-ins/stand-ins.ts';
import type { Store } from './store/store.ts';
import type { ChosenService } from './sync/chosen-service.ts';
import type { MediaSync } from './sync/media/media-sync.ts';
import type { SyncEngine } from './sync/sync-engine.ts';
import type { OpenTimelines } from './timelines/open-timelines.ts';

/** What the host is, as far as the studio tells its windows. */
export interface HostFacts {
  readonly kind: 'electron' | 'server' | 'cli';
  readonly version: string;
  /** Where films go when no path is named. Made when the first one is written. */
  readonly exportsFolder: string;
}

/** What the outside world gives the studio. Hosts make these; tests make others. */
export interface StudioPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: () => number;
  readonly workers: WorkerHost;
  readonly generators: readonly Generator[];
  readonly readers: readonly DocumentReader[];
  /** Named looks, the default first. */
  readonly styles: readonly [string, ...string[]];
  /** The story that comes with the studio; null where the host has none. */
  readonly sampleStoryPath: string | null;
  readonly host: HostFacts;
  /** Where the providers' keys are. The generators look there themselves. */
  readonly keys: KeyStore;
  /** Where people sign in; none where this build knows of no service for it. */
  readonly accountPorts?: AccountPorts | null;
  /** The way to the sync service; absent or null where none is set. */
  readonly openSyncService?: ((token: TokenSource) => SyncService) | null;
  /** Where files of mirrored projects are kept; absent or null where nowhere. */
  readonly openMediaStore?: ((token: TokenSource) => MediaStore) | null;
  /** Opens a database of the person's own by its connection string. */
  readonly openOwnDatabase?: (url: string) => OwnDatabase;
  /** What the same service knows of the account. */
  readonly openServiceAccount?: ((token: TokenSource) => ServiceAccount) | null;
  /** Links and comments at the same service. */
  readonly openFilmSharing?: ((token: TokenSource) => FilmSharing) | null;
}

/** `uploads` is for callers who may be on another computer, or in a browser: no call of theirs names a path. */
export type FileAccess = 'any' | 'uploads';

/** What the handlers work with. */
export interface StudioParts extends StudioPorts {
  readonly library: MediaLibrary;
  /** Files on their way in from where no path can be named. */
  readonly uploads: Uploads;
  /** What a caller may name: any file of this computer, or only what it uploaded. A host sets it for each connection. */
  readonly access: FileAccess;
  readonly orchestrator: Orchestrator;
  readonly timelines: OpenTimelines;
  readonly exporter: FilmExporter;
  readonly limits: SpendingLimits;
  readonly budgetShares: BudgetShares;
  readonly monthlyCap: MonthlyCap;
  readonly announcements: Announcements;
  readonly queueDesk: QueueDesk;
  readonly providerKeys: ProviderKeys;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly house: Housekeeping;
  readonly preferences: Preferences;
  readonly atOnce: AtOnce;
  readonly notices: NoticeBoard;
  readonly account: Account;
  readonly serviceAccount: ServiceAccount | null;
  readonly keyChanges: KeyChanges;
  readonly filmSharing: FilmSharing | null;
  readonly comments: CommentDesk;
  readonly awaitedTakes: AwaitedTakes;
  readonly sync: SyncEngine;
  readonly mediaSync: MediaSync;
  readonly fetchRuns: FetchRuns;
  readonly syncPlace: ChosenService;
  readonly activities: ActivityBoard;
  readonly generationRuns: GenerationRuns;
  readonly standIns: StandIns;
  readonly catalogues: ModelCatalogues;
  readonly readingRuns: ReadingRuns;
  readonly exportQueue: ExportQueue;
  readonly publishQueue: PublishQueue;
  readonly orders: StandingOrders;
  readonly brokenOffWork: BrokenOffWork;
  readonly commissionRuns: CommissionRuns;
  readonly brokenOffCommissions: BrokenOffCommissions;
}
