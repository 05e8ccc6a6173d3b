import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { formatTimecode, snapToFrame } from '../../../../domain/kernel/time.ts';
import { lowerItems } from '../../../../domain/timeline/commands/lower-items.ts';
import { mainItemAt, type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { type Desk, type Gesture, type Plan, type Pointer, shownId } from './desk.ts';
import { markInsertion } from './insertion-mark.ts';

/**
 * Brings clips of tracks above down to the film: into a gap that has room for them they go at their time, anywhere else
 * into the nearest cut, and what follows begins later. With Mod they go over what is there.
 */
export function lowerGesture(
  desk: Desk,
  start: Pointer,
  { startFlicks }: Placed,
  itemIds: readonly ItemId[],
  label: string,
): Gesture {
  const { live, overlay, projectId } = desk;
  const span = spanOf(live.index(), itemIds);
  let plan: Plan | null = null;

  const planOf = (way: 'insert' | 'overwrite', atFlicks: number): Plan => {
    const input = { itemIds: [...itemIds], atFlicks, way };
    return {
      step: (index) => lowerItems(index, { ...input, newId: shownId }),
      call: (timeline) => timeline.lowerItems({ projectId, ...input }),
    };
  };
  const showOver = (atFlicks: number, pointer: Pointer): void => {
    overlay.ghost(null);
    overlay.caret(null);
    const over = planOf('overwrite', atFlicks);
    const result = live.preview(over.step);
    plan = result.ok ? over : null;
    overlay.tip(
      result.ok ? formatTimecode(atFlicks, live.index().rate) : desk.refusalOf(result.fault),
      pointer,
    );
  };
  return {
    cursor: 'grabbing',
    move(pointer) {
      // What is under the pointer is the film as it is, without what was shown before.
      live.preview(null);
      const index = live.index();
      const by = snapToFrame(pointer.flicks - start.flicks, index.rate);
      const wanted = Math.max(0, span.fromFlicks + by);
      const free = placeInGap(index, pointer.flicks, wanted, span.toFlicks - span.fromFlicks);
      if (free !== null) return showOver(free, pointer);
      if (pointer.mod) return showOver(wanted, pointer);
      const carried = { startFlicks, totalFlicks: span.totalFlicks, label };
      const target = markInsertion(desk, start, pointer, carried);
      if (target === null) return;
      plan = planOf('insert', target.atFlicks);
      overlay.tip(formatTimecode(target.atFlicks, index.rate), pointer);
    },
    end() {
      overlay.clear();
      live.preview(null);
      if (plan !== null) void desk.commit(plan);
    },
    cancel() {
      overlay.clear();
      live.preview(null);
    },
  };
}

/** Where in the gap under the pointer something of that length begins, as near as it can to `wanted`; null without room. */
function placeInGap(
  index: TimelineIndex,
  atFlicks: number,
  wantedFlicks: number,
  lengthFlicks: number,
): number | null {
  const under = mainItemAt(index, Math.max(0, atFlicks));
  if (under?.item.kind !== 'gap') return null;
  const last = under.startFlicks + under.item.durationFlicks - lengthFlicks;
  return last < under.startFlicks ? null : Math.min(last, Math.max(under.startFlicks, wantedFlicks));
}

function spanOf(index: TimelineIndex, itemIds: readonly ItemId[]) {
  const placed = itemIds.flatMap((id) => {
    const at = startOf(index, id);
    return at === null ? [] : [{ at, lengthFlicks: index.items.get(id)?.durationFlicks ?? 0 }];
  });
  return {
    fromFlicks: Math.min(...placed.map(({ at }) => at)),
    toFlicks: Math.max(...placed.map(({ at, lengthFlicks }) => at + lengthFlicks)),
    totalFlicks: placed.reduce((sum, { lengthFlicks }) => sum + lengthFlicks, 0),
  };
}
