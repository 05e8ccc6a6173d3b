import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { snapToFrame } from '../../../../domain/kernel/time.ts';
import { useProject } from '../../../state/project-context.ts';
import { useCut } from '../cut-context.ts';
import { pxOf } from '../geometry/time-scale.ts';
import { threadsOf } from './film-comments.ts';
import { placeOfComment, standingShots } from './place-of-comment.ts';

/**
 * Open comments under the ruler, each at its place on its shot. They follow scrolling without React. For the pointer alone: the
 * keyboard has commands for the next and the one before, and the shelf lists them all.
 */
export function CommentMarks() {
  const { comments, live, view } = useCut();
  const project = useProject();
  const all = useStore(comments, (said) => said.all);
  const chosenId = useStore(comments, (said) => said.chosenId);
  const open = useMemo(
    () => threadsOf({ all }).filter(({ comment }) => comment.resolvedAtMs === null),
    [all],
  );
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open.length === 0) return undefined;
    let places: readonly (number | null)[] = [];
    const draw = (): void => {
      const { scale, widthPx } = view.getState();
      for (const [n, flicks] of places.entries()) {
        const mark = layer.current?.children[n];
        if (!(mark instanceof HTMLElement)) continue;
        const x = flicks === null ? Number.NEGATIVE_INFINITY : pxOf(scale, flicks);
        mark.hidden = x < -8 || x > widthPx + 8;
        if (!mark.hidden) mark.style.transform = `translateX(${Math.round(x)}px)`;
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
  const go = (n: number): void => {
    const comment = open[n]?.comment;
    const index = live.index();
    const flicks = comment === undefined ? null : placeOfComment(comment, standingShots(index));
    if (comment === undefined || flicks === null) return;
    project.view.setState({ playheadFlicks: snapToFrame(flicks, index.rate) });
    comments.setState({ chosenId: comment.id });
  };
  return (
    <div ref={layer} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {open.map(({ comment }, n) => (
        <button
          key={comment.id}
          type="button"
          tabIndex={-1}
          data-testid="comment-mark"
          title={`${comment.name}: ${comment.text.slice(0, 200)}`}
          className={`pointer-events-auto absolute top-3.5 -left-1.5 size-3 cursor-pointer rounded-full border-2 border-ground bg-info ${comment.id === chosenId ? 'ring-2 ring-accent' : ''}`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => go(n)}
        />
      ))}
    </div>
  );
}
