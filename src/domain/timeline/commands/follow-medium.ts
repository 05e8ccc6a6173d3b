import type { ShotId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Medium } from '../assembly/shot-medium.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';

/**
 * Shows another medium in every clip that is linked to a shot, as choosing a take does: what the next assembly
 * would do about it, done at once. Places and lengths stay. One row for each clip.
 */
export function followMedium(index: TimelineIndex, shotId: ShotId, medium: Medium): RecordsPatch {
  const draft = new PatchDraft();
  for (const id of index.byShot.get(shotId) ?? []) {
    const item = index.items.get(id);
    if (item?.kind === 'clip') draft.update('item', item, medium);
  }
  return draft.toPatch();
}
