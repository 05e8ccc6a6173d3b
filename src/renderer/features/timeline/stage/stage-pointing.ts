import type { Placed } from '../../../../domain/timeline/queries.ts';
import { flicksAt, scrolledBy } from '../geometry/time-scale.ts';
import { rulerHeightPx } from '../geometry/track-layout.ts';
import { beginGesture, hitAt } from '../gestures/begin-gesture.ts';
import type { Desk, Gesture, Pointer } from '../gestures/desk.ts';
import { cursorOf } from './cursor-of.ts';
import type { StageModel } from './stage-model.ts';
import type { StagePainter } from './stage-painter.ts';
import { turnWheel } from './turn-wheel.ts';

/** From a press to a drag. */
const dragStartPx = 3;
/** So near the edge a drag scrolls, faster the farther out. */
const scrollEdgePx = 36;

/** Turns pointer, wheel and Escape over the stage into gestures. Returns the way to stop. */
export function startPointing(
  stage: HTMLElement,
  desk: Desk,
  model: StageModel,
  painter: StagePainter,
  isMac: boolean,
  labelOf: (placed: Placed) => string,
): () => void {
  let gesture: Gesture | null = null;
  let pressed: Pointer | null = null;
  let last: Pointer | null = null;
  let moved = false;
  let fresh = false;
  let boxOfDrag: DOMRect | null = null;
  let frame = 0;

  const pointerOf = (event: MouseEvent): Pointer => {
    // Asked once a drag: what gestures write would have to be laid out for it again and again.
    const box =
      gesture === null ? stage.getBoundingClientRect() : (boxOfDrag ?? stage.getBoundingClientRect());
    const { scale, scrollTopPx } = desk.cut.getState();
    const xPx = event.clientX - box.left;
    const yPx = event.clientY - box.top;
    return {
      xPx,
      yPx,
      stackPx: yPx - rulerHeightPx + scrollTopPx,
      flicks: flicksAt(scale, xPx),
      shift: event.shiftKey,
      alt: event.altKey,
      mod: isMac ? event.metaKey : event.ctrlKey,
    };
  };
  const finish = (): void => {
    gesture = null;
    pressed = null;
    fresh = false;
    cancelAnimationFrame(frame);
    stage.style.cursor = '';
  };
  /** Once a frame: the gesture follows the pointer, and the view scrolls while that is held near an edge. */
  const follow = (): void => {
    frame = requestAnimationFrame(follow);
    if (gesture === null || last === null || !moved) return;
    if (fresh) gesture.move(last);
    fresh = false;
    const { widthPx, scale } = desk.cut.getState();
    const before = Math.min(0, last.xPx - scrollEdgePx);
    const behind = Math.max(0, last.xPx - (widthPx - scrollEdgePx));
    const dx = (before + behind) / 3;
    if (dx === 0) return;
    const next = scrolledBy(scale, dx, model.durationFlicks(), widthPx);
    if (next.leftFlicks === scale.leftFlicks) return;
    desk.cut.setState({ scale: next, fits: false });
    last = { ...last, flicks: flicksAt(next, last.xPx) };
    gesture.move(last);
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button === 2) {
      selectForMenu(desk, pointerOf(event));
      return;
    }
    if (event.button !== 0 || gesture !== null) return;
    const pointer = pointerOf(event);
    stage.focus({ preventScroll: true });
    gesture = beginGesture(desk, pointer, labelOf);
    painter.invalidate();
    if (gesture === null) return;
    stage.setPointerCapture(event.pointerId);
    pressed = pointer;
    last = pointer;
    boxOfDrag = stage.getBoundingClientRect();
    moved = pointer.yPx < rulerHeightPx;
    stage.style.cursor = gesture.cursor;
    if (moved) gesture.move(pointer);
    frame = requestAnimationFrame(follow);
  };
  const onMove = (event: PointerEvent): void => {
    const pointer = pointerOf(event);
    if (gesture === null || pressed === null) {
      showWhatIsThere(pointer);
      return;
    }
    last = pointer;
    moved ||= Math.hypot(pointer.xPx - pressed.xPx, pointer.yPx - pressed.yPx) >= dragStartPx;
    fresh = true;
  };
  const onUp = (event: PointerEvent): void => {
    if (gesture === null) return;
    const ending = gesture;
    const pointer = pointerOf(event);
    const wasMoved = moved;
    finish();
    if (wasMoved) ending.move(pointer);
    ending.end(pointer, wasMoved);
  };
  const cancel = (): void => {
    if (gesture === null) return;
    const cancelled = gesture;
    finish();
    cancelled.cancel();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || gesture === null) return;
    // Escape ends the drag and nothing else.
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  const showWhatIsThere = (pointer: Pointer): void => {
    const hit = hitAt(desk, pointer);
    stage.style.cursor = cursorOf(hit, desk.cut.getState().tool);
    painter.hover('placed' in hit ? hit.placed.item.id : null);
  };
  const onLeave = (): void => painter.hover(null);
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    turnWheel(event, pointerOf(event).xPx, desk, model);
  };

  stage.addEventListener('pointerdown', onDown);
  stage.addEventListener('pointermove', onMove);
  stage.addEventListener('pointerup', onUp);
  stage.addEventListener('pointercancel', cancel);
  stage.addEventListener('pointerleave', onLeave);
  stage.addEventListener('wheel', onWheel, { passive: false });
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('blur', cancel);
  return () => {
    cancel();
    stage.removeEventListener('pointerdown', onDown);
    stage.removeEventListener('pointermove', onMove);
    stage.removeEventListener('pointerup', onUp);
    stage.removeEventListener('pointercancel', cancel);
    stage.removeEventListener('pointerleave', onLeave);
    stage.removeEventListener('wheel', onWheel);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('blur', cancel);
  };
}

/** A menu is about what lies under the pointer. */
function selectForMenu(desk: Desk, pointer: Pointer): void {
  const hit = hitAt(desk, pointer);
  if (hit.on === 'transition') {
    desk.cut.setState({ transitionId: hit.transition.id });
    desk.view.setState({ itemIds: new Set() });
    return;
  }
  if (!('placed' in hit)) return;
  const { id, trackId } = hit.placed.item;
  desk.cut.setState({ transitionId: null, focusedItemId: id, focusedTrackId: trackId });
  if (!desk.view.getState().itemIds.has(id)) desk.view.setState({ itemIds: new Set([id]) });
}
