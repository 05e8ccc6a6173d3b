import type { LastHeard } from '../../domain/jobs/share-of-budget.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';

/** What is remembered of a project that is mirrored: what the person may do with it, and whose it is. */
export type KnownRemote = Pick<RemoteProject, 'role' | 'organisationId'>;

/** Kept over restarts, so that a project that may only be looked at stays so without a line. */
export interface KnownRemotes {
  of(projectId: string): KnownRemote | null;
  note(projects: readonly RemoteProject[]): void;
  forget(projectId: string): void;
  /** How the project stood at the last whole exchange; null before the first. */
  lastHeard(projectId: string): LastHeard | null;
  noteHeard(projectId: string, spentUsdMicros: number): void;
  /** These have written something in the project. */
  noteDevices(projectId: string, devices: Iterable<string>): void;
}
