import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TitleStyle } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { refuse } from './refusals.ts';

export interface EditTitle {
  readonly itemId: ItemId;
  readonly text: string;
  readonly style: TitleStyle;
}

/** Changes the words or the look of a title. One item. */
export function editTitle(index: TimelineIndex, { itemId, text, style }: EditTitle): Result<RecordsPatch> {
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  if (item.kind !== 'title') return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  const draft = new PatchDraft();
  draft.update('item', item, { text, style });
  return ok(draft.toPatch());
}
