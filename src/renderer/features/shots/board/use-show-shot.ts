import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { type BoardLayout, scrollToShow } from '../layout/board-layout.ts';
import { useBoardStore } from './board-store.ts';

/**
 * Brings a shot into sight, and gives it the focus unless a field has it. What an edit has just made or moved may not be on
 * the board yet: it is shown when it is. `say` makes words for a screen reader of the number it has then; a shot that is
 * on the board all along, but was moved, waits until the scenes are others than `before`, or its old number would be said.
 */
export type ShowShot = (
  shotId: ShotId,
  say?: (number: string) => string,
  before?: readonly SceneShots[],
) => void;

interface WantedShot {
  readonly shotId: ShotId;
  readonly say: ((number: string) => string) | undefined;
  readonly before: readonly SceneShots[] | undefined;
}

export function useShowShot({
  layout,
  scroller,
  viewHeightPx,
}: {
  readonly layout: BoardLayout;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly viewHeightPx: number;
}): ShowShot {
  const board = useBoardStore();
  const { shots } = useProject();
  const wanted = useRef<WantedShot | null>(null);
  const latest = useRef<() => void>(() => undefined);
  useEffect(() => {
    latest.current = () => {
      const node = scroller.current;
      const asked = wanted.current;
      if (asked === null || node === null || !layout.places.has(asked.shotId)) return;
      if (shots.scenes() === asked.before) return;
      wanted.current = null;
      const top = scrollToShow(layout, asked.shotId, node.scrollTop, viewHeightPx);
      if (top !== null) node.scrollTop = top;
      const number = shots.facts(asked.shotId)?.number;
      if (asked.say !== undefined && number !== undefined) board.setState({ said: asked.say(number) });
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea, select')) return;
      node.querySelector<HTMLElement>(`[data-shot="${CSS.escape(asked.shotId)}"]`)?.focus({
        preventScroll: true,
      });
    };
    latest.current();
  });
  return useCallback((shotId, say, before) => {
    wanted.current = { shotId, say, before };
    // The rows of the edit come over the same line as its answer, a moment earlier or later.
    requestAnimationFrame(() => latest.current());
  }, []);
}
