import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Aspect, Project } from '../domain/project/project.ts';
import { row } from './base.ts';

export const ProjectSettings = z.object({
  aspect: Aspect,
  heightPx: z.int().min(144).max(4320),
  fpsNum: z.int().positive(),
  fpsDen: z.int().positive(),
  /** A named look; null takes the studio's default. */
  style: z.string().nullable(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** Counts that say at a glance how far a project has come. */
export const ProjectSummary = z.object({
  project: Project,
  scenes: z.int(),
  shots: z.int(),
  jobs: z.object({ open: z.int(), done: z.int(), failed: z.int(), unknown: z.int() }),
  durationFlicks: z.int(),
  costUsdMicros: z.int(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

export const projects = {
  list: row.output(z.array(ProjectSummary)),
  get: row.input(z.object({ projectId: ProjectId })).output(ProjectSummary),
  /** The project whose id or title begins with `name`; a fault when none or several do. */
  find: row.input(z.object({ name: z.string().min(1) })).output(ProjectSummary),
  /**
   * The project of a story file with these settings: the one made from it before (same file, or same bytes), or a
   * new one when there is none or `fresh` asks for it. Reads the story and brings its text up to date.
   */
  openStory: row
    .input(z.object({ path: z.string().min(1), settings: ProjectSettings, fresh: z.boolean() }))
    .output(z.object({ project: Project, created: z.boolean(), blocks: z.int(), changedBlocks: z.int() })),
  /** What undo and redo would take next, for a menu; null where there is nothing. */
  undoLabels: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  /** Takes back this device's newest edit; what somebody changed since is left alone and counted as skipped. */
  undo: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ label: z.string(), changes: z.int(), skipped: z.int() })),
  redo: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ label: z.string(), changes: z.int(), skipped: z.int() })),
};
