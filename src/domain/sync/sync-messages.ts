import { z } from 'zod';
import { Met, PulledRow, RowRegisters, Stamp } from './row-registers.ts';

/** What a studio and the sync service say to each other. Meaning: docs/sync.md. */

const count = z.int().nonnegative();

/** Tries of one batch with different rows that are remembered: the first, and the newest of the others. */
export const mostTries = 32;

/** Characters of a device's name. */
export const longestDeviceName = 60;

export const PushRequest = z.object({
  device: z.string().min(1).max(64),
  /** What its person calls it. */
  deviceName: z.string().max(longestDeviceName).optional(),
  /** Number of the studio's database schema. */
  schema: count,
  batch: count,
  /** Drawn anew for what this batch holds, and on the device's disk before its first byte. Studios before these send none. */
  batchId: z.string().min(1).max(64).optional(),
  /** Under which the same number may have been applied already: earlier tries whose answers never came. */
  earlierIds: z.array(z.string().max(64)).max(mostTries).optional(),
  upTo: Stamp,
  cursor: count,
  rows: z.array(RowRegisters).max(10_000),
});
export type PushRequest = Readonly<z.infer<typeof PushRequest>>;

export const PushAnswer = z.object({
  applied: count,
  upTo: Stamp,
  /** The project's newest number before this batch and after it (`head`): every number between is of the batch itself. */
  before: count.optional(),
  head: count,
  beaten: z.array(Met),
  overwrote: z.array(Met),
  nowMs: count,
});
export type PushAnswer = Readonly<z.infer<typeof PushAnswer>>;

export const PullAnswer = z.object({
  rows: z.array(PulledRow),
  cursor: count,
  head: count,
  nowMs: count,
  /** The newest batch of the device that asks; null where there is none. Absent where it did not say who it is. */
  lastBatch: z.object({ batch: count, id: z.string().nullable() }).nullable().optional(),
});
export type PullAnswer = Readonly<z.infer<typeof PullAnswer>>;

export const projectRoles = ['owner', 'editor', 'viewer'] as const;
export const RemoteProject = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(projectRoles),
  organisationId: z.string().nullable(),
  head: count,
  schema: count,
  changedAtMs: count,
  deletedAtMs: count.nullable(),
  /** The newest change of its comments: docs/sync.md, "Sharing". Absent where nobody counts them. */
  commentSeq: count.optional(),
});
export type RemoteProject = Readonly<z.infer<typeof RemoteProject>>;
/** The answer of `GET /api/projects`. */
export const ProjectList = z.object({ projects: z.array(RemoteProject) });

/** A device that has written to a project which this person sees. */
export const RemoteDevice = z.object({
  device: z.string(),
  /** '' where it never told one. */
  name: z.string(),
  seenAtMs: count,
});
export type RemoteDevice = Readonly<z.infer<typeof RemoteDevice>>;
/** The answer of `GET /api/devices`. */
export const DeviceListing = z.object({ devices: z.array(RemoteDevice) });

/** A row of `GET /api/projects/removed`: taken from the service, and kept there until `goneAtMs`. */
export const RemovedProject = z.object({
  id: z.string(),
  title: z.string(),
  organisationId: z.string().nullable(),
  removedAtMs: count,
  goneAtMs: count,
});
export type RemovedProject = Readonly<z.infer<typeof RemovedProject>>;
/** The answer of `GET /api/projects/removed`. */
export const RemovedList = z.object({ projects: z.array(RemovedProject) });
/** The answer of `DELETE /api/projects/:id`. */
export const ProjectGone = z.object({ id: z.string() });

/** A project has come to `head`, or its comments to `commentSeq`. */
export const LiveEvent = z.union([
  z.object({ projectId: z.string(), head: count }),
  z.object({ projectId: z.string(), commentSeq: count }),
]);
export type LiveEvent = Readonly<z.infer<typeof LiveEvent>>;

export const syncFaultCodes = [
  'sync.signed-out',
  'sync.read-only',
  'sync.no-access',
  'sync.no-project',
  'sync.clock-ahead',
  'sync.batch-gap',
  'sync.batch-taken',
  'sync.too-large',
  'sync.newer-schema',
  'sync.over-quota',
  'sync.busy',
  'sync.database-asleep',
  'sync.storage-asleep',
  'sync.identity-asleep',
  'sync.no-storage',
  'sync.no-media',
  'sync.media-damaged',
  'sync.no-share',
  'sync.no-comment',
  'sync.bad-request',
  'sync.bad-row',
  'sync.unreachable',
  'sync.broken',
] as const;
export const SyncError = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    retryAfterMs: count.nullable(),
    /** Of `sync.batch-gap` and `sync.batch-taken`: the device's newest batch that the service knows. */
    applied: count.optional(),
  }),
});
