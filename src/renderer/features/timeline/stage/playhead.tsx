import { useEffect, useRef } from 'react';
import { useProject } from '../../../state/project-context.ts';
import { useCut } from '../cut-context.ts';
import { pxOf } from '../geometry/time-scale.ts';

/** The line of the time that is on screen. It follows without React: while playing it moves with every frame. */
export function Playhead() {
  const { view: cut } = useCut();
  const { view } = useProject();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const element = line.current;
      if (element === null) return;
      const { scale, widthPx } = cut.getState();
      const x = pxOf(scale, view.getState().playheadFlicks);
      element.hidden = x < -8 || x > widthPx + 8;
      element.style.transform = `translateX(${Math.round(x)}px)`;
    };
    place();
    const stops = [
      view.subscribe((now, before) => {
        if (now.playheadFlicks !== before.playheadFlicks) place();
      }),
      cut.subscribe(place),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [cut, view]);
  return (
    <div
      ref={line}
      aria-hidden
      data-testid="playhead"
      className="pointer-events-none absolute inset-y-0 left-0 w-px bg-bad will-change-transform"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 11 14"
        className="absolute top-0 -left-[5px] h-3.5 w-[11px] fill-bad"
      >
        <path d="M0 0h11v7l-5.5 6L0 7z" />
      </svg>
    </div>
  );
}
