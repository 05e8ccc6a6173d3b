import { z } from 'zod';
import { BlockId, ProjectId } from '../kernel/ids.ts';

/** What a block of the source text is. Screenplay kinds, prose kinds, and what is kept but never filmed. */
export const BlockKind = z.enum([
  'title-page',
  'section',
  'synopsis',
  'heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'lyric',
  'transition',
  'centered',
  'note',
  'boneyard',
  'page-break',
  'chapter',
  'paragraph',
  'quote',
  'break',
]);
export type BlockKind = z.infer<typeof BlockKind>;

/**
 * What a parser yields: a block without identity. Blocks are in reading order and their ranges never overlap. Reading
 * order is source order, but for what a Final Draft file keeps elsewhere: title page, scene summaries and script notes.
 */
export const BlockContent = z.object({
  kind: BlockKind,
  /**
   * The words, without the marks that only say the kind (`@`, `!`, `>`, the brackets of a parenthetical …), lines
   * separated by `\n`. Inline emphasis, inline notes and inline boneyards are left as written: show or film
   * `plainText(text)`.
   */
  text: z.string(),
  /** UTF-16 range in the decoded source: `sourceStart` inclusive, `sourceEnd` exclusive. */
  sourceStart: z.int().nonnegative(),
  sourceEnd: z.int().nonnegative(),
  /** Section or chapter depth from 1; 0 for every other kind. */
  depth: z.int().nonnegative(),
  /** Scene number as printed, without the hashes; null when the heading has none. */
  sceneNumber: z.string().nullable(),
  /** Title-page key ("Author"), for title-page blocks; null otherwise. */
  key: z.string().nullable(),
  /** Side of a dual dialogue for character, parenthetical, dialogue and lyric blocks; null when not dual. */
  dual: z.enum(['left', 'right']).nullable(),
  /** True when the writer forced the kind (a leading `.`, `!`, `@`, `>` …). */
  forced: z.boolean(),
});
export type BlockContent = z.infer<typeof BlockContent>;

/**
 * A block as stored. It has no source range: a range belongs to one reading of one file, and would make every later
 * block of an edited file a changed row. `locateBlocks` finds the ranges of stored blocks in a fresh reading.
 */
export const Block = BlockContent.omit({ sourceStart: true, sourceEnd: true }).extend({
  id: BlockId,
  projectId: ProjectId,
  order: z.string(),
  /** Why no shot covers it, set by the breakdown ("note", "title page" …); null when at least one shot does. */
  notFilmed: z.string().nullable(),
});
export type Block = z.infer<typeof Block>;
