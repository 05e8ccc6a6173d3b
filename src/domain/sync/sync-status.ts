import { z } from 'zod';
import { ProjectId } from '../kernel/ids.ts';
import { projectRoles } from './sync-messages.ts';

const timeMs = z.int().nonnegative();

/**
 * How far a project is mirrored, as a person is told. Every edit is on this computer's disk in each of them.
 * `saved-here`: the service has not been asked since the studio began. `up-to-date`: nothing waits here, and nothing waited there
 * at that time. `offline`: no answer comes. `waiting`: the service, or the studio, waits for something that passes (null: for a
 * person). `refused`: this will not travel until somebody does something about it.
 */
export const SyncState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved-here') }),
  z.object({ kind: z.literal('sending') }),
  z.object({ kind: z.literal('receiving') }),
  z.object({ kind: z.literal('up-to-date'), atMs: timeMs }),
  z.object({ kind: z.literal('offline'), sinceMs: timeMs }),
  z.object({
    kind: z.literal('waiting'),
    code: z.string(),
    message: z.string(),
    untilMs: timeMs.nullable(),
  }),
  z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
]);
export type SyncState = Readonly<z.infer<typeof SyncState>>;

export const ProjectSync = z.object({
  projectId: ProjectId,
  state: SyncState,
  /** Rows with something that the service is not known to have. */
  waitingRows: z.int().nonnegative(),
  /** What the person may do with it; null until the service has said so. */
  role: z.enum(projectRoles).nullable(),
  organisationId: z.string().nullable(),
  /** When something was last sent, and when something of others last came; null before. Of this run of the studio. */
  sentAtMs: timeMs.nullable(),
  receivedAtMs: timeMs.nullable(),
  /** What others wrote that this version cannot hold, by kind of row and field; everything else travels. */
  notShown: z.array(z.object({ entity: z.string(), field: z.string(), count: z.int().positive() })),
});
export type ProjectSync = Readonly<z.infer<typeof ProjectSync>>;
