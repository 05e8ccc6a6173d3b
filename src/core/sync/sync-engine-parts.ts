import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncService } from '../ports/sync-service.ts';
import type { Store } from '../store/store.ts';
import type { SyncedRows } from '../store/synced-rows.ts';
import type { KnownRemotes } from './known-remotes.ts';

/** What the engine of sync works with. */
export interface SyncEngineParts {
  readonly store: Pick<Store, 'row' | 'onCommit' | 'deviceId'>;
  readonly rows: SyncedRows;
  readonly service: SyncService;
  /** false where none is set: projects stay on this computer, and nothing else changes. */
  readonly isServiceSet: () => boolean;
  /** What the person calls this device; told with what is sent. */
  readonly deviceName: () => string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Number of the database's schema. */
  readonly schema: number;
  /** What was last heard of the projects elsewhere; outlives a restart without a line. */
  readonly known: KnownRemotes;
  /** Something that a status says has changed. */
  readonly onChange: () => void;
  /** Comments of a project that this person can see changed; see `LiveLineParts`. */
  readonly onComments?: (projectId: ProjectId, commentSeq: number | null) => void;
  /** The service does not take a project any more, or gives nothing of it: called once for each reason. */
  readonly onRefused: (projectId: ProjectId, fault: Fault) => void;
  readonly report: (fault: Fault) => void;
}
