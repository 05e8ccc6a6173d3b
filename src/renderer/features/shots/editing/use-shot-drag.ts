import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import type { BoardLayout } from '../layout/board-layout.ts';
import { type DropPlace, dropPlaceAt } from '../layout/drop-place.ts';
import { useShotEdits } from './use-shot-edits.ts';

/** What is drawn while shots are dragged. */
export interface ShownDrag {
  readonly shotIds: readonly ShotId[];
  readonly xPx: number;
  readonly yPx: number;
  readonly place: DropPlace | null;
}

/** A press becomes a drag after so many pixels. */
const thresholdPx = 6;
/** Near the edge the board scrolls under the pointer, faster the nearer. */
const edgePx = 56;
const fastestPxPerFrame = 24;

/**
 * Dragging frames to another place of the film. The gesture keeps its own state and writes once, at the end; Escape
 * puts everything back. All frames that are selected come along, in film order.
 */
export function useShotDrag({
  layout,
  scroller,
  grid,
}: {
  readonly layout: BoardLayout;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly grid: RefObject<HTMLElement | null>;
}) {
  const { view, shots } = useProject();
  const board = useBoardStore();
  const words = useWords('shots');
  const edits = useShotEdits();
  const [shown, setShown] = useState<ShownDrag | null>(null);
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const onPress = (press: ReactPointerEvent<HTMLElement>, pressedId: ShotId): void => {
    if (press.pointerType !== 'mouse' || board.getState().filter !== 'all') return;
    let dragged: readonly ShotId[] | null = null;
    let [xPx, yPx] = [press.clientX, press.clientY];
    let place: DropPlace | null = null;
    let frame = 0;

    const follow = (): void => {
      const box = grid.current?.getBoundingClientRect();
      if (dragged === null || box === undefined) return;
      const found = dropPlaceAt(latest.current, xPx - box.left, yPx - box.top, new Set(dragged));
      if (found?.sceneId !== place?.sceneId || found?.afterShotId !== place?.afterShotId) say(found);
      place = found;
      setShown({ shotIds: dragged, xPx, yPx, place });
    };
    const say = (found: DropPlace | null): void => {
      if (found === null) return;
      const after = found.afterShotId === null ? null : (shots.facts(found.afterShotId)?.number ?? null);
      const heading = shots.scenes().find(({ scene }) => scene.id === found.sceneId)?.scene.heading ?? '';
      board.setState({ said: words.said.over(heading, after) });
    };
    const scroll = (): void => {
      const view = scroller.current?.getBoundingClientRect();
      if (view !== undefined && scroller.current !== null) {
        const above = view.top + edgePx - yPx;
        const below = yPx - (view.bottom - edgePx);
        const by = above > 0 ? -Math.min(1, above / edgePx) : below > 0 ? Math.min(1, below / edgePx) : 0;
        if (by !== 0) {
          scroller.current.scrollTop += by * fastestPxPerFrame;
          follow();
        }
      }
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (event: PointerEvent): void => {
      [xPx, yPx] = [event.clientX, event.clientY];
      if (dragged === null) {
        if (Math.hypot(xPx - press.clientX, yPx - press.clientY) < thresholdPx) return;
        const selected = view.getState().shotIds;
        dragged = selected.has(pressedId) ? shots.shotIds().filter((id) => selected.has(id)) : [pressedId];
        board.setState({ said: words.said.dragging(dragged.length), playing: null });
        frame = requestAnimationFrame(scroll);
      }
      follow();
    };
    const end = (): void => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKey, true);
      stop.current = () => undefined;
      setShown(null);
    };
    const cancel = (): void => {
      if (dragged !== null) board.setState({ said: words.said.dragCancelled });
      end();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    const onUp = (): void => {
      const [moved, target] = [dragged, place];
      end();
      if (moved === null) return;
      swallowClick();
      if (target === null) return;
      // Into a closed scene means to its end: its first shot is not in sight to be put before.
      const isClosed = board.getState().collapsed.has(target.sceneId);
      const ids = shots.scenes().find(({ scene }) => scene.id === target.sceneId)?.shotIds ?? [];
      const after = isClosed ? (ids.findLast((id) => !moved.includes(id)) ?? null) : target.afterShotId;
      void edits.move(moved, target.sceneId, after).then((receipt) => {
        if (receipt !== null) board.setState({ said: words.said.dropped(moved.length) });
      });
    };
    stop.current = end;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey, true);
  };
  return { onPress, shown };
}

/** The click that follows a drop is no click on a frame. */
function swallowClick(): void {
  const swallow = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}
