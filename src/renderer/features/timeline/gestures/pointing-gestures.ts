import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { snapToFrame } from '../../../../domain/kernel/time.ts';
import { timelineDurationFlicks } from '../../../../domain/timeline/queries.ts';
import { itemsTouched, marqueeBetween } from '../geometry/marquee.ts';
import { findSnap, snapPx, snapTargets } from '../geometry/snapping.ts';
import { flicksOfPx, pxOf } from '../geometry/time-scale.ts';
import { rulerHeightPx } from '../geometry/track-layout.ts';
import type { Desk, Gesture, Pointer } from './desk.ts';

/** Moves the playhead along; with Shift it snaps to cuts. */
export function scrubGesture(desk: Desk): Gesture {
  const { live, view, cut, overlay } = desk;
  const before = view.getState().playheadFlicks;
  const go = (pointer: Pointer): void => {
    const index = live.index();
    const { scale, widthPx } = cut.getState();
    const end = timelineDurationFlicks(index);
    let at = Math.min(end, Math.max(0, snapToFrame(pointer.flicks, index.rate)));
    overlay.snapLine(null);
    if (pointer.shift) {
      const targets = snapTargets(index, scale, widthPx, new Set(), []);
      const snap = findSnap([at], targets, flicksOfPx(scale, snapPx * 2));
      if (snap !== null) {
        at = snap.atFlicks;
        overlay.snapLine(pxOf(scale, at));
      }
    }
    view.setState({ playheadFlicks: at });
  };
  return {
    cursor: 'ew-resize',
    move: go,
    end(pointer) {
      go(pointer);
      overlay.clear();
    },
    cancel() {
      overlay.clear();
      view.setState({ playheadFlicks: before });
    },
  };
}

/** Selects what a drawn box touches; with Shift or Mod besides what is selected. A press that goes nowhere selects nothing. */
export function marqueeGesture(desk: Desk, start: Pointer): Gesture {
  const { live, view, cut, overlay } = desk;
  const before = view.getState().itemIds;
  const adds = start.shift || start.mod;
  return {
    cursor: 'crosshair',
    move(pointer) {
      const { scale, scrollTopPx } = cut.getState();
      const box = marqueeBetween(
        { flicks: start.flicks, yPx: start.stackPx },
        { flicks: pointer.flicks, yPx: pointer.stackPx },
      );
      const left = pxOf(scale, box.fromFlicks);
      overlay.marquee({
        leftPx: left,
        topPx: rulerHeightPx + box.topPx - scrollTopPx,
        widthPx: pxOf(scale, box.toFlicks) - left,
        heightPx: box.bottomPx - box.topPx,
      });
      const touched = itemsTouched(live.index(), desk.rows(), box);
      if (adds) for (const id of before) touched.add(id);
      if (!sameIds(touched, view.getState().itemIds)) view.setState({ itemIds: touched });
    },
    end(_pointer, moved) {
      overlay.clear();
      cut.setState({ transitionId: null });
      if (!moved && !adds) view.setState({ itemIds: new Set() });
    },
    cancel() {
      overlay.clear();
      view.setState({ itemIds: before });
    },
  };
}

function sameIds(a: ReadonlySet<ItemId>, b: ReadonlySet<ItemId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
