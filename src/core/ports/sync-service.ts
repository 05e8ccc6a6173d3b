import type { Result } from '../../domain/kernel/result.ts';
import type {
  LiveEvent,
  PullAnswer,
  PushAnswer,
  PushRequest,
  RemoteDevice,
  RemoteProject,
  RemovedProject,
} from '../../domain/sync/sync-messages.ts';

/**
 * The token of whoever is signed in; null while nobody is, a fault (`sync.unreachable`) while none can be had. `renew` says that the
 * last one was refused.
 */
export type TokenSource = (renew: boolean) => Promise<Result<string | null>>;

/** Which page of a pull is asked for, and by which device; `limit` is how many rows at most. */
export interface PullPage {
  readonly device: string;
  readonly after: number;
  readonly from: number;
  readonly limit: number;
}

/**
 * Where projects are mirrored: the sync service over HTTP, or a person's own database. Protocol: docs/sync.md. Nothing here
 * throws for what a network or a service does: faults have the codes of `syncFaultCodes`; `sync.unreachable` where no answer
 * came (a push may have been applied: send the same batch again). `details.retryAfterMs` where the service named a time.
 */
export interface SyncService {
  projects(signal: AbortSignal): Promise<Result<readonly RemoteProject[]>>;
  /** Idempotent by id. */
  createProject(
    project: { readonly id: string; readonly title: string; readonly organisationId: string | null },
    signal: AbortSignal,
  ): Promise<Result<RemoteProject>>;
  /**
   * Takes a project away from all who see it there; what devices have of it stays on them. Faults: `sync.no-project` (also where it
   * is taken away already), `sync.read-only` (only its owner may).
   */
  removeProject(projectId: string, signal: AbortSignal): Promise<Result<void>>;
  /** What this person took away and may still bring back, those first that go first. */
  removedProjects(signal: AbortSignal): Promise<Result<readonly RemovedProject[]>>;
  /** Brings one back as it was, but for its links; idempotent. Faults: `sync.no-project`, `sync.over-quota`. */
  restoreProject(projectId: string, signal: AbortSignal): Promise<Result<RemoteProject>>;
  /** The devices that have written to projects which this person sees, with what they are called. */
  devices(signal: AbortSignal): Promise<Result<readonly RemoteDevice[]>>;
  push(projectId: string, request: PushRequest, signal: AbortSignal): Promise<Result<PushAnswer>>;
  /** Registers that are newer than `after`, of rows from the number `from` on: docs/sync.md, "Pull". */
  pull(projectId: string, page: PullPage, signal: AbortSignal): Promise<Result<PullAnswer>>;
  /**
   * Calls `onEvent` for each change of a project that this person can see, until the stream ends or `signal` aborts.
   * Resolves with a fault where it broke off; who listens resumes from `lastEventId`.
   */
  live(
    lastEventId: string | null,
    onEvent: (event: LiveEvent, id: string) => void,
    signal: AbortSignal,
  ): Promise<Result<void>>;
}

/** Such a place that is a database of a person's own, and is let go of when it is exchanged or the studio ends. */
export interface OwnDatabase extends SyncService {
  close(): Promise<void>;
}
