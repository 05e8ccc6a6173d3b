import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import type { Shot } from '../shot.ts';

/**
 * Approves the stills that shots show for video, or takes that back. An approval is of that very picture: another one that is chosen
 * later is to be approved again. Shots without a still are left alone.
 */
export function approveStills(
  shots: readonly Shot[],
  shotIds: readonly string[],
  approved: boolean,
): RecordsPatch {
  const wanted = new Set(shotIds);
  return patchOf(
    shots
      .filter(({ id, chosenStillId }) => wanted.has(id) && (chosenStillId !== null || !approved))
      .map((shot) =>
        updateChange<Shot>('shot', shot, { approvedStillId: approved ? shot.chosenStillId : null }),
      ),
  );
}

/** Whether the still that the shot shows is the one that was approved. */
export function isStillApproved({
  chosenStillId,
  approvedStillId,
}: Pick<Shot, 'chosenStillId' | 'approvedStillId'>): boolean {
  return chosenStillId !== null && chosenStillId === approvedStillId;
}
