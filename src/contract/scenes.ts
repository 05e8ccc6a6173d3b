import { z } from 'zod';
import { BlockId, ProjectId, SceneId } from '../domain/kernel/ids.ts';
import { SceneEdit } from '../domain/scenes/commands/edit-scene.ts';
import { Scene } from '../domain/scenes/scene.ts';
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
}).strict();

export const scenes = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Scene)),
  /**
   * Breaks the text into scenes and shots, or brings an earlier breakdown up to date: what did not change keeps its
   * ids, takes and hand edits.
   */
  breakDown: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ scenes: z.int(), shots: z.int(), changes: z.int() })),
  /** Sets fields by hand; later breakdowns leave them alone. */
  edit: editRow({ sceneId: SceneId, fields: BoundedSceneEdit }),
  /** Cuts a scene in two before one of its blocks; the new scene is in `added`. */
  split: editRow({ sceneId: SceneId, blockId: BlockId }),
  /** Makes one scene of a scene and the next one. The first keeps its heading and facts. */
  merge: editRow({ firstSceneId: SceneId, secondSceneId: SceneId }),
  /** Puts a scene after another one, or first for null. Its shots come along. */
  move: editRow({ sceneId: SceneId, afterSceneId: SceneId.nullable() }),
};
