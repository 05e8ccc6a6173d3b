import type { ItemId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { frameFlicks, snapToFrame } from '../../kernel/time.ts';
import { isOnMain, type Placed, startOf } from '../queries.ts';
import type { ClipItem, Item } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { refuse } from './refusals.ts';

export interface PlacedOn<I extends Item = Item> extends Placed {
  readonly item: I;
  readonly endFlicks: number;
  readonly onMain: boolean;
}

/** The item with its place. Refuses `timeline.no-item` and `timeline.no-place`. */
export function findPlaced(index: TimelineIndex, id: ItemId): Result<PlacedOn> {
  const item = index.items.get(id);
  if (item === undefined) return refuse('timeline.no-item', { itemId: id });
  const startFlicks = startOf(index, id);
  if (startFlicks === null) return refuse('timeline.no-place', { itemId: id });
  return ok({
    item,
    startFlicks,
    endFlicks: startFlicks + item.durationFlicks,
    onMain: isOnMain(index, item),
  });
}

/** The item with its place on the main track; refuses `timeline.not-on-main` for any other. */
export function findOnMain(index: TimelineIndex, id: ItemId): Result<PlacedOn> {
  const found = findPlaced(index, id);
  if (found.ok && !found.value.onMain) return refuse('timeline.not-on-main', { itemId: id });
  return found;
}

/** The items with these ids, each once; refuses `timeline.no-item` when one is not there. */
export function findItems(index: TimelineIndex, ids: readonly ItemId[]): Result<Item[]> {
  const found: Item[] = [];
  for (const itemId of new Set(ids)) {
    const item = index.items.get(itemId);
    if (item === undefined) return refuse('timeline.no-item', { itemId });
    found.push(item);
  }
  return ok(found);
}

/** The clip with this id; refuses `timeline.wrong-kind` for any other kind. */
export function findClip(index: TimelineIndex, id: ItemId): Result<ClipItem> {
  const item = index.items.get(id);
  if (item === undefined) return refuse('timeline.no-item', { itemId: id });
  return item.kind === 'clip' ? ok(item) : refuse('timeline.wrong-kind', { itemId: id, kind: item.kind });
}

export function frameOf(index: TimelineIndex): number {
  return frameFlicks(index.rate);
}

/** A difference of times in whole frames. Commands snap differences, so that lengths stay whole frames wherever an item begins. */
export function snapped(index: TimelineIndex, flicks: number): number {
  return snapToFrame(flicks, index.rate);
}
