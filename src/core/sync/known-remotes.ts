import type { RemoteProject } from '../../domain/sync/sync-messages.ts';

/** What is remembered of a project that is mirrored: what the person may do with it, and whose it is. */
export type KnownRemote = Pick<RemoteProject, 'role' | 'organisationId'>;

/** Kept over restarts, so that a project that may only be looked at stays so without a line. */
export interface KnownRemotes {
  of(projectId: string): KnownRemote | null;
  note(projects: readonly RemoteProject[]): void;
  forget(projectId: string): void;
  /** Why the service refused the project last, by the fault's code: told once. null where it took it. */
  refusal(projectId: string): string | null;
  noteRefusal(projectId: string, code: string | null): void;
}
