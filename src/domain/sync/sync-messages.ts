import { z } from 'zod';
import { Met, RowRegisters, Stamp } from './row-registers.ts';

/** What a studio and the sync service say to each other. Meaning: docs/sync.md. */

const count = z.int().nonnegative();

export const PushRequest = z.object({
  device: z.string().min(1).max(64),
  /** Number of the studio's database schema. */
  schema: count,
  batch: count,
  upTo: Stamp,
  cursor: count,
  rows: z.array(RowRegisters).max(10_000),
});
export type PushRequest = Readonly<z.infer<typeof PushRequest>>;

export const PushAnswer = z.object({
  applied: count,
  upTo: Stamp,
  head: count,
  beaten: z.array(Met),
  overwrote: z.array(Met),
  nowMs: count,
});
export type PushAnswer = Readonly<z.infer<typeof PushAnswer>>;

export const PullAnswer = z.object({
  rows: z.array(RowRegisters),
  cursor: count,
  head: count,
  nowMs: count,
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
});
export type RemoteProject = Readonly<z.infer<typeof RemoteProject>>;
/** The answer of `GET /api/projects`. */
export const ProjectList = z.object({ projects: z.array(RemoteProject) });

export const LiveEvent = z.object({ projectId: z.string(), head: count });
export type LiveEvent = Readonly<z.infer<typeof LiveEvent>>;

export const syncFaultCodes = [
  'sync.signed-out',
  'sync.read-only',
  'sync.no-access',
  'sync.no-project',
  'sync.clock-ahead',
  'sync.batch-gap',
  'sync.too-large',
  'sync.newer-schema',
  'sync.over-quota',
  'sync.busy',
  'sync.database-asleep',
  'sync.storage-asleep',
  'sync.no-storage',
  'sync.no-media',
  'sync.media-damaged',
  'sync.no-share',
  'sync.no-comment',
  'sync.bad-request',
  'sync.unreachable',
  'sync.broken',
] as const;
export const SyncError = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    retryAfterMs: count.nullable(),
  }),
});
