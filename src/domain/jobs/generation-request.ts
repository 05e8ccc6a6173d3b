import { z } from 'zod';
import { AssetId, TakeId } from '../kernel/ids.ts';
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

/** What every generation has. Values a request does not use are absent, so that digests of earlier requests stand. */
const common = {
  provider: z.string(),
  /** The provider's model id; "animatic-1" for the built-in one. */
  model: z.string(),
  seed: z.int().nonnegative().max(2_147_483_647),
  /** Fields of the model's own input form that a person set, as the form names them. */
  extra: z.record(z.string(), z.json()).optional(),
};

/** A picture of a shot, or the shot itself moving. */
export const PictureRequest = z.object({
  kind: z.enum(['still', 'clip']),
  ...common,
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
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
  /** The still that a clip ends with. */
  endFrameAssetId: AssetId.optional(),
  /** Pictures of the people and the place that are to look the same; for a still. */
  referenceAssetIds: z.array(AssetId).optional(),
  /** The clip that is carried on from its last frame, or retaken in part; a model that takes no clips begins with the frame. */
  sourceClipAssetId: AssetId.optional(),
  /** It is made for a stretch of the film beside what the shot shows: carried on from a clip, put in place of a part of it, or into a gap. */
  part: z.enum(['extension', 'retake', 'gap']).optional(),
  /**
   * A take's words were changed for this one alone. `standsFor` is the digest of what the shot itself would have asked for:
   * for as long as it would, the result is up to date.
   */
  reworded: z.object({ takeId: TakeId, standsFor: z.string() }).optional(),
  brief: ShotBrief,
});
export type PictureRequest = z.infer<typeof PictureRequest>;

/** A line of dialogue or narration, spoken. */
export const SpeechRequest = z.object({
  kind: z.literal('speech'),
  ...common,
  text: z.string(),
  /** The provider's own name of the voice; null for the model's first. */
  voice: z.string().nullable(),
  /** 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2),
  /** "quietly", "shouting"; null where the script says nothing. */
  delivery: z.string().nullable(),
});
export type SpeechRequest = z.infer<typeof SpeechRequest>;

/** Music under a scene, or an effect in it. */
export const SoundRequest = z.object({
  kind: z.enum(['music', 'effect']),
  ...common,
  prompt: z.string(),
  durationFlicks: z.int().positive(),
});
export type SoundRequest = z.infer<typeof SoundRequest>;

/** The same picture or clip with more pixels. */
export const UpscaleRequest = z.object({
  kind: z.enum(['upscaled-still', 'upscaled-clip']),
  ...common,
  sourceAssetId: AssetId,
  /** Times the width and the height. */
  factor: z.number().min(1).max(8),
  /** How large and long the source is, for its price; 0 s for a picture. */
  source: z
    .object({
      widthPx: z.int().positive(),
      heightPx: z.int().positive(),
      seconds: z.number().nonnegative(),
      framesPerSecond: z.number().nonnegative(),
    })
    .optional(),
});
export type UpscaleRequest = z.infer<typeof UpscaleRequest>;

/** What is said in a recording, with times. The result is JSON: `{ language, words: [{ text, startSeconds, endSeconds }] }`. */
export const TranscriptRequest = z.object({
  kind: z.literal('transcript'),
  ...common,
  sourceAssetId: AssetId,
  /** BCP 47; null lets the model hear it. */
  language: z.string().nullable(),
  /** How long the recording is, for its price; absent where that is not known. */
  durationFlicks: z.int().positive().optional(),
});
export type TranscriptRequest = z.infer<typeof TranscriptRequest>;

/**
 * A reading of a stretch of the story by a language model. `text` is material, never instruction. The result is JSON that is
 * checked against the schema that `task` names before anything of it is used.
 */
export const ReadingRequest = z.object({
  kind: z.literal('reading'),
  ...common,
  task: z.enum(['scenes', 'shots']),
  instructions: z.string(),
  text: z.string(),
  maxOutputTokens: z.int().positive(),
});
export type ReadingRequest = z.infer<typeof ReadingRequest>;

/**
 * Everything that shapes one generation, frozen before it is paid for. Equal requests have equal digests and are
 * generated once. No clock, path or key belongs here.
 */
export const GenerationRequest = z.discriminatedUnion('kind', [
  PictureRequest,
  SpeechRequest,
  SoundRequest,
  UpscaleRequest,
  TranscriptRequest,
  ReadingRequest,
]);
export type GenerationRequest = z.infer<typeof GenerationRequest>;

export const GenerationKind = z.enum([
  'still',
  'clip',
  'speech',
  'music',
  'effect',
  'upscaled-still',
  'upscaled-clip',
  'transcript',
  'reading',
]);
export type GenerationKind = GenerationRequest['kind'];
