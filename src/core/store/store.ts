import type { EntityOf } from '../../domain/entities.ts';
import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { AssetId, JobId, ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName, RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { ChargeRows } from './charges.ts';
import type { CommentRows } from './comments/comment-rows.ts';
import type { QueueRows } from './queue-rows.ts';
import type { SearchFound } from './search/create-search.ts';
import type { SyncedRows } from './synced-rows.ts';

export interface CommitOptions {
  /** Whose history it joins; null for what belongs to no project (an asset alone). */
  readonly projectId: ProjectId | null;
  /** What a person did, for history and the undo menu: "Split clip", "Import text". */
  readonly label: string;
  /** False for what is not a person's edit: jobs, takes, export records. */
  readonly undoable: boolean;
}

export interface CommitReceipt {
  readonly stamp: Hlc;
  /** Row id in the history; null where the commit was not undoable. */
  readonly historyId: number | null;
}

/** A field or record that undo or redo left alone, because somebody changed it since. */
export interface SkippedChange {
  readonly entity: EntityName;
  readonly id: string;
  /** null for a whole record. */
  readonly field: string | null;
}

export interface UndoReceipt {
  readonly label: string;
  /** What was really written; empty when everything was skipped. */
  readonly patch: RecordsPatch;
  readonly skipped: readonly SkippedChange[];
}

/** Something to tell the person that happened while the store was opened, or later without anybody asking for it. */
export interface StoreNotice {
  readonly code:
    | 'store.migrated'
    | 'store.restored-from-snapshot'
    | 'store.salvaged'
    | 'store.started-empty'
    | 'store.edits-lost'
    | 'store.snapshot-failed'
    | 'store.copied';
  readonly message: string;
}

/**
 * The one SQLite database of a data folder. Everything is synchronous and durable when it returns (WAL,
 * synchronous=FULL). Rows are checked against the entity's schema on the way in.
 */
export interface Store {
  readonly home: string;
  readonly readOnly: boolean;
  readonly deviceId: string;
  readonly notices: readonly StoreNotice[];
  /** Writes rows, field clocks, history and outbox in one transaction, then announces the patch. */
  commit(patch: RecordsPatch, options: CommitOptions): Result<CommitReceipt>;
  /** Takes back this device's newest edit of the project that is not undone. `store.nothing-to-undo` when there is none. */
  undo(projectId: ProjectId): Result<UndoReceipt>;
  redo(projectId: ProjectId): Result<UndoReceipt>;
  /** What undo and redo would take next, for a menu; null where there is nothing. */
  undoLabels(projectId: ProjectId): { readonly undo: string | null; readonly redo: string | null };
  /** A row as it is read: as stored, but for what a merge left that does not fit together (docs/sync.md, Repairs). */
  /** How many edits of this device that still stand were made after `sinceMs`, by the corrected clock. */
  editsSince(projectId: ProjectId, sinceMs: number): number;
  row<E extends EntityName>(entity: E, id: string): EntityOf<E> | null;
  /**
   * All rows of a kind in a project, by `order` (then id) where the kind has one, else by creation, then id: the same on every device. An asset
   * counts where the project's text, takes, jobs or timeline point at it. As they are read, like {@link row}.
   */
  rows<E extends EntityName>(entity: E, projectId: ProjectId): EntityOf<E>[];
  /** The same as they are stored, for copies that follow the patches and mend for themselves. */
  storedRows<E extends EntityName>(entity: E, projectId: ProjectId): EntityOf<E>[];
  projects(): EntityOf<'project'>[];
  /** Words in titles, scripts, scenes and shots of all projects that are not in the trash. Any question is safe. */
  search(question: string, limit: number): SearchFound[];
  /** Forgets the edits of a project that is deleted: their patches hold its text. Inside {@link transaction}, it joins it. */
  forgetHistory(projectId: ProjectId): void;
  /** Counts of a project's rows, without reading them. */
  overview(projectId: ProjectId): ProjectOverview;
  /** The same of all projects at once. */
  overviews(): ReadonlyMap<ProjectId, ProjectOverview>;
  /** The whole library, oldest first, whether a project uses it or not. */
  assets(): EntityOf<'asset'>[];
  /** What is looked at in a file's place where that is not here; oldest first. */
  proxiesOf(id: AssetId): EntityOf<'asset'>[];
  readonly jobs: JobRows;
  readonly charges: ChargeRows;
  readonly queue: QueueRows;
  readonly sync: SyncedRows;
  readonly comments: CommentRows;
  /** Runs `work` in one durable transaction; commits inside it join it. A throw rolls everything back. */
  transaction<T>(work: () => T): T;
  /** Called after each durable commit with what changed. Returns the way to stop. */
  onCommit(listener: (patch: RecordsPatch, options: CommitOptions) => void): () => void;
  /** A consistent copy of the database in `<home>/snapshots`; returns its path. Old ones are thinned out. */
  snapshot(): Result<string>;
  /** Snapshot if anything was written since the last, then close. Safe to call twice. */
  close(): void;
}

export interface ProjectOverview {
  readonly scenes: number;
  readonly shots: number;
  readonly jobs: ReadonlyMap<JobState, number>;
  /** The film's first picture; null while no shot has one. */
  readonly posterAssetId: AssetId | null;
  /** As in {@link Spend}. */
  readonly chargedUsdMicros: number;
  /** When the newest edit of the project was made, wherever it was made; null before the first. */
  readonly changedAtMs: number | null;
}

export interface Spend {
  /** Estimates of jobs in a reserving state (domain/jobs/transitions.ts): begun, and not settled. Not of queued ones. */
  readonly reservedUsdMicros: number;
  /** Charges of jobs that have ended; where the provider did not say, the estimate. */
  readonly chargedUsdMicros: number;
}

export interface DeviceSpend extends Spend {
  /** Estimates of jobs that wait for their turn. */
  readonly queuedUsdMicros: number;
}

/** What the engine keeps in memory of a job that waits for its turn. */
export type QueuedJob = Pick<Job, 'id' | 'projectId' | 'provider' | 'createdAtMs' | 'notBeforeMs'>;

export interface QueuedFilter {
  readonly projectId?: ProjectId;
  readonly provider?: string;
  readonly batchId?: string;
  readonly kind?: GenerationKind;
}

/**
 * The job engine's view of the store. Same write path as everything else, but guarded by state. Jobs that another device asked for
 * are in none of the lists that are worked on, and `transition` moves them only to bring in a result (domain/jobs/made-elsewhere.ts).
 */
export interface JobRows {
  /**
   * `UPDATE … WHERE id = ? AND state IN (from)` with clock and outbox, in one transaction. The job as it is now, or
   * null when it was in none of `from` (somebody else moved it) or does not exist.
   */
  transition(id: JobId, from: readonly JobState[], next: Partial<Omit<Job, 'id' | 'projectId'>>): Job | null;
  /** Jobs in one of `states` whose `notBeforeMs` has passed, oldest first, at most `limit`; `provider` null for all. */
  due(states: readonly JobState[], provider: string | null, nowMs: number, limit: number): Job[];
  /** Earliest `notBeforeMs` among the jobs in `states` that is still to come; null when there is none. */
  nextDueMs(states: readonly JobState[], nowMs: number): number | null;
  count(states: readonly JobState[], provider: string | null): number;
  /** The queued jobs that fit, oldest first, without what they ask for: there may be ten thousand of them. */
  queued(filter?: QueuedFilter): QueuedJob[];
  /** Failed jobs with a request at a provider and one of these faults, oldest first. */
  failedWith(faultCodes: readonly string[]): Job[];
  /** Jobs of other devices that are at a provider since before this time, oldest first: their own device may not be able to collect them. */
  leftElsewhere(sentBeforeMs: number): Job[];
  /** Paid jobs of a project that other devices are at, oldest first: see `statesUnderWay`. */
  underWayElsewhere(projectId: ProjectId): Job[];
  /** Every job with this digest for this shot, newest first: how a second run finds what exists. */
  byDigest(projectId: ProjectId, requestDigest: string): Job[];
  spend(projectId: ProjectId): Spend;
  /** The same by the device that asked; null for jobs of before devices were told apart. */
  spendByDevice(projectId: ProjectId): ReadonlyMap<string | null, DeviceSpend>;
  /** The job that holds this request of a provider; null while none does. Reads every job of the provider: for rare questions. */
  holderOf(provider: string, requestId: string): JobId | null;
}
