import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Met, RowRegisters } from '../../domain/sync/row-registers.ts';

/** How far a project is mirrored. All of it is machine state: it never travels. */
export interface SyncPlace {
  readonly projectId: ProjectId;
  /** The newest `seq` that was merged. */
  readonly cursor: number;
  /** The newest batch that the service is known to have applied. */
  readonly batch: number;
  /** A batch that was sent and not answered: it holds everything up to `upTo`. */
  readonly inFlight: { readonly batch: number; readonly upTo: string } | null;
}

export interface Outgoing {
  readonly rows: readonly RowRegisters[];
  /** The newest stamp in `rows`. */
  readonly upTo: string;
  /** Whether more waits behind these. */
  readonly more: boolean;
}

/** The sync engine's view of the store. Every method is one durable transaction. */
export interface SyncedRows {
  /** The projects that are mirrored. */
  places(): readonly SyncPlace[];
  /** Begins to mirror a project (all of its rows wait to be sent), or to take one over from elsewhere (`empty`: nothing is here yet). */
  begin(projectId: ProjectId, from: 'here' | 'elsewhere'): void;
  /** Stops mirroring. Rows stay. */
  end(projectId: ProjectId): void;
  /** Also lets go of what was noted for others meanwhile: the project is about to be deleted here, and only here. */
  forget(projectId: ProjectId): void;
  /** Rows of the project with registers that were written here and not acknowledged, oldest first; null where there are none. */
  outgoing(projectId: ProjectId, limit: number): Outgoing | null;
  /** How many rows wait, without reading them. */
  waiting(projectId: ProjectId): number;
  /** Remembers, before the first byte leaves, that this batch is under way. */
  sending(projectId: ProjectId, batch: number, upTo: string): void;
  /** The service has applied `batch`: what was written up to `upTo` is no longer waiting; what met another write is noted as conflicts. */
  acknowledge(projectId: ProjectId, batch: number, upTo: string, met: readonly Met[]): Result<RecordsPatch>;
  /**
   * Merges a page of the service and saves the cursor. Values that this device had not sent yet and that lose are noted as
   * conflicts, as are those of others that lose to them. Announced to mirrors; joins no history.
   * Faults: `sync.bad-row` (a row that the schemas refuse; nothing of the page was merged).
   */
  merge(projectId: ProjectId, rows: readonly RowRegisters[], cursor: number): Result<RecordsPatch>;
  /**
   * What the service's clock is ahead of this computer's (negative: behind). Stamps of later writes follow it; what waits and is
   * stamped later than the service's now gets new stamps, in the same order.
   */
  followClock(aheadMs: number): void;
}
