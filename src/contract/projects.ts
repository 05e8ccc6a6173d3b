import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AssetId, ProjectId } from '../domain/kernel/ids.ts';
import { ProjectDirection } from '../domain/project/commands/direct-project.ts';
import { Aspect, Project } from '../domain/project/project.ts';
import { editRow, row } from './base.ts';
import { LongText, ShortText, withWords } from './bounds.ts';
import { ProjectEvent } from './projects/project-event.ts';
import { SearchHit } from './projects/search-hit.ts';

export const ProjectSettings = z.object({
  aspect: Aspect,
  heightPx: z.int().min(144).max(4320),
  fpsNum: z.int().positive(),
  fpsDen: z.int().positive(),
  /** A named look; null takes the studio's default. */
  style: z.string().nullable(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** What a list of projects shows of each: hundreds are sent at once, and where its file lies is nobody's business there. */
export const ListedProject = Project.pick({
  id: true,
  title: true,
  aspect: true,
  widthPx: true,
  heightPx: true,
  createdAtMs: true,
  trashedAtMs: true,
  budgetUsdMicros: true,
});
export type ListedProject = z.infer<typeof ListedProject>;

/** Counts that say at a glance how far a project has come. */
export const ProjectSummary = z.object({
  project: ListedProject,
  scenes: z.int(),
  shots: z.int(),
  jobs: z.object({ open: z.int(), done: z.int(), failed: z.int(), unknown: z.int() }),
  durationFlicks: z.int(),
  costUsdMicros: z.int(),
  /** The picture that stands for the project; null while no shot has one. */
  posterAssetId: AssetId.nullable(),
  /** When a person last changed something in it. */
  changedAtMs: z.int(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

/** The same with the whole project. */
export const ProjectDetails = ProjectSummary.extend({ project: Project });
export type ProjectDetails = z.infer<typeof ProjectDetails>;

/** The text of a story that did not come as a path: pasted words, or a file's bytes that were uploaded before. */
const StorySource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('words'), words: z.string().min(1).max(20_000_000) }),
  z.strictObject({ from: z.literal('upload'), uploadId: z.string().min(1).max(200) }),
  /** The story that comes with the studio. */
  z.strictObject({ from: z.literal('sample') }),
]);

export const projects = {
  /** Newest change first; those in the trash only where asked for. */
  list: row
    .input(z.object({ trashed: z.boolean() }).default({ trashed: false }))
    .output(z.array(ProjectSummary)),
  /**
   * Everything a project holds, then every change to it as it is committed, whoever made it: what a mirror applies.
   * After a lost connection, begin again: the rows come anew.
   */
  watch: row.input(z.object({ projectId: ProjectId })).output(eventIterator(ProjectEvent)),
  /**
   * A new project from words or an uploaded file: read, broken down into scenes and shots, laid out on the timeline.
   * `name` is the file's name, which also says its kind by the ending; `title` goes before the text's own.
   */
  create: row
    .input(
      z.object({
        name: withWords(ShortText),
        title: withWords(ShortText).nullable().default(null),
        source: StorySource,
        settings: ProjectSettings,
      }),
    )
    .output(z.object({ project: Project, blocks: z.int() })),
  rename: editRow({ title: withWords(ShortText) }),
  /** Another look for the animatic and the prompts; takes made with the old one become outdated. */
  setStyle: editRow({ style: z.string().min(1).max(100) }),
  /** How the whole film looks and is made: words in every prompt, seeds, voices. Those that are left out stay. */
  direct: editRow({
    direction: ProjectDirection.extend({
      palette: LongText.nullable().optional(),
      lensWords: ShortText.nullable().optional(),
      negativePrompt: LongText.nullable().optional(),
    }).strict(),
  }),
  /** The most a project may ever spend; null for none, and then nothing that costs money is sent. */
  setBudget: editRow({ budgetUsdMicros: z.int().nonnegative().nullable() }),
  /** A copy with its own text, shots, takes and timeline; files are shared, jobs and their costs are not copied. */
  duplicate: row.input(z.object({ projectId: ProjectId })).output(ProjectDetails),
  /** Puts a project in the trash, or back. Nothing is deleted. */
  setTrashed: row.input(z.object({ projectId: ProjectId, trashed: z.boolean() })).output(ProjectDetails),
  /** Deletes a project that is in the trash, for good. Its media stay in the library until they are cleared. */
  deleteForever: row.input(z.object({ projectId: ProjectId })).output(z.object({ title: z.string() })),
  /** Words in titles, scripts, scenes and prompts of all projects that are not in the trash, best first. */
  search: row
    .input(z.object({ words: z.string().max(500), limit: z.int().min(1).max(200) }))
    .output(z.array(SearchHit)),
  get: row.input(z.object({ projectId: ProjectId })).output(ProjectDetails),
  /** The project whose id or title begins with `name`; a fault when none or several do. */
  find: row.input(z.object({ name: z.string().min(1) })).output(ProjectDetails),
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
