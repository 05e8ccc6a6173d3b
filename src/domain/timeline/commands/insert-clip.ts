import type { OrderKey } from '../../kernel/order.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { mainItemAt } from '../queries.ts';
import { removeTransitionsAfter } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { appendClip } from './append-clip.ts';
import { snapped } from './find-item.ts';
import { keysBehind, type NewId, splitOnMain } from './main-edits.ts';
import { clipFrom, findMainTrack, type NewClip } from './new-clip.ts';
import { refuse } from './refusals.ts';

export interface InsertClip {
  readonly clip: NewClip;
  /** Snapped to a frame of the item that is there; at or behind the end the clip is appended. */
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Puts a clip into the main track and ripples: everything from `atFlicks` on begins later by its length. In the middle
 * of an item, that is split. At a cut, the cut's transition goes. At most three items.
 */
export function insertClip(
  index: TimelineIndex,
  { clip, atFlicks, newId }: InsertClip,
): Result<RecordsPatch> {
  const track = findMainTrack(index);
  if (!track.ok) return track;
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  if (mainItemAt(index, atFlicks) === null) return appendClip(index, { clip, newId });
  const draft = new PatchDraft();
  const item = clipFrom(index, track.value, clip, 'a0', newId);
  if (!item.ok) return item;
  draft.add('item', { ...item.value, order: openPlace(draft, index, atFlicks, newId) });
  return ok(draft.toPatch());
}

/** Makes room for one item at a time of the main track, as an insert does; the order key of who is to stand there. */
export function openPlace(draft: PatchDraft, index: TimelineIndex, atFlicks: number, newId: NewId): OrderKey {
  const under = mainItemAt(index, atFlicks);
  if (under === null) return keysBehind(draft, index, index.main.last(), 1)[0] ?? 'a0';
  const into = snapped(index, atFlicks - under.startFlicks);
  const isInside = into > 0 && into < under.item.durationFlicks;
  const behind = into > 0 ? under.item : index.main.before(under.item);
  const [order = 'a0', rightOrder = 'a0'] = keysBehind(draft, index, behind, isInside ? 2 : 1);
  if (isInside) splitOnMain(draft, index, under.item, into, newId(), rightOrder);
  else if (behind !== null) removeTransitionsAfter(draft, index, behind.id);
  return order;
}
