import { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isOwnCaption, isOwnSpeech } from '../own-caption.ts';
import { PatchDraft } from '../patch-draft.ts';
import { isOnMain, itemsAnchoredTo, mainItemAt } from '../queries.ts';
import type { Item } from '../records.ts';
import { removeTransitionsAfter } from '../release-anchored.ts';
import { runTogether } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced, type PlacedOn, snapped } from './find-item.ts';
import { keysBehind, type NewId } from './main-edits.ts';
import { anchorAt, isPlaceFree } from './place-free.ts';
import { refuse } from './refusals.ts';
import { splitItem } from './split-item.ts';

export interface DuplicateItems {
  readonly itemIds: readonly ItemId[];
  /** Where the copies are to begin: those of the main track are inserted there, the others keep their distances. */
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Copies items to another time. Copies of main-track items are put into the main track one behind the other, with
 * their own captions and speech; everything from there on begins later. Copies of other items go onto the same tracks, and are refused
 * where something is in the way. Copies are a person's own; they follow the same shots.
 */
export function duplicateItems(
  index: TimelineIndex,
  { itemIds, atFlicks, newId }: DuplicateItems,
): Result<RecordsPatch> {
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const placed: PlacedOn[] = [];
  for (const itemId of new Set(itemIds)) {
    const found = findPlaced(index, itemId);
    if (!found.ok) return found;
    placed.push(found.value);
  }
  placed.sort((a, b) => a.startFlicks - b.startFlicks);
  const main = placed.filter(({ onMain }) => onMain).map(({ item }) => item);
  const others = placed.filter(({ onMain }) => !onMain);
  const words = main.flatMap((clip) =>
    itemsAnchoredTo(index, clip.id).filter(
      (item) =>
        (isOwnCaption(item, clip) || isOwnSpeech(item, clip)) &&
        !others.some((other) => other.item.id === item.id),
    ),
  );
  const first = placed[0]?.startFlicks ?? 0;
  const copies = new Map<ItemId, ItemId>(main.map(({ id }) => [id, ItemId.parse(newId())]));
  return runTogether(index, [
    (now) => (main.length === 0 ? ok(emptyPatch) : makeCut(now, atFlicks, newId)),
    (now) => insertRun(now, main, copies, atFlicks),
    () => hang(words, copies, newId),
    ...others.map(({ item, startFlicks }) => (now: TimelineIndex) => {
      const toFlicks = atFlicks + startFlicks - first;
      return copyOnto(now, item, copies, toFlicks, newId);
    }),
  ]);
}

function makeCut(index: TimelineIndex, atFlicks: number, newId: NewId): Result<RecordsPatch> {
  const under = mainItemAt(index, atFlicks);
  if (under === null) return ok(emptyPatch);
  const into = snapped(index, atFlicks - under.startFlicks);
  if (into <= 0 || into >= under.item.durationFlicks) return ok(emptyPatch);
  return splitItem(index, { itemId: under.item.id, atFlicks, newId });
}

function insertRun(
  index: TimelineIndex,
  items: readonly Item[],
  copies: ReadonlyMap<ItemId, ItemId>,
  atFlicks: number,
): Result<RecordsPatch> {
  if (items.length === 0) return ok(emptyPatch);
  const draft = new PatchDraft();
  const under = mainItemAt(index, atFlicks);
  let behind = index.main.last();
  if (under !== null) {
    const into = snapped(index, atFlicks - under.startFlicks);
    behind = into > 0 ? under.item : index.main.before(under.item);
  }
  const keys = keysBehind(draft, index, behind, items.length);
  items.forEach((item, i) => {
    const id = copies.get(item.id);
    if (id !== undefined) draft.add('item', asOwn({ ...item, id, order: keys[i] ?? item.order }));
  });
  if (behind !== null) removeTransitionsAfter(draft, index, behind.id);
  return ok(draft.toPatch());
}

/** Copies of captions, held by the copies of their clips. */
function hang(
  captions: readonly Item[],
  copies: ReadonlyMap<ItemId, ItemId>,
  newId: NewId,
): Result<RecordsPatch> {
  const draft = new PatchDraft();
  for (const caption of captions) {
    const itemId = caption.anchor?.to === 'item' ? copies.get(caption.anchor.itemId) : undefined;
    if (itemId === undefined || caption.anchor?.to !== 'item') continue;
    const { offsetFlicks } = caption.anchor;
    const anchor = { to: 'item', itemId, offsetFlicks } as const;
    draft.add('item', asOwn({ ...caption, id: ItemId.parse(newId()), anchor }));
  }
  return ok(draft.toPatch());
}

function copyOnto(
  index: TimelineIndex,
  item: Item,
  copies: ReadonlyMap<ItemId, ItemId>,
  wantedFlicks: number,
  newId: NewId,
): Result<RecordsPatch> {
  const holder = item.anchor?.to === 'item' ? copies.get(item.anchor.itemId) : undefined;
  const held = holder === undefined ? undefined : index.items.get(holder);
  const offset = item.anchor?.to === 'item' ? item.anchor.offsetFlicks : 0;
  const onCopy = held !== undefined && isOnMain(index, held);
  const at = onCopy ? (index.main.startOf(held) ?? 0) + offset : snapped(index, wantedFlicks);
  if (at < 0) return refuse('timeline.out-of-range', { atFlicks: at });
  if (!isPlaceFree(index, item.trackId, at, at + item.durationFlicks, null)) {
    return refuse('timeline.place-taken', { atFlicks: at });
  }
  const draft = new PatchDraft();
  const anchor = onCopy
    ? ({ to: 'item', itemId: held.id, offsetFlicks: offset } as const)
    : anchorAt(index, at);
  draft.add('item', asOwn({ ...item, id: ItemId.parse(newId()), anchor }));
  return ok(draft.toPatch());
}

/** Not assembly's any more. */
function asOwn(item: Item): Item {
  return item.kind === 'gap' ? item : { ...item, assembled: null };
}
