import type { Pool } from '@neondatabase/serverless';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { KeyChange } from '../../domain/sync/account-messages.ts';
import type {
  PullAnswer,
  PushAnswer,
  PushRequest,
  RemoteDevice,
  RemoteProject,
  RemovedProject,
} from '../../domain/sync/sync-messages.ts';
import {
  type AuditFilter,
  endSession,
  listAudit,
  listMembers,
  noteKeyChanges,
  noteMember,
  noteSession,
  type SessionSeen,
} from './account.ts';
import type { Claims, Keeper, Watcher } from './claims.ts';
import { openPool, type PoolOptions } from './connection/open-pool.ts';
import { transact } from './connection/transact.ts';
import type { Transaction } from './connection/transaction.ts';
import { waitOut } from './connection/wait-out.ts';
import {
  type Conversion,
  type ConversionFilter,
  type ConversionPage,
  listConversions,
  readConversion,
} from './conversions.ts';
import {
  type Deletion,
  deleteAccount,
  type ExportedPage,
  type ExportPlace,
  exportPage,
  noteExport,
} from './data-rights.ts';
import { listDevices } from './devices.ts';
import { createMediaDatabase, type MediaRows } from './media-database.ts';
import { migrate } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import {
  countProjects,
  createProject,
  forgetRemoved,
  listProjects,
  listRemoved,
  type NewProject,
  readProject,
  removeProject,
  restoreProject,
} from './projects.ts';
import { type PullRequest, pull } from './pull.ts';
import { push } from './push.ts';
import type { audit, members } from './schema/account-tables.ts';
import { createShareDatabase, type ShareDatabase } from './share-database.ts';

export interface SyncDatabaseOptions extends PoolOptions {
  readonly now: () => number;
  /** How long a database's weather is waited out before the caller is told to come again. */
  readonly patienceMs: number;
  readonly statementTimeoutMs: number;
}

/**
 * Mirrored projects in a PostgreSQL database. Every method is one transaction in the name of `claims`, and can be repeated.
 * Faults beside those named: `sync.signed-out`, `sync.database-asleep`, `sync.busy` (`retryAfterMs`).
 */
export interface SyncDatabase {
  /** Brings the tables up to date. Faults: `sync.newer-schema`, `sync.database-asleep`. */
  prepare(): Promise<Result<void>>;
  /** Whether it answers. */
  ready(): Promise<Result<void>>;
  projects(claims: Claims): Promise<Result<RemoteProject[]>>;
  project(claims: Claims, id: string): Promise<Result<RemoteProject>>;
  /** `limit`: how many projects the plan holds. */
  createProject(claims: Claims, project: NewProject, limit: number | null): Promise<Result<RemoteProject>>;
  removeProject(claims: Claims, id: string): Promise<Result<void>>;
  removedProjects(claims: Claims): Promise<Result<RemovedProject[]>>;
  restoreProject(claims: Claims, id: string, limit: number | null): Promise<Result<RemoteProject>>;
  /** Removes what was taken from the service long ago; the answer is how many projects. */
  forgetRemoved(): Promise<Result<number>>;
  countProjects(claims: Claims): Promise<Result<number>>;
  devices(claims: Claims): Promise<Result<RemoteDevice[]>>;
  push(claims: Claims, projectId: string, request: PushRequest): Promise<Result<PushAnswer>>;
  pull(claims: Claims, projectId: string, request: PullRequest): Promise<Result<PullAnswer>>;
  conversions(claims: Claims, filter: ConversionFilter): Promise<Result<ConversionPage>>;
  conversion(claims: Claims, id: string): Promise<Result<Conversion>>;
  readonly media: MediaRows;
  noteMember(claims: Claims): Promise<Result<void>>;
  members(claims: Claims): Promise<Result<(typeof members.$inferSelect)[]>>;
  audit(claims: Claims, filter: AuditFilter): Promise<Result<(typeof audit.$inferSelect)[]>>;
  noteSession(claims: Claims, seen: SessionSeen): Promise<Result<void>>;
  noteKeyChanges(claims: Claims, changes: readonly KeyChange[]): Promise<Result<void>>;
  endSession(claims: Claims): Promise<Result<void>>;
  noteExport(claims: Claims): Promise<Result<void>>;
  /** A piece of everything that is this person's own. */
  exportPage(claims: Claims, place: ExportPlace): Promise<Result<ExportedPage>>;
  deleteAccount(claims: Claims): Promise<Result<Deletion>>;
  readonly shares: ShareDatabase;
  /** Connections in all, those that nobody uses, and callers that wait for one. */
  load(): { readonly connections: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

export function openSyncDatabase(options: SyncDatabaseOptions): SyncDatabase {
  const pool = openPool(options);
  const { now } = options;
  const as = <T>(
    claims: Claims | Watcher | Keeper,
    work: (tx: Transaction) => Promise<Result<T>>,
  ): Promise<Result<T>> => transact({ ...options, pool }, claims, work);
  return {
    prepare: () => waitOut(options.patienceMs, () => migrate(pool, bundledMigrations)),
    ready: () => waitOut(0, () => ask(pool)),
    projects: (claims) => as(claims, (tx) => listProjects(tx, claims)),
    project: (claims, id) => as(claims, (tx) => readProject(tx, claims, id)),
    createProject: (claims, project, limit) =>
      as(claims, (tx) => createProject(tx, claims, project, limit, now())),
    removeProject: (claims, id) => as(claims, (tx) => removeProject(tx, claims, id, now())),
    removedProjects: (claims) => as(claims, (tx) => listRemoved(tx, claims)),
    restoreProject: (claims, id, limit) => as(claims, (tx) => restoreProject(tx, claims, id, limit, now())),
    forgetRemoved: () => as({ keeper: true }, forgetRemoved),
    countProjects: (claims) =>
      as(claims, async (tx) => ok(await countProjects(tx, claims.organisation?.id ?? null))),
    devices: (claims) => as(claims, listDevices),
    push: (claims, id, request) => as(claims, (tx) => push(tx, claims, id, request, now())),
    pull: (claims, id, request) => as(claims, (tx) => pull(tx, id, request, now())),
    conversions: (claims, filter) => as(claims, (tx) => listConversions(tx, filter)),
    conversion: (claims, id) => as(claims, (tx) => readConversion(tx, id)),
    media: createMediaDatabase(as, now),
    noteMember: (claims) => as(claims, (tx) => noteMember(tx, claims, now())),
    members: (claims) => as(claims, (tx) => listMembers(tx, claims)),
    audit: (claims, filter) => as(claims, (tx) => listAudit(tx, filter)),
    noteSession: (claims, seen) => as(claims, (tx) => noteSession(tx, claims, seen, now())),
    noteKeyChanges: (claims, changes) => as(claims, (tx) => noteKeyChanges(tx, claims, changes, now())),
    endSession: (claims) => as(claims, (tx) => endSession(tx, claims, now())),
    noteExport: (claims) => as(claims, (tx) => noteExport(tx, claims, now())),
    exportPage: (claims, place) => as(claims, (tx) => exportPage(tx, claims, place)),
    deleteAccount: (claims) => as(claims, (tx) => deleteAccount(tx, claims, now())),
    shares: createShareDatabase(as, now),
    load: () => ({ connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

async function ask(pool: Pool): Promise<Result<void>> {
  await pool.query('select 1');
  return ok(undefined);
}
