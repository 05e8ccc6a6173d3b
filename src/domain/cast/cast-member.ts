import { z } from 'zod';
import { AssetId, CastId, ProjectId } from '../kernel/ids.ts';
import { Voice } from '../project/voice.ts';

/** A character that shots refer to by name. */
export const CastMember = z.object({
  id: CastId,
  projectId: ProjectId,
  order: z.string(),
  /** As in the script, without extensions: "MARA", "RADIO VOICE", "Tomas". Unique in a project, compared without case. */
  name: z.string(),
  /** The writer's words at the introduction: "60s, weathered hands, a navy sweater darned at both elbows"; null when none. */
  description: z.string().nullable(),
  /** Never seen, only heard. */
  voiceOnly: z.boolean(),
  /** Pictures that every shot of them is to look like, the best one first. */
  referenceAssetIds: z.array(AssetId).default([]),
  /** Who speaks their lines; null until somebody chose. */
  voice: Voice.nullable().default(null),
  editedFields: z.array(z.string()),
});
export type CastMember = z.infer<typeof CastMember>;
