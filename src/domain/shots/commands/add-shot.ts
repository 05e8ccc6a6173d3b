import type { CastMember } from '../../cast/cast-member.ts';
import type { ShotId } from '../../kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type FrameRate, secondsToFlicks, snapToFrame } from '../../kernel/time.ts';
import { definedFields } from '../../scenes/commands/defined-fields.ts';
import { setup } from '../camera/setup.ts';
import { describePlace } from '../describing/describe-place.ts';
import type { Shot } from '../shot.ts';
import { untaken } from '../untaken.ts';
import { type BreakdownRows, requireScene } from './breakdown-rows.ts';
import { checkEdit, type ShotEdit } from './edit-shot.ts';
import { placeInScene } from './shot-order.ts';

export interface NewShot {
  /** Fresh, from the caller's id source. */
  readonly id: ShotId;
  readonly sceneId: string;
  /** null: first in the scene. */
  readonly afterShotId: string | null;
  readonly fields: ShotEdit;
}

const newShotSeconds = 3;

/**
 * Adds a shot by hand: a medium view of the place for three seconds, but for what `fields` says. It covers no words and
 * stays whatever becomes of the text.
 *
 * Refusals: `scene.not-found`, `shot.not-in-scene`, `shot.id-taken`, and those of `editShot`.
 */
export function addShot(
  rows: BreakdownRows,
  cast: readonly Pick<CastMember, 'name'>[],
  rate: FrameRate,
  { id, sceneId, afterShotId, fields }: NewShot,
): Result<RecordsPatch> {
  const found = requireScene(rows.scenes, sceneId);
  if (!found.ok) return found;
  const scene = found.value;
  if (rows.shots.some((shot) => shot.id === id)) {
    return fail('shot.id-taken', `There is a shot ${id} already. Nothing was added; try again.`);
  }
  if (
    afterShotId !== null &&
    !rows.shots.some((shot) => shot.id === afterShotId && shot.sceneId === sceneId)
  ) {
    return fail('shot.not-in-scene', `Shot ${afterShotId} is not in this scene. Nothing was added.`);
  }
  const checked = checkEdit(cast, rate, fields);
  if (!checked.ok) return checked;
  const { order, moved } = placeInScene(rows.scenes, rows.shots, sceneId, afterShotId);
  const shot: Shot = {
    kind: 'action',
    ...setup('medium'),
    description: describePlace(scene.place, scene.timeOfDay, scene.heading),
    subject: null,
    dialogue: null,
    characters: [],
    setting: scene.setting,
    place: scene.place,
    timeOfDay: scene.timeOfDay,
    mood: scene.mood,
    durationFlicks: snapToFrame(secondsToFlicks(newShotSeconds), rate, true),
    transitionOut: 'cut',
    ...untaken,
    ...definedFields(fields),
    id,
    projectId: scene.projectId,
    sceneId: scene.id,
    order,
    covers: [],
    editedFields: [],
    origin: 'user',
  };
  return ok(patchOf([addChange('shot', shot), ...moved]));
}
