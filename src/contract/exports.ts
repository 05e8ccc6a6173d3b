import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CaptionMode, ExportRecord } from '../domain/export/export-record.ts';
import { DrawnBecause } from '../domain/export/frame-way.ts';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Activity } from './activities.ts';
import { row } from './base.ts';

export const ExportProgress = z.object({
  framesDone: z.int().nonnegative(),
  framesTotal: z.int().positive(),
  secondsLeft: z.number().nullable(),
});

/** Where a film goes: a full path, or a file name in the folder for films of this studio. */
export const ExportDestination = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('path'), path: z.string().min(1).max(4_096) }),
  z.strictObject({ to: z.literal('exports-folder'), fileName: z.string().min(1).max(255) }),
]);
export type ExportDestination = z.infer<typeof ExportDestination>;

/** What an export would do, before it is begun. */
export const ExportOutline = z.object({
  path: z.string(),
  /** A file is there already and would be replaced once the new one is complete. */
  replaces: z.boolean(),
  frames: z.int(),
  durationFlicks: z.int(),
  widthPx: z.int(),
  heightPx: z.int(),
  /**
   * Stretches of the film in order: `direct` shows one picture as it is (decoded and encoded), `composite` is drawn
   * (layers, titles, burned captions, transitions, fades), `black` holds nothing.
   */
  segments: z.array(
    z.object({
      how: z.enum(['direct', 'composite', 'black']),
      startFlicks: z.int(),
      durationFlicks: z.int(),
      /** Why it is drawn; null for the others. */
      why: DrawnBecause.nullable(),
    }),
  ),
  /** Media that are missing or offline, by name: the export would refuse, and says what to do. */
  missing: z.array(z.string()),
  estimatedBytes: z.int(),
});
export type ExportOutline = z.infer<typeof ExportOutline>;

const exportOrder = {
  projectId: ProjectId,
  destination: ExportDestination,
  preset: z.string(),
  captions: CaptionMode,
};

export const exports = {
  /** Looks at the timeline and at the files that it needs. Writes nothing. */
  outline: row.input(z.object(exportOrder)).output(ExportOutline),
  /** Puts a film in the queue as an activity; one is written at a time. */
  queue: row.input(z.object(exportOrder)).output(Activity),
  /** Films of a project that were written, are being written, or failed. */
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(ExportRecord)),
  /** Whether a film could be written to `path`: its folder is there and takes files, and nothing else would be lost. */
  check: row
    .input(z.object({ projectId: ProjectId, path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
  /** Writes the timeline to `path`. Ends with the record of the finished file; ending the iteration early cancels. */
  start: row
    .input(
      z.object({
        projectId: ProjectId,
        path: z.string().min(1),
        preset: z.string(),
        captions: CaptionMode,
      }),
    )
    .output(eventIterator(ExportProgress, ExportRecord)),
};
