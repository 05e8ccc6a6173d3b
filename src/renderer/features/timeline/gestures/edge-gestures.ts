import { rippleTrim } from '../../../../domain/timeline/commands/ripple-trim.ts';
import { rollCut } from '../../../../domain/timeline/commands/roll-cut.ts';
import { setFade } from '../../../../domain/timeline/commands/set-fade.ts';
import { removeTransition, setTransition } from '../../../../domain/timeline/commands/set-transition.ts';
import { trimItem } from '../../../../domain/timeline/commands/trim-item.ts';
import type { Placed } from '../../../../domain/timeline/queries.ts';
import type { Item } from '../../../../domain/timeline/records.ts';
import type { TransitionSpan } from '../../../../domain/timeline/transition-span.ts';
import { type Desk, type Gesture, type Pointer, shownId } from './desk.ts';
import { dragTime } from './drag-time.ts';

/** Drags an edge. On the film track what follows comes along where `ripple` says so; Mod turns that round. */
export function trimGesture(
  desk: Desk,
  start: Pointer,
  { item, startFlicks }: Placed,
  edge: 'start' | 'end',
): Gesture {
  const { projectId } = desk;
  const from = edge === 'start' ? startFlicks : startFlicks + item.durationFlicks;
  const onMain = item.trackId === desk.live.index().mainTrackId;
  return dragTime(desk, start, {
    cursor: edge === 'start' ? 'w-resize' : 'e-resize',
    moving: [from],
    except: new Set([item.id]),
    clamps: true,
    planOf(byFlicks, pointer) {
      if (byFlicks === 0) return null;
      const input = { itemId: item.id, edge, toFlicks: from + byFlicks };
      return onMain && desk.cut.getState().ripple !== pointer.mod
        ? {
            step: (index) => rippleTrim(index, input),
            call: (timeline) => timeline.rippleTrim({ projectId, ...input }),
          }
        : {
            step: (index) => trimItem(index, { ...input, newId: shownId }),
            call: (timeline) => timeline.trim({ projectId, ...input }),
          };
    },
  });
}

/** Drags the cut behind an item of the film track. */
export function rollGesture(desk: Desk, start: Pointer, left: Item, cutFlicks: number): Gesture {
  const { projectId } = desk;
  return dragTime(desk, start, {
    cursor: 'col-resize',
    moving: [cutFlicks],
    except: new Set([left.id]),
    clamps: true,
    planOf(byFlicks) {
      if (byFlicks === 0) return null;
      const input = { leftItemId: left.id, toFlicks: cutFlicks + byFlicks };
      return {
        step: (index) => rollCut(index, input),
        call: (timeline) => timeline.roll({ projectId, ...input }),
      };
    },
  });
}

export function fadeGesture(
  desk: Desk,
  start: Pointer,
  { item, startFlicks }: Placed,
  edge: 'in' | 'out',
): Gesture | null {
  if (item.kind !== 'clip' && item.kind !== 'title') return null;
  const { projectId } = desk;
  const length = edge === 'in' ? item.fadeInFlicks : item.fadeOutFlicks;
  const other = edge === 'in' ? item.fadeOutFlicks : item.fadeInFlicks;
  const at = edge === 'in' ? startFlicks + length : startFlicks + item.durationFlicks - length;
  return dragTime(desk, start, {
    cursor: 'ew-resize',
    moving: [at],
    except: new Set([item.id]),
    clamps: true,
    planOf(byFlicks) {
      const wanted = length + (edge === 'in' ? byFlicks : -byFlicks);
      const durationFlicks = Math.min(Math.max(0, wanted), item.durationFlicks - other);
      if (durationFlicks === length) return null;
      const input = { itemId: item.id, edge, durationFlicks };
      return {
        step: (index) => setFade(index, input),
        call: (timeline) => timeline.setFade({ projectId, ...input }),
      };
    },
  });
}

/** Drags an end of a transition: it gets longer or shorter on both sides of its cut; none is left below two frames. */
export function transitionGesture(
  desk: Desk,
  start: Pointer,
  { transition, fromFlicks, toFlicks, left }: TransitionSpan,
  edge: 'start' | 'end',
  onClick: () => void,
): Gesture {
  const { projectId } = desk;
  return dragTime(desk, start, {
    cursor: 'ew-resize',
    moving: [edge === 'start' ? fromFlicks : toFlicks],
    except: new Set(),
    clamps: true,
    onClick,
    planOf(byFlicks) {
      if (byFlicks === 0) return null;
      const durationFlicks = toFlicks - fromFlicks + 2 * (edge === 'start' ? -byFlicks : byFlicks);
      const leftItemId = left.id;
      if (durationFlicks <= 0) {
        return {
          step: (index) => removeTransition(index, { leftItemId }),
          call: (timeline) => timeline.removeTransition({ projectId, leftItemId }),
        };
      }
      const input = { leftItemId, kind: transition.kind, durationFlicks };
      return {
        step: (index) => setTransition(index, { ...input, newId: shownId }),
        call: (timeline) => timeline.setTransition({ projectId, ...input }),
      };
    },
  });
}
