import { z } from 'zod';
import { ExportId, ProjectId } from '../kernel/ids.ts';

export const CaptionMode = z.enum(['burn', 'sidecar', 'none']);
export type CaptionMode = z.infer<typeof CaptionMode>;

export const ExportRecord = z.object({
  id: ExportId,
  projectId: ProjectId,
  path: z.string(),
  preset: z.string(),
  captions: CaptionMode,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Digest of everything that shaped the file: timeline, media, size, rate, preset. */
  planDigest: z.string(),
  durationFlicks: z.int().nonnegative(),
  bytes: z.int().nonnegative().nullable(),
  faultMessage: z.string().nullable(),
  startedAtMs: z.int(),
  finishedAtMs: z.int().nullable(),
});
export type ExportRecord = z.infer<typeof ExportRecord>;
