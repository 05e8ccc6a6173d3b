import type { PointerEvent } from 'react';
import type { Track } from '../../../../domain/timeline/records.ts';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import { leastTrackPx, mostTrackPx } from '../geometry/track-layout.ts';

/** The lower edge of a header: dragged, or moved with the arrow keys. */
export function HeightHandle({ track, heightPx }: { readonly track: Track; readonly heightPx: number }) {
  const { view: cut } = useCut();
  const words = useWords('timeline');
  const interpret = useInterpret();
  const setHeight = (px: number): void => {
    const bounded = Math.round(Math.min(mostTrackPx, Math.max(leastTrackPx, px)));
    cut.setState((state) => ({ trackHeights: { ...state.trackHeights, [track.id]: bounded } }));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const from = event.clientY;
    handle.setPointerCapture(event.pointerId);
    const onMove = (moved: globalThis.PointerEvent): void => setHeight(heightPx + moved.clientY - from);
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={words.trackHeight(interpret(track.name))}
      aria-valuenow={heightPx}
      aria-valuemin={leastTrackPx}
      aria-valuemax={mostTrackPx}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setHeight(heightPx + (event.key === 'ArrowUp' ? -8 : 8));
      }}
      className="absolute inset-x-0 -bottom-0.5 z-1 h-1.5 cursor-row-resize touch-none hover:bg-line-strong focus-visible:bg-accent"
    />
  );
}
