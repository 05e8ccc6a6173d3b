import type { ItemId, TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { liftItem } from './lift-item.ts';
import type { NewId } from './main-edits.ts';

export interface LiftItems {
  /** Of the main track. */
  readonly itemIds: readonly ItemId[];
  /** Null for the first track of their kind. */
  readonly trackId: TrackId | null;
  readonly newId: NewId;
}

/** Moves items from the main track to another one, each at its time, and leaves gaps. */
export function liftItems(
  index: TimelineIndex,
  { itemIds, trackId, newId }: LiftItems,
): Result<RecordsPatch> {
  return runTogether(
    index,
    [...new Set(itemIds)].map(
      (itemId): Step =>
        (now) =>
          liftItem(now, { itemId, trackId, newId }),
    ),
  );
}
