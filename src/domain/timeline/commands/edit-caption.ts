import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { refuse } from './refusals.ts';

export interface EditCaption {
  readonly itemId: ItemId;
  readonly text: string;
  readonly speaker: string | null;
}

/** Changes the words of a caption. From then on, assembly leaves the captions of its shot alone. One item. */
export function editCaption(
  index: TimelineIndex,
  { itemId, text, speaker }: EditCaption,
): Result<RecordsPatch> {
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  if (item.kind !== 'caption') return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  const draft = new PatchDraft();
  draft.update('item', item, { text, speaker });
  return ok(draft.toPatch());
}
