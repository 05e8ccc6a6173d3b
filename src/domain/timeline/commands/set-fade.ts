import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { snapped } from './find-item.ts';
import { refuse } from './refusals.ts';

export interface SetFade {
  readonly itemId: ItemId;
  readonly edge: 'in' | 'out';
  /** In whole frames; 0 removes the fade. */
  readonly durationFlicks: number;
}

/**
 * Fades the picture and the sound of a clip, or a title, in or out: on the main track from or to black. Refuses
 * `timeline.too-long` when both fades together would be longer than the item. One item.
 */
export function setFade(
  index: TimelineIndex,
  { itemId, edge, durationFlicks }: SetFade,
): Result<RecordsPatch> {
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  if (item.kind !== 'clip' && item.kind !== 'title')
    return refuse('timeline.wrong-kind', { kind: item.kind });
  const length = snapped(index, durationFlicks);
  if (length < 0) return refuse('timeline.out-of-range', { durationFlicks });
  const other = edge === 'in' ? item.fadeOutFlicks : item.fadeInFlicks;
  if (length > item.durationFlicks - other) {
    return refuse('timeline.too-long', { longestFlicks: item.durationFlicks - other });
  }
  const draft = new PatchDraft();
  draft.update('item', item, edge === 'in' ? { fadeInFlicks: length } : { fadeOutFlicks: length });
  return ok(draft.toPatch());
}
