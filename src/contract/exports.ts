import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CaptionMode, ExportRecord } from '../domain/export/export-record.ts';
import { ProjectId } from '../domain/kernel/ids.ts';
import { row } from './base.ts';

export const ExportProgress = z.object({
  framesDone: z.int().nonnegative(),
  framesTotal: z.int().positive(),
  secondsLeft: z.number().nullable(),
});

export const exports = {
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
