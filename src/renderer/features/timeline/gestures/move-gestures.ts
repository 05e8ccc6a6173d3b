import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { formatTimecode } from '../../../../domain/kernel/time.ts';
import { duplicateItems } from '../../../../domain/timeline/commands/duplicate-items.ts';
import { liftItem } from '../../../../domain/timeline/commands/lift-item.ts';
import { moveItems } from '../../../../domain/timeline/commands/move-items.ts';
import { takes } from '../../../../domain/timeline/commands/place-free.ts';
import { placeItem } from '../../../../domain/timeline/commands/place-item.ts';
import { shiftItems } from '../../../../domain/timeline/commands/shift-items.ts';
import { mainItemAt, type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { pxOf } from '../geometry/time-scale.ts';
import { rowAt, rowOf, rulerHeightPx } from '../geometry/track-layout.ts';
import { type Desk, type Gesture, type Plan, type Pointer, shownId } from './desk.ts';
import { dragTime } from './drag-time.ts';

/** Moves items of other tracks: freely in time, and one alone to another track that takes it. With Alt a copy is left. */
export function moveOthersGesture(
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
  const first = Math.min(...moving);
  return dragTime(desk, start, {
    cursor: 'grabbing',
    moving,
    except: new Set(itemIds),
    clamps: false,
    onClick,
    planOf(byFlicks, pointer): Plan | null {
      if (pointer.alt) {
        if (byFlicks === 0) return null;
        const input = { itemIds: [...itemIds], atFlicks: Math.max(0, first + byFlicks) };
        return {
          step: (now) => duplicateItems(now, { ...input, newId: shownId }),
          call: (timeline) => timeline.duplicateItems({ projectId, ...input }),
        };
      }
      const over = rowAt(desk.rows(), pointer.stackPx)?.track ?? null;
      const isOther = over !== null && over.id !== item.trackId && takes(over, item.kind);
      if (itemIds.length === 1 && isOther) {
        const atFlicks = Math.max(0, startFlicks + byFlicks);
        const input = { itemId: item.id, atFlicks, trackId: over.id };
        return {
          step: (now) => placeItem(now, input),
          call: (timeline) => timeline.place({ projectId, ...input }),
        };
      }
      const by = Math.max(byFlicks, -first);
      if (by === 0) return null;
      const input = { itemIds: [...itemIds], byFlicks: by };
      return {
        step: (now) => shiftItems(now, input),
        call: (timeline) => timeline.shiftItems({ projectId, ...input }),
      };
    },
  });
}

/**
 * Moves items of the film track: a ghost follows the pointer, a mark shows the cut that they would go into. Over a
 * track for overlays one clip is lifted instead, at its time. With Alt copies are put in.
 */
export function moveMainGesture(
  desk: Desk,
  start: Pointer,
  { item, startFlicks }: Placed,
  itemIds: readonly ItemId[],
  label: string,
  onClick: (pointer: Pointer) => void,
): Gesture {
  const { live, overlay, projectId, cut } = desk;
  const { mainTrackId } = live.index();
  const total = itemIds.reduce((sum, id) => sum + (live.index().items.get(id)?.durationFlicks ?? 0), 0);
  let plan: Plan | null = null;

  return {
    cursor: 'grabbing',
    move(pointer) {
      const { scale, scrollTopPx } = cut.getState();
      const index = live.index();
      const rows = desk.rows();
      const over = rowAt(rows, pointer.stackPx);
      overlay.caret(null);
      overlay.ghost(null);
      const height = (row: { topPx: number }): number => rulerHeightPx + row.topPx - scrollTopPx;
      const liftTo = over !== null && itemIds.length === 1 && takes(over.track, item.kind) ? over : null;
      if (liftTo !== null) {
        const input = { itemId: item.id, trackId: liftTo.track.id };
        const step: Plan['step'] = (now) => liftItem(now, { ...input, newId: shownId });
        const result = live.preview(step);
        plan = result.ok ? { step, call: (timeline) => timeline.lift({ projectId, ...input }) } : null;
        overlay.tip(result.ok ? null : desk.refusalOf(result.fault), pointer);
        return;
      }
      live.preview(null);
      const grabbed = pxOf(scale, startFlicks) - pxOf(scale, start.flicks);
      const row = mainTrackId === null ? null : rowOf(rows, mainTrackId);
      if (row === null) return;
      const target = cutNear(index, pointer.flicks);
      const shown = Math.min(240, Math.max(24, (total * scale.pxPerSecond) / 705_600_000));
      overlay.ghost({
        leftPx: Math.max(pointer.xPx - shown + 8, Math.min(pointer.xPx - 8, pointer.xPx + grabbed)),
        topPx: height(row) + 2,
        widthPx: shown,
        heightPx: row.heightPx - 5,
        label: itemIds.length === 1 ? label : `${itemIds.length} ×`,
        refused: false,
      });
      overlay.caret({ xPx: pxOf(scale, target.atFlicks), topPx: height(row), heightPx: row.heightPx - 1 });
      overlay.tip(formatTimecode(target.atFlicks, index.rate), pointer);
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

/** The cut of the film track that is nearest to a time, and the item behind it. */
export function cutNear(
  index: TimelineIndex,
  atFlicks: number,
): { readonly beforeItemId: ItemId | null; readonly atFlicks: number } {
  const under = mainItemAt(index, Math.max(0, atFlicks));
  if (under === null) return { beforeItemId: null, atFlicks: index.main.durationFlicks };
  const into = atFlicks - under.startFlicks;
  if (into < under.item.durationFlicks / 2) {
    return { beforeItemId: under.item.id, atFlicks: under.startFlicks };
  }
  return {
    beforeItemId: index.main.after(under.item)?.id ?? null,
    atFlicks: under.startFlicks + under.item.durationFlicks,
  };
}
