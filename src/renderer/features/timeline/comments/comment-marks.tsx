import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useCut } from '../cut-context.ts';
import { pxOf } from '../geometry/time-scale.ts';
import { threadsOf } from './film-comments.ts';
import { placeOfComment, standingShots } from './place-of-comment.ts';

/** Open comments under the ruler, each at its place on its shot. They follow scrolling without React. */
export function CommentMarks() {
  const { comments, live, view } = useCut();
  const said = useStore(comments);
  const open = useMemo(() => threadsOf(said).filter(({ comment }) => comment.resolvedAtMs === null), [said]);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open.length === 0) return undefined;
    let places: readonly number[] = [];
    const draw = (): void => {
      const { scale, widthPx } = view.getState();
      for (const [n, flicks] of places.entries()) {
        const mark = layer.current?.children[n];
        if (!(mark instanceof HTMLElement)) continue;
        const x = pxOf(scale, flicks);
        mark.hidden = x < -8 || x > widthPx + 8;
        mark.style.transform = `translateX(${Math.round(x)}px)`;
      }
    };
    const find = (): void => {
      const standing = standingShots(live.index());
      places = open.map(({ comment }) => placeOfComment(comment, standing));
      draw();
    };
    find();
    const stops = [live.subscribe(find), view.subscribe(draw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [open, live, view]);
  return (
    <div ref={layer} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {open.map(({ comment }) => (
        <span
          key={comment.id}
          data-testid="comment-mark"
          className="absolute top-4 -left-1 size-2 rounded-full border border-ground bg-info"
        />
      ))}
    </div>
  );
}
