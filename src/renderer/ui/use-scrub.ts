import { type PointerEvent, useRef } from 'react';

/** How far the pointer moves for one step. */
const pixelsPerStep = 4;
/** Less than this is a click. */
const clickPx = 3;

export interface Scrub {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/**
 * Dragging sideways over a number changes it in steps; Shift makes them ten times as large. A press that does not move is
 * a click. While the field has the focus a drag selects text, as it does in any other field.
 */
export function useScrub({
  enabled,
  onSteps,
  onEnd,
}: {
  readonly enabled: boolean;
  /** Whole steps since the press. */
  readonly onSteps: (steps: number) => void;
  /** `false` when the drag was broken off. */
  readonly onEnd: (kept: boolean) => void;
}): Scrub {
  const press = useRef<{ readonly x: number; moved: boolean } | null>(null);
  return {
    onPointerDown(event) {
      if (!enabled || event.button !== 0 || document.activeElement === event.currentTarget) return;
      // The field takes the focus when it turns out to be a click.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, moved: false };
    },
    onPointerMove(event) {
      const began = press.current;
      if (began === null) return;
      const distance = event.clientX - began.x;
      if (!began.moved && Math.abs(distance) < clickPx) return;
      began.moved = true;
      onSteps(Math.trunc(distance / pixelsPerStep) * (event.shiftKey ? 10 : 1));
    },
    onPointerUp(event) {
      const began = press.current;
      press.current = null;
      if (began === null) return;
      if (began.moved) return onEnd(true);
      event.currentTarget.focus();
      if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
    },
    onPointerCancel() {
      if (press.current?.moved === true) onEnd(false);
      press.current = null;
    },
  };
}
