import { z } from 'zod';
import { ProjectId } from '../../domain/kernel/ids.ts';

export const SearchHit = z.object({
  projectId: ProjectId,
  projectTitle: z.string(),
  /** What was found: a paragraph of the text, a scene, a shot (its description, words or prompt), or the title. */
  entity: z.enum(['project', 'block', 'scene', 'shot']),
  id: z.string(),
  /** Words around the first match, one line. */
  excerpt: z.string(),
  /** Where the matches are in `excerpt`: UTF-16 ranges, end exclusive. */
  matches: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type SearchHit = z.infer<typeof SearchHit>;
