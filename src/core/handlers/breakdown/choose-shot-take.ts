import type { EditReceipt } from '../../../contract/base.ts';
import type { TakeKind } from '../../../domain/assets/take.ts';
import type { ProjectId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../../domain/kernel/result.ts';
import { chooseTake } from '../../../domain/shots/commands/choose-take.ts';
import { followMedium } from '../../../domain/timeline/commands/follow-medium.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';
import { shotMedium } from '../timeline/find-clip-medium.ts';
import { soundAfter } from './sound-after.ts';

export interface ShotTake {
  readonly projectId: ProjectId;
  readonly shotId: ShotId;
  readonly kind: TakeKind;
  /** null for none. */
  readonly takeId: TakeId | null;
}

/**
 * Chooses a take, and lets the clips of the shot follow in the same edit, so that one undo takes back both. A line is placed, and
 * its shot lengthened, as assembly does it.
 */
export function chooseShotTake(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  { projectId, shotId, kind, takeId }: ShotTake,
): EditReceipt {
  const project = unwrap(requireProject(store, projectId));
  const take = takeId === null ? null : store.row('take', takeId);
  if (takeId !== null && take?.projectId !== projectId) {
    return unwrap(fail('take.not-found', 'That take is not in this project. The choice is unchanged.'));
  }
  const choice = unwrap(chooseTake(store.rows('shot', projectId), shotId, kind, take));
  // What is shown is not away.
  const back = take === null ? null : updateChange('take', take, { discardedAtMs: null });
  const chosen = patchOf([...choice.changes, back]);
  const shot = store.row('shot', shotId);
  if (shot === null || chosen.changes.length === 0)
    return commitEdit(store, projectId, 'Choose take', chosen);
  if (kind === 'speech') {
    const laid = soundAfter({ store, timelines }, project, { shot: { ...shot, chosenSpeechId: takeId } });
    return commitEdit(store, projectId, 'Choose take', patchOf([...chosen.changes, ...laid.changes]));
  }
  const after = {
    ...shot,
    ...(kind === 'still' ? { chosenStillId: takeId } : kind === 'clip' ? { chosenClipId: takeId } : {}),
  };
  const clips = followMedium(timelines.of(project), shotId, shotMedium(store, after));
  return commitEdit(store, projectId, 'Choose take', patchOf([...chosen.changes, ...clips.changes]));
}
