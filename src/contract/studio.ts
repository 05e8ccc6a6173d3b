import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Activity } from './activities.ts';
import { row } from './base.ts';
import { QueueCounts } from './queue.ts';
import { SyncOverview } from './sync.ts';

export const DoctorFinding = z.object({
  level: z.enum(['ok', 'note', 'problem']),
  topic: z.string(),
  message: z.string(),
});
export type DoctorFinding = z.infer<typeof DoctorFinding>;

/** Something that a person should know: shown once, then kept in a list. Says what happened and what to do. */
export const Notice = z.object({
  id: z.string(),
  atMs: z.int(),
  level: z.enum(['info', 'warning', 'problem']),
  /** Stable: "export.done", "job.failed", "disk.low", "store.restored-from-snapshot" … */
  code: z.string(),
  message: z.string(),
  projectId: ProjectId.nullable(),
  /** A file it is about, such as a finished film. */
  path: z.string().nullable(),
  /** Work that was broken off and goes on when it is asked to: see `activities.goOn`. */
  activityId: z.string().nullable().default(null),
  /** Jobs that were asked for together and that it tells the end of: see `queue.rows`. */
  batchId: z.string().nullable().default(null),
  read: z.boolean(),
  /** How often it was said before somebody looked; `atMs` is of the last time. */
  times: z.int().positive().default(1),
});
export type Notice = z.infer<typeof Notice>;

/** What every window is told. The first events after a start of watching bring the whole state. */
export const StudioEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activities'), activities: z.array(Activity) }),
  z.object({ kind: z.literal('notices'), notices: z.array(Notice) }),
  /** Projects were made, changed or trashed: read the list again. */
  z.object({ kind: z.literal('projects') }),
  z.object({ kind: z.literal('keys') }),
  /** Jobs moved, or the queue was paused or goes on: see `queue.rows`. Twice a second at most. */
  z.object({ kind: z.literal('queue'), pausedSinceMs: z.int().nullable(), counts: QueueCounts }),
  /** Projects were sent, received, or wait: the whole of `sync.overview`. */
  z.object({ kind: z.literal('sync'), sync: SyncOverview }),
  /** Something was said of a cut, or reached the service: see `shares.comments`. */
  z.object({ kind: z.literal('comments') }),
  z.object({ kind: z.literal('preferences'), preferences: z.record(z.string(), z.json()) }),
]);
export type StudioEvent = z.infer<typeof StudioEvent>;

/** What this studio is and what its host allows. */
export const StudioAbout = z.object({
  version: z.string(),
  host: z.enum(['electron', 'server', 'cli']),
  home: z.string(),
  /** Of this data folder: whose jobs are this device's own. */
  deviceId: z.string(),
  /** Where films go when no folder is chosen. */
  exportsFolder: z.string(),
  /** Whether calls may name any file of this computer, or only uploads and the exports folder. */
  fileAccess: z.enum(['any', 'uploads']),
  /** Named looks, the default first. */
  styles: z.array(z.string()),
});
export type StudioAbout = z.infer<typeof StudioAbout>;

export const StorageUse = z.object({
  freeBytes: z.int().nullable(),
  parts: z.array(
    z.object({
      what: z.enum([
        'takes-used',
        'takes-unused',
        'imported',
        'sources',
        'orphans',
        'caches',
        'database',
        'snapshots',
        'logs',
      ]),
      files: z.int(),
      bytes: z.int(),
      /** Whether `studio.clear` can free it. */
      clearable: z.boolean(),
    }),
  ),
  projects: z.array(
    z.object({
      projectId: ProjectId,
      title: z.string(),
      trashed: z.boolean(),
      bytes: z.int(),
      /** What clearing its unused takes would free. */
      unusedBytes: z.int(),
    }),
  ),
});
export type StorageUse = z.infer<typeof StorageUse>;

export const studio = {
  about: row.output(StudioAbout),
  watch: row.output(eventIterator(StudioEvent)),
  /** What a person should know, newest first: read or not. */
  notices: row.output(z.array(Notice)),
  /** Marks notices as read; an empty list means all. */
  readNotices: row.input(z.object({ ids: z.array(z.string()).max(1000) })).output(z.array(Notice)),
  /** Looks at the runtime, the database, the library's files, the disk and the providers' settings. Changes nothing. */
  doctor: row.output(z.array(DoctorFinding)),
  storage: row.output(StorageUse),
  /** Frees what can be made again (caches), or what no project uses: takes that are not chosen, files that nothing points at. */
  clear: row
    .input(z.object({ what: z.enum(['caches', 'takes-unused', 'orphans']), projectId: ProjectId.nullable() }))
    .output(z.object({ files: z.int(), bytes: z.int() })),
  /** Choices of this person on this device (theme, language, shortcuts …), by name; null removes one. */
  preferences: row.output(z.record(z.string(), z.json())),
  setPreference: row
    .input(z.object({ name: z.string().min(1).max(200), value: z.json() }))
    .output(z.record(z.string(), z.json())),
  /** One text file to attach to a report: versions, settings, findings, recent log lines; no keys, no story text. */
  diagnostics: row.output(z.object({ fileName: z.string(), text: z.string() })),
  /** Something that went wrong in a window, for the log. */
  reportProblem: row
    .input(
      z.object({
        where: z.string().max(200),
        message: z.string().max(5_000),
        stack: z.string().max(20_000).nullable(),
      }),
    )
    .output(z.object({})),
};
