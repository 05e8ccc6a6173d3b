import { z } from 'zod';
import { BlockId, ProjectId, SceneId, TakeId } from '../kernel/ids.ts';

export const Setting = z.enum(['interior', 'exterior', 'both', 'unknown']);
export type Setting = z.infer<typeof Setting>;

/** Light of a scene, whatever words the writer used. */
export const TimeOfDay = z.enum([
  'day',
  'night',
  'dawn',
  'dusk',
  'morning',
  'afternoon',
  'evening',
  'unknown',
]);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

export const Scene = z.object({
  id: SceneId,
  projectId: ProjectId,
  order: z.string(),
  kind: z.enum(['scene', 'montage']),
  /** As a writer would print it: "INT. LIGHTHOUSE - LAMP ROOM - NIGHT", "Two", "The radio hut". */
  heading: z.string(),
  number: z.string().nullable(),
  setting: Setting,
  /** Place without setting and time ("LIGHTHOUSE - LAMP ROOM"); null when the text names none. */
  place: z.string().nullable(),
  timeOfDay: TimeOfDay,
  /** Words of the heading that say when ("LATER", "CONTINUOUS", "BEFORE DAWN"); null when there are none. */
  timeNote: z.string().nullable(),
  /** One or two words: "tense", "calm" …; null when nothing in the text says. */
  mood: z.string().nullable(),
  synopsis: z.string().nullable(),
  /** What the scene should sound like, for a music model; null for none. */
  musicPrompt: z.string().nullable().default(null),
  chosenMusicId: TakeId.nullable().default(null),
  /** Sounds in the scene, each with the take that was chosen for it. `id` is unique in the scene. */
  effects: z
    .array(z.object({ id: z.string(), prompt: z.string(), chosenTakeId: TakeId.nullable() }))
    .default([]),
  /** Every block from this scene's first to its last, filmed or not, in order. */
  blockIds: z.array(BlockId),
  /** Fields a person set by hand; a new breakdown leaves these alone. */
  editedFields: z.array(z.string()),
});
export type Scene = z.infer<typeof Scene>;
