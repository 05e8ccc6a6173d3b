import { z } from 'zod';
import { AssetId } from '../kernel/ids.ts';
import { Shot } from '../shots/shot.ts';

/** What the picture shows, in the breakdown's own terms. The animatic draws from it; paid models get the prompt. */
export const ShotBrief = Shot.pick({
  kind: true,
  size: true,
  angle: true,
  move: true,
  lensMm: true,
  description: true,
  subject: true,
  dialogue: true,
  setting: true,
  place: true,
  timeOfDay: true,
  mood: true,
}).extend({
  characters: z.array(z.object({ name: z.string(), description: z.string().nullable() })),
  /** "3", "12A": scene and shot as on a slate. */
  sceneNumber: z.string(),
  shotNumber: z.string(),
});
export type ShotBrief = z.infer<typeof ShotBrief>;

/**
 * Everything that shapes one generation, frozen before it is paid for. Equal requests have equal digests and are
 * generated once. No clock, path or key belongs here.
 */
export const GenerationRequest = z.object({
  kind: z.enum(['still', 'clip']),
  provider: z.string(),
  /** The provider's model id; "animatic-1" for the built-in one. */
  model: z.string(),
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
  seed: z.int().nonnegative().max(2_147_483_647),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  fpsNum: z.int().positive(),
  fpsDen: z.int().positive(),
  /** Length asked for; a model with fixed lengths gives the next one up, or its longest. 0 for a still. */
  durationFlicks: z.int().nonnegative(),
  /** Named look. */
  style: z.string(),
  /** Draw scene and shot number, lens and timecode into the animatic's margin. */
  slate: z.boolean(),
  /** The still that a clip begins with; null for a still. */
  startFrameAssetId: AssetId.nullable(),
  brief: ShotBrief,
});
export type GenerationRequest = z.infer<typeof GenerationRequest>;
