import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { BlockId, ProjectId, SceneId, TakeId } from '../domain/kernel/ids.ts';
import { SceneEdit } from '../domain/scenes/commands/edit-scene.ts';
import { Scene } from '../domain/scenes/scene.ts';
import { Activity } from './activities.ts';
import { editRow, row } from './base.ts';
import { LongText, ShortText } from './bounds.ts';

/** The fields to set; those that are left out stay. */
const BoundedSceneEdit = SceneEdit.extend({
  heading: ShortText.optional(),
  number: z.string().max(20).nullable().optional(),
  place: ShortText.nullable().optional(),
  timeNote: ShortText.nullable().optional(),
  mood: ShortText.nullable().optional(),
  synopsis: LongText.nullable().optional(),
  musicPrompt: LongText.nullable().optional(),
  effects: z
    .array(z.strictObject({ id: ShortText, prompt: LongText, chosenTakeId: TakeId.nullable() }))
    .max(100)
    .optional(),
}).strict();

/** Which language model reads, and whether an answer that does not fit may be asked for once more. */
export const ReadingChoice = z.object({
  provider: z.string().min(1),
  /** null takes the provider's usual one. */
  model: z.string().max(200).nullable(),
  repair: z.boolean(),
});
export type ReadingChoice = z.infer<typeof ReadingChoice>;

export const ReadingEstimate = z.object({
  /** Requests for the whole text, and those of them whose answers are here already and cost nothing again. */
  parts: z.int().nonnegative(),
  done: z.int().nonnegative(),
  /** The most that the rest can cost; what is charged is usually a part of it. */
  costUsdMicros: z.int().nonnegative(),
  /** How much of that is for asking once more. */
  repairUsdMicros: z.int().nonnegative(),
  /** The words behind the price of a request; null where nothing is left to ask. */
  basis: z.string().nullable(),
  pricedAtMs: z.int().nullable(),
});
export type ReadingEstimate = z.infer<typeof ReadingEstimate>;

/** What a finished reading did. */
export const ReadingResult = z.object({
  scenesRead: z.int().nonnegative(),
  /** Scenes, or parts of long ones, that the rules broke down because the answer could not be used there, and why. */
  fellBack: z.array(z.object({ sceneId: SceneId, heading: z.string(), reason: z.string() })),
  changes: z.int().nonnegative(),
  scenesChanged: z.int().nonnegative(),
  shotsChanged: z.int().nonnegative(),
});
export type ReadingResult = z.infer<typeof ReadingResult>;

/** The reading of a project that runs, or the last one since the studio started. */
export const ReadingState = z.object({
  state: z.enum(['none', 'running', 'done', 'failed', 'cancelled']),
  activityId: z.string().nullable(),
  done: z.int().nonnegative(),
  parts: z.int().nonnegative(),
  /** The end of what the model has written in the part that is being read. */
  words: z.string(),
  costUsdMicros: z.int().nonnegative(),
  result: ReadingResult.nullable(),
  message: z.string().nullable(),
});
export type ReadingState = z.infer<typeof ReadingState>;

export const scenes = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Scene)),
  /**
   * Breaks the text into scenes and shots, or brings an earlier breakdown up to date: what did not change keeps its
   * ids, takes and hand edits.
   */
  breakDown: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ scenes: z.int(), shots: z.int(), changes: z.int() })),
  /** What `startReading` would cost at most. Sends nothing. */
  estimateReading: row
    .input(z.object({ projectId: ProjectId, choice: ReadingChoice }))
    .output(ReadingEstimate),
  /**
   * Has a language model break the text down, as an activity; what fits is taken over in one undoable edit, the rest stays with
   * the rules. Every request reserves its price under the project's
   * budget and under what this reading may cost, `maxCostUsdMicros`; `money.no-cap` without either.
   * What was answered before is not asked for again. `scenes.reading-runs` while one of the project runs.
   */
  startReading: row
    .input(
      z.object({
        projectId: ProjectId,
        choice: ReadingChoice,
        maxCostUsdMicros: z.int().nonnegative().nullable(),
      }),
    )
    .output(Activity),
  /** The reading of a project as it goes, with the words of the model; its state now comes first. */
  watchReading: row.input(z.object({ projectId: ProjectId })).output(eventIterator(ReadingState)),
  /** Sets fields by hand; later breakdowns leave them alone. */
  edit: editRow({ sceneId: SceneId, fields: BoundedSceneEdit }),
  /** Chooses the scene's music, or with `effectId` one of its effects; none for null. The timeline follows at once. */
  chooseSound: editRow({
    sceneId: SceneId,
    effectId: z.string().min(1).max(80).nullable(),
    takeId: TakeId.nullable(),
  }),
  /** Cuts a scene in two before one of its blocks; the new scene is in `added`. */
  split: editRow({ sceneId: SceneId, blockId: BlockId }),
  /** Makes one scene of a scene and the next one. The first keeps its heading and facts. */
  merge: editRow({ firstSceneId: SceneId, secondSceneId: SceneId }),
  /** Puts a scene after another one, or first for null. Its shots come along. */
  move: editRow({ sceneId: SceneId, afterSceneId: SceneId.nullable() }),
};
