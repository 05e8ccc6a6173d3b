import { type PointerEvent, useEffect, useRef } from 'react';
import { useCut } from '../cut-context.ts';
import { flicksOfPx } from '../geometry/time-scale.ts';
import type { StageModel } from './stage-model.ts';

/** Which part of the film is in view: dragged it scrolls, its ends zoom. For the pointer; keys scroll by commands. */
export function StageScrollBar({ model }: { readonly model: StageModel }) {
  const { view: cut, live } = useCut();
  const track = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const element = thumb.current;
      if (element === null) return;
      const { scale, widthPx } = cut.getState();
      const seen = flicksOfPx(scale, widthPx);
      const whole = Math.max(model.durationFlicks() + seen / 2, scale.leftFlicks + seen);
      const left = (scale.leftFlicks / whole) * widthPx;
      element.style.transform = `translateX(${left}px)`;
      element.style.width = `${Math.max(24, (seen / whole) * widthPx)}px`;
    };
    place();
    const stops = [cut.subscribe(place), live.subscribe(place)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [cut, live, model]);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const bar = track.current;
    if (bar === null || event.button !== 0) return;
    const { scale: from, widthPx } = cut.getState();
    const seen = flicksOfPx(from, widthPx);
    const whole = Math.max(model.durationFlicks() + seen / 2, from.leftFlicks + seen);
    const start = event.clientX;
    const onThumb = event.target === thumb.current;
    const most = Math.max(0, whole - seen);
    const to = (leftFlicks: number): void =>
      cut.setState({
        fits: false,
        scale: { ...cut.getState().scale, leftFlicks: Math.round(Math.min(most, Math.max(0, leftFlicks))) },
      });
    const offset = onThumb
      ? 0
      : ((event.clientX - bar.getBoundingClientRect().left) / widthPx) * whole - seen / 2 - from.leftFlicks;
    if (!onThumb) to(from.leftFlicks + offset);
    bar.setPointerCapture(event.pointerId);
    const onMove = (moved: globalThis.PointerEvent): void =>
      to(from.leftFlicks + offset + ((moved.clientX - start) / widthPx) * whole);
    bar.addEventListener('pointermove', onMove);
    bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  return (
    <div
      ref={track}
      aria-hidden
      onPointerDown={onPointerDown}
      className="relative h-3 shrink-0 touch-none border-t border-line bg-panel"
    >
      <div ref={thumb} className="absolute inset-y-0.5 left-0 rounded-full bg-line-strong hover:bg-faint" />
    </div>
  );
}
