import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced } from './find-item.ts';
import { openPlace } from './insert-clip.ts';
import type { NewId } from './main-edits.ts';
import { findMainTrack } from './new-clip.ts';
import { clearPlace } from './overwrite-clip.ts';
import { refuse } from './refusals.ts';

export interface LowerItems {
  /** Clips of video tracks. */
  readonly itemIds: readonly ItemId[];
  /** Where the first of them is to begin on the main track. */
  readonly atFlicks: number;
  /** `insert` puts them one behind the other and what follows begins later; `overwrite` keeps their distances and moves nothing. */
  readonly way: 'insert' | 'overwrite';
  readonly newId: NewId;
}

/** Brings clips from tracks above down to the main track, as they are: the way back from a lift. */
export function lowerItems(
  index: TimelineIndex,
  { itemIds, atFlicks, way, newId }: LowerItems,
): Result<RecordsPatch> {
  const placed: { readonly id: ItemId; readonly startFlicks: number; readonly durationFlicks: number }[] = [];
  for (const itemId of new Set(itemIds)) {
    const found = findPlaced(index, itemId);
    if (!found.ok) return found;
    const { item, startFlicks, onMain } = found.value;
    if (onMain) return refuse('timeline.only-on-main', { itemId });
    placed.push({ id: itemId, startFlicks, durationFlicks: item.durationFlicks });
  }
  placed.sort((a, b) => a.startFlicks - b.startFlicks);
  const first = placed[0]?.startFlicks ?? 0;
  let behind = 0;
  const steps = placed.map(({ id, startFlicks, durationFlicks }): Step => {
    const offset = way === 'overwrite' ? startFlicks - first : behind;
    behind += durationFlicks;
    return (now) => lowerItem(now, id, atFlicks + offset, way, newId);
  });
  return runTogether(index, steps);
}

function lowerItem(
  index: TimelineIndex,
  itemId: ItemId,
  atFlicks: number,
  way: LowerItems['way'],
  newId: NewId,
): Result<RecordsPatch> {
  const main = findMainTrack(index);
  if (!main.ok) return main;
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  if (item.kind !== 'clip' || index.tracks.get(item.trackId)?.kind !== 'video') {
    return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  }
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const draft = new PatchDraft();
  const order =
    way === 'insert'
      ? openPlace(draft, index, atFlicks, newId)
      : clearPlace(draft, index, main.value, item, atFlicks, newId);
  // Last: what went from under it may have held it.
  draft.update('item', item, { trackId: main.value.id, order, anchor: null });
  return ok(draft.toPatch());
}
