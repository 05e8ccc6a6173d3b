import type { ItemId, ShotId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Medium } from '../assembly/shot-medium.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findClip } from './find-item.ts';

export interface LinkToShot {
  readonly itemId: ItemId;
  /** The shot to follow, and what it shows now; null to stay with the medium that is there. */
  readonly shot: { readonly shotId: ShotId; readonly medium: Medium } | null;
}

/**
 * Makes a clip follow a shot's chosen take, or lets go of what it follows: then it is a person's own, and stays when the shot goes.
 * Place and length stay. One item.
 */
export function linkToShot(index: TimelineIndex, { itemId, shot }: LinkToShot): Result<RecordsPatch> {
  const clip = findClip(index, itemId);
  if (!clip.ok) return clip;
  const draft = new PatchDraft();
  if (shot === null) draft.update('item', clip.value, { shotId: null, soundOf: null, assembled: null });
  else {
    const { sourceInFlicks, durationFlicks } = clip.value;
    const room = Math.max(0, shot.medium.sourceLengthFlicks - durationFlicks);
    draft.update('item', clip.value, {
      ...shot.medium,
      shotId: shot.shotId,
      sourceInFlicks: Math.min(sourceInFlicks, room),
    });
  }
  return ok(draft.toPatch());
}
