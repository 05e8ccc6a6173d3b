import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { emptyPatch } from '../../../../domain/kernel/patch.ts';
import { ok } from '../../../../domain/kernel/result.ts';
import { formatTimecode, snapToFrame } from '../../../../domain/kernel/time.ts';
import { findSnap, snapPx, snapTargets } from '../geometry/snapping.ts';
import { flicksOfPx, pxOf, type TimeScale } from '../geometry/time-scale.ts';
import type { Desk, Gesture, Plan, Pointer } from './desk.ts';

export interface TimeDrag {
  readonly cursor: string;
  /** Times that move with the pointer: what may snap. */
  readonly moving: readonly number[];
  /** Items whose own edges are no targets. */
  readonly except: ReadonlySet<ItemId>;
  /** The edit for a drag by so many flicks, with the pointer where it is; null for none. */
  readonly planOf: (byFlicks: number, pointer: Pointer) => Plan | null;
  /** Where the medium or a neighbour ends, the edge stays there instead of the whole drag being refused. */
  readonly clamps: boolean;
  /** A drag that changes no time snaps to nothing. */
  readonly snaps?: boolean;
  readonly onClick?: (pointer: Pointer) => void;
  /** Called with the plan that was asked for, before the answer. */
  readonly onCommitted?: () => void;
}

/** The edit that changes nothing. */
const nothing: Plan['step'] = () => ok(emptyPatch);

/** A drag along the time: the edit is shown as it would be, by running it on the timeline that is shown. */
export function dragTime(desk: Desk, start: Pointer, drag: TimeDrag): Gesture {
  const { live, overlay } = desk;
  let good: { readonly by: number; readonly plan: Plan } | null = null;
  let refusal: string | null = null;
  let targets: readonly number[] = [];
  let targetsOf: TimeScale | null = null;

  const show = (byFlicks: number, pointer: Pointer): boolean => {
    const plan = drag.planOf(byFlicks, pointer);
    if (plan === null) {
      // Still a preview: what stands still meanwhile is not asked to look at the film again.
      live.preview(nothing);
      good = null;
      if (!drag.clamps) refusal = null;
      return true;
    }
    const result = live.preview(plan.step);
    if (!result.ok) refusal = desk.refusalOf(result.fault);
    else if (!drag.clamps) refusal = null;
    if (result.ok) good = { by: byFlicks, plan };
    return result.ok;
  };
  /** The farthest that can be had on the way to what is wanted, to the frame: tried out, and shown once. */
  const clamped = (wanted: number, pointer: Pointer): number => {
    const fits = (by: number): boolean => {
      const plan = drag.planOf(by, pointer);
      const result = plan === null ? null : live.attempt(plan.step);
      if (result !== null && !result.ok) refusal = desk.refusalOf(result.fault);
      return result === null || result.ok;
    };
    if (fits(wanted)) return wanted;
    const { rate } = live.index();
    let well = good !== null && Math.sign(good.by) === Math.sign(wanted) && fits(good.by) ? good.by : 0;
    let badly = wanted;
    for (let i = 0; i < 14; i++) {
      const middle = snapToFrame((well + badly) / 2, rate);
      if (middle === well || middle === badly) break;
      if (fits(middle)) well = middle;
      else badly = middle;
    }
    return well;
  };

  return {
    cursor: drag.cursor,
    move(pointer) {
      const { scale, snapping, widthPx } = desk.cut.getState();
      const { playheadFlicks, inFlicks, outFlicks } = desk.view.getState();
      const index = live.index();
      let by = snapToFrame(pointer.flicks - start.flicks, index.rate);
      refusal = null;
      overlay.snapLine(null);
      if (snapping && drag.snaps !== false) {
        if (targetsOf !== scale) {
          // Of the film as it is: what the drag itself moves is no target.
          live.preview(nothing);
          const marks = [playheadFlicks, inFlicks, outFlicks].filter((mark) => mark !== null);
          // Nor is where it was: it would stick there, by the edges of its neighbours.
          targets = snapTargets(index, scale, widthPx, drag.except, marks).filter(
            (target) => !drag.moving.includes(target),
          );
          targetsOf = scale;
        }
        const moved = drag.moving.map((at) => at + pointer.flicks - start.flicks);
        const snap = findSnap(moved, targets, flicksOfPx(scale, snapPx));
        if (snap !== null) {
          by = snapToFrame(pointer.flicks - start.flicks + snap.byFlicks, index.rate);
          overlay.snapLine(pxOf(scale, snap.atFlicks));
        }
      }
      const shown = drag.clamps ? clamped(by, pointer) : by;
      if (!show(shown, pointer)) live.preview(nothing);
      const sign = shown < 0 ? '−' : '+';
      const words = `${sign}${formatTimecode(Math.abs(shown), index.rate)}`;
      overlay.tip(refusal !== null && !drag.clamps ? refusal : words, pointer);
    },
    end(pointer, moved) {
      overlay.clear();
      if (!moved) {
        live.preview(null);
        drag.onClick?.(pointer);
        return;
      }
      if (good === null || (refusal !== null && !drag.clamps)) {
        live.preview(null);
        if (refusal !== null) desk.say(refusal);
        return;
      }
      drag.onCommitted?.();
      void desk.commit(good.plan);
    },
    cancel() {
      overlay.clear();
      live.preview(null);
    },
  };
}
