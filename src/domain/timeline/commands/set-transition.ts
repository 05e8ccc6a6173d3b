import { type ItemId, TransitionId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Item, Transition } from '../records.ts';
import { isGap, removeTransitionsAfter } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { halfOf, transitionOf } from '../transition-span.ts';
import { findOnMain, frameOf, snapped } from './find-item.ts';
import type { NewId } from './main-edits.ts';
import { refuse } from './refusals.ts';

export interface SetTransition {
  readonly leftItemId: ItemId;
  readonly kind: Transition['kind'];
  /** Whole frames, at least two. */
  readonly durationFlicks: number;
  readonly newId: NewId;
}

/**
 * Puts a transition on the cut after a main-track item, or changes the one that is there. It is centred on the cut, moves
 * nothing, and may take half of the shorter neighbour on each side. Refuses `timeline.no-neighbour` at the end and
 * between gaps, `timeline.too-long` with `longestFlicks`, `timeline.too-short`. One row.
 */
export function setTransition(
  index: TimelineIndex,
  { leftItemId, kind, durationFlicks, newId }: SetTransition,
): Result<RecordsPatch> {
  const found = findOnMain(index, leftItemId);
  if (!found.ok) return found;
  const left = found.value.item;
  const right = index.main.after(left);
  if (right === null || (isGap(left) && isGap(right))) return refuse('timeline.no-neighbour', { leftItemId });
  const length = snapped(index, durationFlicks);
  const longestFlicks = longestTransition(left, right, frameOf(index));
  if (length > longestFlicks) return refuse('timeline.too-long', { longestFlicks });
  if (length < 2 * frameOf(index)) return refuse('timeline.too-short', { durationFlicks });
  const draft = new PatchDraft();
  const old = transitionOf(index, leftItemId);
  if (old !== null) draft.update('transition', old, { kind, durationFlicks: length });
  else {
    draft.add('transition', {
      id: TransitionId.parse(newId()),
      projectId: left.projectId,
      leftItemId,
      kind,
      durationFlicks: length,
      assembled: null,
    });
  }
  return ok(draft.toPatch());
}

export interface RemoveTransition {
  readonly leftItemId: ItemId;
}

/** Makes the cut after an item a plain cut again. */
export function removeTransition(
  index: TimelineIndex,
  { leftItemId }: RemoveTransition,
): Result<RecordsPatch> {
  if (!index.byLeft.has(leftItemId)) return refuse('timeline.no-transition', { leftItemId });
  const draft = new PatchDraft();
  removeTransitionsAfter(draft, index, leftItemId);
  return ok(draft.toPatch());
}

/** The longest transition between two items: half of the shorter one on each side. */
export function longestTransition(left: Item, right: Item, frame: number): number {
  return 2 * Math.min(halfOf(left, frame), halfOf(right, frame));
}
