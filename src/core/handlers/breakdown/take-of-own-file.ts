import type { EditReceipt } from '../../../contract/base.ts';
import type { Take } from '../../../domain/assets/take.ts';
import { takeOfFile } from '../../../domain/assets/take-of-file.ts';
import type { AssetId, ProjectId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../../domain/kernel/result.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import { mediumOf } from '../../../domain/timeline/assembly/shot-medium.ts';
import { followMedium } from '../../../domain/timeline/commands/follow-medium.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';
import { soundAfter } from './sound-after.ts';

export interface OwnFile {
  readonly projectId: ProjectId;
  readonly shotId: ShotId;
  readonly assetId: AssetId;
}

/**
 * Makes a file of the library a take of a shot and chooses it; the shot's clips follow in the same edit, and a recording is
 * laid under them as its line.
 */
export function takeOfOwnFile(
  { store, timelines, clock, ids }: Pick<StudioParts, 'store' | 'timelines' | 'clock' | 'ids'>,
  { projectId, shotId, assetId }: OwnFile,
): EditReceipt {
  const project = unwrap(requireProject(store, projectId));
  const shot = store.row('shot', shotId);
  if (shot === null || shot.projectId !== projectId) {
    return unwrap(fail('shot.not-found', 'That shot is not in this project any more. Nothing was changed.'));
  }
  const asset = store.row('asset', assetId);
  if (asset === null) {
    return unwrap(
      fail('library.not-found', 'The library does not have that file any more. Nothing was changed.'),
    );
  }
  const known = store
    .rows('take', projectId)
    .find((take) => take.shotId === shotId && take.assetId === assetId);
  const take =
    known ??
    unwrap(takeOfFile(asset, { id: ids.newId() as TakeId, projectId, shotId, createdAtMs: clock.nowMs() }));
  const chosen = choiceOf(take);
  const after = { ...shot, ...chosen };
  const added = patchOf([
    known === undefined ? addChange('take', take) : null,
    updateChange('shot', shot, chosen),
  ]);
  const [takes, assets] = [new Map([[take.id, take]]), new Map([[asset.id, asset]])];
  const clips =
    take.kind === 'speech'
      ? soundAfter({ store, timelines }, project, { shot: after, added: { take, asset } })
      : followMedium(timelines.of(project), shotId, mediumOf(after, takes, assets));
  const patch = patchOf([...added.changes, ...clips.changes]);
  return commitEdit(store, projectId, 'Use own file', patch);
}

/** A still takes the place of a clip too: what a person puts there is what they want to see. */
function choiceOf({ id, kind }: Take): Partial<Shot> {
  if (kind === 'speech') return { chosenSpeechId: id };
  return kind === 'still' ? { chosenStillId: id, chosenClipId: null } : { chosenClipId: id };
}
