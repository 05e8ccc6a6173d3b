import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findClip } from './find-item.ts';
import { refuse } from './refusals.ts';

export interface SetGain {
  readonly itemId: ItemId;
  /** −60 (silent) … +12. */
  readonly gainDb: number;
}

/** Sets how loud a clip is. One item. */
export function setGain(index: TimelineIndex, { itemId, gainDb }: SetGain): Result<RecordsPatch> {
  const clip = findClip(index, itemId);
  if (!clip.ok) return clip;
  if (!(gainDb >= -60 && gainDb <= 12)) return refuse('timeline.out-of-range', { gainDb, min: -60, max: 12 });
  const draft = new PatchDraft();
  draft.update('item', clip.value, { gainDb });
  return ok(draft.toPatch());
}
