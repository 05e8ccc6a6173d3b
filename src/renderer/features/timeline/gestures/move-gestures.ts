import type { ItemId, TrackId } from '../../../../domain/kernel/ids.ts';
import { formatTimecode } from '../../../../domain/kernel/time.ts';
import { duplicateItems } from '../../../../domain/timeline/commands/duplicate-items.ts';
import { liftItem } from '../../../../domain/timeline/commands/lift-item.ts';
import { liftItems } from '../../../../domain/timeline/commands/lift-items.ts';
import { moveItems } from '../../../../domain/timeline/commands/move-items.ts';
import { takes } from '../../../../domain/timeline/commands/place-free.ts';
import { placeItem } from '../../../../domain/timeline/commands/place-item.ts';
import { shiftItems } from '../../../../domain/timeline/commands/shift-items.ts';
import { type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import { rowAt } from '../geometry/track-layout.ts';
import { type Desk, type Gesture, type Plan, type Pointer, shownId } from './desk.ts';
import { dragTime } from './drag-time.ts';
import { markInsertion } from './insertion-mark.ts';
import { lowerGesture } from './lower-gesture.ts';
import { trackChanges } from './track-changes.ts';

/**
 * Moves items of other tracks: freely in time, and to other tracks that take them. Clips of tracks above come down to
 * the film where they are let go over it. With Alt a copy is left.
 */
export function moveOthersGesture(
  desk: Desk,
  start: Pointer,
  placed: Placed,
  itemIds: readonly ItemId[],
  label: string,
  onClick: (pointer: Pointer) => void,
): Gesture {
  const index = desk.live.index();
  const canLower = itemIds.every((id) => {
    const item = index.items.get(id);
    return item?.kind === 'clip' && index.tracks.get(item.trackId)?.kind === 'video';
  });
  const free = moveFreely(desk, start, placed, itemIds, onClick);
  if (!canLower) return free;
  const shown = itemIds.length === 1 ? label : `${itemIds.length} ×`;
  const lower = lowerGesture(desk, start, placed, itemIds, shown);
  let active = free;
  return {
    cursor: free.cursor,
    move(pointer) {
      const over = rowAt(desk.rows(), pointer.stackPx)?.track;
      const next = over?.kind === 'main' && !pointer.alt ? lower : free;
      if (next !== active) active.cancel();
      active = next;
      active.move(pointer);
    },
    end: (pointer, moved) => active.end(pointer, moved),
    cancel: () => active.cancel(),
  };
}

function moveFreely(
  desk: Desk,
  start: Pointer,
  { item, startFlicks }: Placed,
  itemIds: readonly ItemId[],
  onClick: (pointer: Pointer) => void,
): Gesture {
  const { projectId } = desk;
  const index = desk.live.index();
  const moving = itemIds.flatMap((id) => {
    const at = startOf(index, id);
    return at === null ? [] : [at, at + (index.items.get(id)?.durationFlicks ?? 0)];
  });
  const items = itemIds.map((id) => index.items.get(id)).filter((other) => other !== undefined);
  const first = Math.min(...moving);
  return dragTime(desk, start, {
    cursor: 'grabbing',
    moving,
    except: new Set(itemIds),
    clamps: false,
    onClick,
    planOf(byFlicks, pointer): Plan | null {
      if (pointer.alt) {
        return byFlicks === 0 ? null : copyPlan(desk, itemIds, Math.max(0, first + byFlicks));
      }
      const rows = desk.rows();
      const over = rowAt(rows, pointer.stackPx)?.track ?? null;
      const toTracks = trackChanges(rows, items, item, over);
      const [change] = toTracks;
      if (itemIds.length === 1 && change !== undefined) {
        const atFlicks = Math.max(0, startFlicks + byFlicks);
        const input = { itemId: item.id, atFlicks, trackId: change.to };
        return {
          step: (now) => placeItem(now, input),
          call: (timeline) => timeline.place({ projectId, ...input }),
        };
      }
      const by = Math.max(byFlicks, -first);
      if (by === 0 && change === undefined) return null;
      const input = { itemIds: [...itemIds], byFlicks: by, toTracks };
      return {
        step: (now) => shiftItems(now, input),
        call: (timeline) => timeline.shiftItems({ projectId, ...input }),
      };
    },
  });
}

/**
 * Moves items of the film track: a ghost follows the pointer, a mark shows the cut that they would go into. Over a
 * track for overlays they are lifted instead, each at its time. With Alt copies are put in.
 */
export function moveMainGesture(
  desk: Desk,
  start: Pointer,
  { startFlicks }: Placed,
  itemIds: readonly ItemId[],
  label: string,
  onClick: (pointer: Pointer) => void,
): Gesture {
  const { live, overlay } = desk;
  const items = itemIds.map((id) => live.index().items.get(id)).filter((item) => item !== undefined);
  const lifted = items.filter(({ kind }) => kind !== 'gap');
  const carried = {
    startFlicks,
    totalFlicks: items.reduce((sum, { durationFlicks }) => sum + durationFlicks, 0),
    label: itemIds.length === 1 ? label : `${itemIds.length} ×`,
  };
  let plan: Plan | null = null;

  return {
    cursor: 'grabbing',
    move(pointer) {
      const over = rowAt(desk.rows(), pointer.stackPx)?.track;
      overlay.caret(null);
      overlay.ghost(null);
      if (over !== undefined && lifted.length > 0 && lifted.every(({ kind }) => takes(over, kind))) {
        const lift = liftPlan(
          desk,
          lifted.map(({ id }) => id),
          over.id,
        );
        const result = live.preview(lift.step);
        plan = result.ok ? lift : null;
        overlay.tip(result.ok ? null : desk.refusalOf(result.fault), pointer);
        return;
      }
      live.preview(null);
      const target = markInsertion(desk, start, pointer, carried);
      if (target === null) return;
      overlay.tip(formatTimecode(target.atFlicks, live.index().rate), pointer);
      plan = pointer.alt
        ? copyPlan(desk, itemIds, target.atFlicks)
        : movePlan(desk, itemIds, target.beforeItemId);
    },
    end(pointer, moved) {
      overlay.clear();
      live.preview(null);
      if (!moved) onClick(pointer);
      else if (plan !== null) void desk.commit(plan);
    },
    cancel() {
      overlay.clear();
      live.preview(null);
    },
  };
}

function liftPlan({ projectId }: Desk, itemIds: readonly ItemId[], trackId: TrackId): Plan {
  const [itemId] = itemIds;
  if (itemIds.length === 1 && itemId !== undefined) {
    return {
      step: (now) => liftItem(now, { itemId, trackId, newId: shownId }),
      call: (timeline) => timeline.lift({ projectId, itemId, trackId }),
    };
  }
  const input = { itemIds: [...itemIds], trackId };
  return {
    step: (now) => liftItems(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.liftItems({ projectId, ...input }),
  };
}

function movePlan({ projectId }: Desk, itemIds: readonly ItemId[], beforeItemId: ItemId | null): Plan {
  const input = { itemIds: [...itemIds], beforeItemId };
  return {
    step: (index) => moveItems(index, input),
    call: (timeline) => timeline.moveItems({ projectId, ...input }),
  };
}

function copyPlan({ projectId }: Desk, itemIds: readonly ItemId[], atFlicks: number): Plan {
  const input = { itemIds: [...itemIds], atFlicks };
  return {
    step: (index) => duplicateItems(index, { ...input, newId: shownId }),
    call: (timeline) => timeline.duplicateItems({ projectId, ...input }),
  };
}
