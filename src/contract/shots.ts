import { z } from 'zod';
import { TakeKind } from '../domain/assets/take.ts';
import { BlockId, ProjectId, SceneId, ShotId, TakeId } from '../domain/kernel/ids.ts';
import { ShotEdit } from '../domain/shots/commands/edit-shot.ts';
import { promptPartNames } from '../domain/shots/prompt/compose-prompt.ts';
import { DialogueLine, Shot } from '../domain/shots/shot.ts';
import { editRow, row } from './base.ts';
import { DurationFlicks, LongText, ShortText } from './bounds.ts';

/** The fields to set; those that are left out stay, or are what a new shot begins with. */
const BoundedShotEdit = ShotEdit.extend({
  description: LongText.optional(),
  subject: ShortText.nullable().optional(),
  dialogue: DialogueLine.extend({
    speaker: ShortText,
    text: LongText,
    parenthetical: ShortText.nullable(),
  })
    .strict()
    .nullable()
    .optional(),
  characters: z.array(ShortText).max(100).optional(),
  place: ShortText.nullable().optional(),
  mood: ShortText.nullable().optional(),
  durationFlicks: DurationFlicks.optional(),
  promptOverride: LongText.nullable().optional(),
  promptParts: z.partialRecord(z.enum(promptPartNames), LongText).optional(),
}).strict();

const ManyShots = z.array(ShotId).min(1).max(10_000);

export const shots = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Shot)),
  /** The shot list as a director would read it, a line of text each. */
  print: row.input(z.object({ projectId: ProjectId })).output(z.object({ text: z.string() })),
  /** Adds a shot by hand after another one of the scene (null: first); its id is in `added`. */
  add: editRow({ sceneId: SceneId, afterShotId: ShotId.nullable(), fields: BoundedShotEdit }),
  /** Sets fields by hand; later breakdowns leave them alone. */
  edit: editRow({ shotId: ShotId, fields: BoundedShotEdit }),
  /** Puts a copy right after the shot, without its words and takes; its id is in `added`. */
  duplicate: editRow({ shotId: ShotId }),
  /** Deletes a shot; its words go to a neighbour, or are marked as cut by hand. */
  delete: editRow({ shotId: ShotId }),
  /** Puts a shot after another one of a scene (null: first in it), within its scene or into another. */
  move: editRow({ shotId: ShotId, sceneId: SceneId, afterShotId: ShotId.nullable() }),
  /** Cuts a shot in two before `offset` (UTF-16) in a block that it films; the second shot's id is in `added`. */
  split: editRow({
    shotId: ShotId,
    at: z.strictObject({ blockId: BlockId, offset: z.int().min(0).max(20_000_000) }),
  }),
  /** Makes one shot of a shot and the next one of its scene. The first keeps its set-up and takes. */
  merge: editRow({ firstShotId: ShotId, secondShotId: ShotId }),
  /** The same fields on several shots, as one edit. */
  editMany: editRow({ shotIds: ManyShots, fields: BoundedShotEdit }),
  /** Puts several shots, in the order they are named, after a shot of a scene (null: first in it), as one edit. */
  moveMany: editRow({ shotIds: ManyShots, sceneId: SceneId, afterShotId: ShotId.nullable() }),
  /** Approves the stills that shots show for video, or takes that back; one undoable edit. */
  approveStills: editRow({ shotIds: ManyShots, approved: z.boolean() }),
  deleteMany: editRow({ shotIds: ManyShots }),
  /** Lets a narrator say the words that shots without a line film; null: all shots of prose. One undoable edit. */
  narrate: editRow({ shotIds: ManyShots.nullable() }),
  /**
   * Chooses a take as the shot's still, clip or speech, or none for null. Every clip that is linked to the shot follows at once; a
   * line is laid under it, and lengthens it where it needs more.
   */
  chooseTake: editRow({ shotId: ShotId, kind: TakeKind, takeId: TakeId.nullable() }),
};
