import type { OrderKey } from '../../kernel/order.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { itemsIn, mainItemAt } from '../queries.ts';
import type { ClipItem, Track } from '../records.ts';
import { releaseAnchored, removeTransitionsAfter, shiftAnchored } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { leftPart, trimmed } from './cut-item.ts';
import { snapped } from './find-item.ts';
import { keysBehind, type NewId, newGap, splitOnMain } from './main-edits.ts';
import { clipFrom, findMainTrack, type NewClip } from './new-clip.ts';
import { refuse } from './refusals.ts';

export interface OverwriteClip {
  readonly clip: NewClip;
  /** Snapped to a frame of the item that is there. */
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Puts a clip onto the main track over what is there, and moves nothing: items under it are removed, cut off or cut in
 * two. Behind the end, a gap fills the time up to it. What was anchored to removed items keeps its place in time; their own captions
 * go with them.
 */
export function overwriteClip(
  index: TimelineIndex,
  { clip, atFlicks, newId }: OverwriteClip,
): Result<RecordsPatch> {
  const track = findMainTrack(index);
  if (!track.ok) return track;
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const draft = new PatchDraft();
  const made = clipFrom(index, track.value, clip, 'a0', newId);
  if (!made.ok) return made;
  draft.add('item', {
    ...made.value,
    order: clearPlace(draft, index, track.value, made.value, atFlicks, newId),
  });
  return ok(draft.toPatch());
}

/**
 * Takes away, cuts off or cuts in two what is on the main track where `clip` is to stand; what was anchored there holds
 * on to the clip. Answers with the order key that it is to have.
 */
export function clearPlace(
  draft: PatchDraft,
  index: TimelineIndex,
  track: Track,
  clip: ClipItem,
  atFlicks: number,
  newId: NewId,
): OrderKey {
  const under = mainItemAt(index, atFlicks);
  if (under === null) return waitBehindEnd(draft, index, track, clip, atFlicks, newId);
  const from = under.startFlicks + snapped(index, atFlicks - under.startFlicks);
  const to = from + clip.durationFlicks;
  const covered = itemsIn(index, track.id, from, to);
  const first = covered[0] ?? null;
  const startsInside = first !== null && first.startFlicks < from;
  const behind = startsInside
    ? first.item
    : first === null
      ? index.main.last()
      : index.main.before(first.item);
  const endsInFirst = startsInside && first !== null && first.startFlicks + first.item.durationFlicks > to;
  const [order = 'a0', rightOrder = 'a0'] = keysBehind(draft, index, behind, endsInFirst ? 2 : 1);
  if (behind !== null && !endsInFirst) removeTransitionsAfter(draft, index, behind.id);

  for (const { item, startFlicks } of covered) {
    const head = to - startFlicks;
    const end = startFlicks + item.durationFlicks;
    if (startFlicks < from && end > to) {
      const right = splitOnMain(draft, index, item, from - startFlicks, newId(), rightOrder);
      const cut = trimmed(right, clip.durationFlicks, 0);
      draft.update('item', right, cut);
      for (const id of index.anchoredTo.get(item.id) ?? []) {
        const anchored = index.items.get(id);
        const now = anchored === undefined ? null : draft.now('item', anchored);
        if (anchored === undefined || now?.anchor?.to !== 'item' || now.anchor.itemId !== right.id) continue;
        const offsetFlicks = now.anchor.offsetFlicks - clip.durationFlicks;
        draft.update('item', anchored, { anchor: { ...now.anchor, offsetFlicks } });
      }
    } else if (startFlicks < from) {
      draft.update('item', item, leftPart(item, from - startFlicks));
    } else if (end > to) {
      draft.update('item', item, trimmed(item, head, 0));
      shiftAnchored(draft, index, item, -head);
    } else {
      removeTransitionsAfter(draft, index, item.id);
      releaseAnchored(draft, index, item, { itemId: clip.id, shiftFlicks: startFlicks - from });
      draft.remove('item', item);
    }
  }
  return order;
}

/** Behind the end of the film: a gap up to where the clip begins. */
function waitBehindEnd(
  draft: PatchDraft,
  index: TimelineIndex,
  track: Track,
  clip: ClipItem,
  atFlicks: number,
  newId: NewId,
): OrderKey {
  const last = index.main.last();
  const wait = snapped(index, atFlicks - index.main.durationFlicks);
  const [order = 'a0', second = 'a0'] = keysBehind(draft, index, last, wait > 0 ? 2 : 1);
  if (wait > 0) draft.add('item', newGap({ ...clip, trackId: track.id }, newId(), order, wait));
  if (last !== null) removeTransitionsAfter(draft, index, last.id);
  return wait > 0 ? second : order;
}
