import { z } from 'zod';
import { BlockId, ProjectId, SceneId, ShotId, TakeId } from '../kernel/ids.ts';
import { Setting, TimeOfDay } from '../scenes/scene.ts';

/** Field size, widest first. */
export const ShotSize = z.enum([
  'extreme-wide',
  'wide',
  'full',
  'medium-wide',
  'medium',
  'medium-close',
  'close',
  'extreme-close',
]);
export type ShotSize = z.infer<typeof ShotSize>;

export const ShotAngle = z.enum(['eye', 'low', 'high', 'overhead', 'dutch', 'over-shoulder', 'pov']);
export type ShotAngle = z.infer<typeof ShotAngle>;

export const CameraMove = z.enum([
  'static',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'push-in',
  'pull-out',
  'track-left',
  'track-right',
  'crane-up',
  'crane-down',
  'handheld',
]);
export type CameraMove = z.infer<typeof CameraMove>;

export const ShotKind = z.enum([
  'establishing',
  'action',
  'dialogue',
  'reaction',
  'insert',
  'montage',
  'title',
]);
export type ShotKind = z.infer<typeof ShotKind>;

/** How the cut to the next shot is made; taken from the script's transitions. */
export const TransitionOut = z.enum(['cut', 'dissolve', 'fade-to-black', 'fade-to-white']);
export type TransitionOut = z.infer<typeof TransitionOut>;

/** A piece of a block that a shot films: UTF-16 range in the block's text, end exclusive. */
export const Coverage = z.object({
  blockId: BlockId,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Coverage = z.infer<typeof Coverage>;

export const DialogueLine = z.object({
  speaker: z.string(),
  text: z.string(),
  /** "quietly", "through static"; without the brackets. */
  parenthetical: z.string().nullable(),
  /** The speaker is not in the picture: V.O., O.S., a voice on a radio. */
  offScreen: z.boolean(),
});
export type DialogueLine = z.infer<typeof DialogueLine>;

export const Shot = z.object({
  id: ShotId,
  projectId: ProjectId,
  sceneId: SceneId,
  order: z.string(),
  kind: ShotKind,
  size: ShotSize,
  angle: ShotAngle,
  move: CameraMove,
  /** Focal length as a 35 mm full-frame equivalent, millimetres. */
  lensMm: z.number().positive(),
  /** What the camera sees, one or two sentences in the present tense. */
  description: z.string(),
  /** What the frame is about when it is a thing and not a person: the object of an insert, the place of an establishing shot. */
  subject: z.string().nullable(),
  dialogue: DialogueLine.nullable(),
  /** Names of cast members in the picture, most prominent first. */
  characters: z.array(z.string()),
  setting: Setting,
  place: z.string().nullable(),
  timeOfDay: TimeOfDay,
  mood: z.string().nullable(),
  durationFlicks: z.int().positive(),
  covers: z.array(Coverage),
  transitionOut: TransitionOut,
  /** Replaces the composed prompt when a person wrote one. */
  promptOverride: z.string().nullable(),
  /** Parts of the composed prompt that a person put in other words, by the part's name; "" leaves the part out. */
  promptParts: z.record(z.string(), z.string()).default({}),
  /** The seed that every take of the shot has; null takes the project's policy. */
  seed: z.int().nonnegative().max(2_147_483_647).nullable().default(null),
  chosenStillId: TakeId.nullable(),
  chosenClipId: TakeId.nullable(),
  chosenSpeechId: TakeId.nullable().default(null),
  /** The still that a person approved for video; it counts while it is the chosen one. */
  approvedStillId: TakeId.nullable().default(null),
  editedFields: z.array(z.string()),
  origin: z.enum(['breakdown', 'user']),
});
export type Shot = z.infer<typeof Shot>;
