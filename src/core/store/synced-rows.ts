import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Met, PulledRow, RowRegisters } from '../../domain/sync/row-registers.ts';

/** How far a project is mirrored. All of it is machine state: it never travels. */
export interface SyncPlace {
  readonly projectId: ProjectId;
  /** The service's number up to which everything was merged. */
  readonly cursor: number;
  /** Where the next page of a pull that is under way begins; null between pulls, which is when something may be sent. */
  readonly pageFrom: number | null;
  /** The newest batch that the service is known to have applied. */
  readonly batch: number;
  /** A batch that was sent and not answered: it holds everything up to `upTo`. */
  readonly inFlight: { readonly batch: number; readonly upTo: string } | null;
  /** What the tries of that batch were called, in order; of the last acknowledged one where none is under way. */
  readonly ids: readonly string[];
}

export interface Outgoing {
  readonly rows: readonly RowRegisters[];
  /** The newest stamp in `rows`. */
  readonly upTo: string;
  /** Whether more waits behind these. */
  readonly more: boolean;
}

/** A value, or a whole row, that came and that this version cannot hold. */
export interface NotShown {
  /** A kind of row; of a newer version it may be none that is known here. */
  readonly entity: string;
  readonly id: string;
  readonly field: string;
}

/** The sync engine's view of the store. Every method is one durable transaction. */
export interface SyncedRows {
  /** The projects that are mirrored. */
  places(): readonly SyncPlace[];
  /**
   * Begins to mirror a project, or compares it anew: `here` has all of its rows wait to be sent, `elsewhere` takes it over. Batches go
   * on being counted, from `applied` where the service has named its newest one.
   */
  begin(projectId: ProjectId, from: 'here' | 'elsewhere', applied?: number): void;
  /** Stops mirroring. Rows stay. */
  end(projectId: ProjectId): void;
  /**
   * Also lets go of what was noted for others meanwhile: the project is about to be deleted here, and only here. How many batches
   * there were is remembered, for when it is opened here again.
   */
  forget(projectId: ProjectId): void;
  /** Rows of the project with registers that were written here and not acknowledged, oldest first; null where there are none. */
  outgoing(projectId: ProjectId, limit: number): Outgoing | null;
  /** What others wrote that this version cannot hold, and which is therefore not shown: see `merge`. */
  setAside(projectId: ProjectId): readonly NotShown[];
  /** How many rows wait, without reading them. */
  waiting(projectId: ProjectId): number;
  /** Remembers, before the first byte leaves, that this batch is under way. `ids`: what its tries were called, this one last. */
  sending(projectId: ProjectId, batch: number, upTo: string, ids?: readonly string[]): void;
  /**
   * The service has applied `batch`: what was written up to `upTo` is no longer waiting; what met another write is noted as conflicts.
   * `cursor`, where there is nothing to be pulled up to that number.
   */
  acknowledge(
    projectId: ProjectId,
    batch: number,
    upTo: string,
    met: readonly Met[],
    cursor?: number,
  ): Result<RecordsPatch>;
  /**
   * Merges a page of the service and saves how far it goes: everything up to `cursor` is here, and the rest of this pull begins
   * at `pageFrom`, where there is a rest. Values that this device had not sent yet and that lose are noted as
   * conflicts, as are those of others that lose to them. Announced to mirrors; joins no history.
   * What this version cannot hold is kept beside the rows (`setAside`) and stops nothing; a later write of it counts as usual.
   */
  merge(
    projectId: ProjectId,
    rows: readonly PulledRow[],
    cursor: number,
    pageFrom?: number,
  ): Result<RecordsPatch>;
  /** This data folder was found to be a copy of another one, which goes on under the id that it had. Told as a notice. */
  becomeNewDevice(): void;
  /**
   * What the service's clock is ahead of this computer's (negative: behind). Stamps of later writes follow it; what waits and is
   * stamped later than the service's now gets new stamps, in the same order.
   */
  followClock(aheadMs: number): void;
}
