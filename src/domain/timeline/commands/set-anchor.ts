import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Anchor } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findOnMain, findPlaced } from './find-item.ts';
import { refuse } from './refusals.ts';

export interface SetAnchor {
  readonly itemId: ItemId;
  /** The main-track item to hold on to; null to stay at a time, whatever happens below. */
  readonly to: ItemId | null;
}

/** Changes what an item of another track holds on to; it does not move by that. One item. */
export function setAnchor(index: TimelineIndex, { itemId, to }: SetAnchor): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, onMain } = found.value;
  if (onMain) return refuse('timeline.only-on-main', { itemId });
  let anchor: Anchor = { to: 'time', atFlicks: Math.max(0, startFlicks) };
  if (to !== null) {
    const target = findOnMain(index, to);
    if (!target.ok) return target;
    anchor = { to: 'item', itemId: to, offsetFlicks: startFlicks - target.value.startFlicks };
  }
  const draft = new PatchDraft();
  draft.update('item', item, { anchor });
  return ok(draft.toPatch());
}
