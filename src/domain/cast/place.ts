import { z } from 'zod';
import { AssetId, PlaceId, ProjectId } from '../kernel/ids.ts';

/** Where scenes play, as shots name it: what it looks like goes into every prompt that it appears in. */
export const Place = z.object({
  id: PlaceId,
  projectId: ProjectId,
  order: z.string(),
  /** As scenes have it. Unique in a project, compared without case. */
  name: z.string(),
  /** "A low stone kitchen, one window, copper pans"; null while nobody said. */
  description: z.string().nullable(),
  /** Pictures that every shot of it is to look like, the best one first. */
  referenceAssetIds: z.array(AssetId),
  editedFields: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;
