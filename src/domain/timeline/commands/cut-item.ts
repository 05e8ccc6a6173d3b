import { ItemId } from '../../kernel/ids.ts';
import { loopedSource } from '../looped-passes.ts';
import type { Fields } from '../patch-draft.ts';
import type { Anchor, ClipItem, Item } from '../records.ts';

/** Fields of an item that loses `headFlicks` at its start and `tailFlicks` at its end (negative: gains). Fades shrink to fit. */
export function trimmed(item: Item, headFlicks: number, tailFlicks: number): Fields<Item> {
  const durationFlicks = item.durationFlicks - headFlicks - tailFlicks;
  switch (item.kind) {
    case 'gap':
    case 'caption':
      return { durationFlicks };
    case 'title':
      return { durationFlicks, ...fittedFades(item, durationFlicks) };
    case 'clip': {
      // A still has no time of its own: it begins at 0 wherever it is trimmed.
      const isStill = item.sourceLengthFlicks === 0 && item.assetId !== null;
      const sourceInFlicks = isStill ? item.sourceInFlicks : sourceBehind(item, headFlicks);
      return { durationFlicks, sourceInFlicks, ...fittedFades(item, durationFlicks) };
    }
  }
}

/** Where a clip begins in its medium when it begins `byFlicks` later. */
function sourceBehind(clip: ClipItem, byFlicks: number): number {
  if (clip.loops && clip.sourceLengthFlicks > 0) return loopedSource(clip, byFlicks);
  return Math.max(0, clip.sourceInFlicks + byFlicks);
}

/** The part of an item before `atFlicks` from its start. It keeps the item's id, and the fade at its own edge. */
export function leftPart(item: Item, atFlicks: number): Fields<Item> {
  const fields = trimmed(item, 0, item.durationFlicks - atFlicks);
  return 'fadeOutFlicks' in item
    ? { ...fields, fadeOutFlicks: 0, fadeInFlicks: Math.min(item.fadeInFlicks, atFlicks) }
    : fields;
}

/** The part of an item from `atFlicks` on, as an item of its own: a person's, not assembly's, but live-linked like the first. */
export function rightPart(item: Item, atFlicks: number, id: string, order: string): Item {
  const left = item.durationFlicks - atFlicks;
  const next = {
    ...item,
    ...trimmed(item, atFlicks, 0),
    id: ItemId.parse(id),
    order,
    anchor: later(item.anchor, atFlicks),
  };
  if ('fadeInFlicks' in item) {
    return {
      ...next,
      fadeInFlicks: 0,
      fadeOutFlicks: Math.min(item.fadeOutFlicks, left),
      assembled: null,
    } as Item;
  }
  return (item.kind === 'gap' ? next : { ...next, assembled: null }) as Item;
}

function later(anchor: Anchor | null, byFlicks: number): Anchor | null {
  if (anchor === null) return null;
  if (anchor.to === 'time') return { ...anchor, atFlicks: anchor.atFlicks + byFlicks };
  return { ...anchor, offsetFlicks: anchor.offsetFlicks + byFlicks };
}

function fittedFades(
  item: { readonly fadeInFlicks: number; readonly fadeOutFlicks: number },
  durationFlicks: number,
): { readonly fadeInFlicks: number; readonly fadeOutFlicks: number } {
  const fadeInFlicks = Math.min(item.fadeInFlicks, durationFlicks);
  return { fadeInFlicks, fadeOutFlicks: Math.min(item.fadeOutFlicks, durationFlicks - fadeInFlicks) };
}
