import type { ShotId } from '../../kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Shot } from '../shot.ts';
import { type BreakdownRows, requireShot } from './breakdown-rows.ts';
import { placeInScene } from './shot-order.ts';

/**
 * Puts a copy of a shot right after it, to be changed by hand. The words stay with the original: the copy covers none,
 * says no line, and has no takes.
 *
 * Refusals: `shot.not-found`, `shot.id-taken`.
 */
export function duplicateShot(rows: BreakdownRows, shotId: string, newId: ShotId): Result<RecordsPatch> {
  const found = requireShot(rows.shots, shotId);
  if (!found.ok) return found;
  if (rows.shots.some(({ id }) => id === newId)) {
    return fail('shot.id-taken', `There is a shot ${newId} already. Nothing was added; try again.`);
  }
  const { order, moved } = placeInScene(rows.scenes, rows.shots, found.value.sceneId, shotId);
  const copy: Shot = {
    ...found.value,
    id: newId,
    order,
    dialogue: null,
    covers: [],
    transitionOut: 'cut',
    chosenStillId: null,
    chosenClipId: null,
    chosenSpeechId: null,
    approvedStillId: null,
    editedFields: [],
    origin: 'user',
  };
  return ok(patchOf([addChange('shot', copy), ...moved]));
}
