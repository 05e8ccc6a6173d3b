import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { isGridKey } from '../../../ui/grid-keys.ts';
import { type BoardLayout, scrollToShow } from '../layout/board-layout.ts';
import { shotAfterKey, shotByTyping } from '../layout/grid-navigation.ts';
import { selectShot } from '../layout/select-shots.ts';
import { useBoardStore } from './board-store.ts';
import { shotIdOf } from './shot-id-of.ts';

/** How long letters that follow each other belong together. */
const typingPauseMs = 900;

/**
 * Keys within the storyboard: arrows, Home, End and whole screens move the focus and the selection with it (Shift extends
 * it, Ctrl or Command leaves it), digits and letters go to a shot's number.
 */
export function useGridFocus({
  layout,
  scroller,
  viewHeightPx,
  grid,
}: {
  readonly layout: BoardLayout;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly viewHeightPx: number;
  readonly grid: RefObject<HTMLElement | null>;
}) {
  const board = useBoardStore();
  const { view, shots } = useProject();
  const typed = useRef({ text: '', atMs: 0 });

  const focusOn = (shotId: ShotId, how: 'only' | 'range' | 'keep'): void => {
    const order = [...layout.places.keys()];
    flushSync(() => {
      if (how !== 'keep') {
        const before = { shotIds: view.getState().shotIds, anchorId: board.getState().anchorId };
        const next = selectShot(before, order, shotId, how);
        view.setState({ shotIds: next.shotIds });
        board.setState({ anchorId: next.anchorId });
      }
      board.setState({ focusId: shotId });
    });
    const top = scrollToShow(layout, shotId, scroller.current?.scrollTop ?? 0, viewHeightPx);
    if (top !== null && scroller.current !== null) scroller.current.scrollTop = top;
    grid.current?.querySelector<HTMLElement>(`[data-shot="${CSS.escape(shotId)}"]`)?.focus({
      preventScroll: true,
    });
  };

  const typeTo = (key: string): boolean => {
    const now = Date.now();
    const follows = now - typed.current.atMs < typingPauseMs && typed.current.text !== '';
    // Numbers of shots begin with a digit; a letter alone is nobody's.
    if (!follows && !/^\d$/.test(key)) return false;
    const text = follows ? typed.current.text + key : key;
    typed.current = { text, atMs: now };
    const numbers = [...layout.places.keys()].map((id) => ({ id, number: shots.facts(id)?.number ?? '' }));
    const found = shotByTyping(numbers, board.getState().focusId, text);
    if (found !== null) focusOn(found, 'only');
    return true;
  };

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (event.defaultPrevented || event.altKey) return;
      if (!(event.target instanceof HTMLElement) || event.target.dataset['shot'] === undefined) return;
      const withMod = event.ctrlKey || event.metaKey;
      if (isGridKey(event.key)) {
        const rowsOnScreen = Math.floor(viewHeightPx / (layout.metrics.cardHeightPx + layout.metrics.gapPx));
        const next = shotAfterKey(layout, shotIdOf(event.target), event.key, rowsOnScreen);
        event.preventDefault();
        if (next !== null) focusOn(next, event.shiftKey ? 'range' : withMod ? 'keep' : 'only');
      } else if (event.key === ' ' && withMod) {
        event.preventDefault();
        const shotId = shotIdOf(event.target);
        if (shotId === null) return;
        const before = { shotIds: view.getState().shotIds, anchorId: board.getState().anchorId };
        const next = selectShot(before, [...layout.places.keys()], shotId, 'toggle');
        view.setState({ shotIds: next.shotIds });
        board.setState({ anchorId: next.anchorId });
      } else if (event.key === 'Escape') {
        if (board.getState().playing !== null) board.setState({ playing: null });
        else view.setState({ shotIds: new Set() });
      } else if (!withMod && !event.shiftKey && event.key.length === 1 && typeTo(event.key)) {
        event.preventDefault();
      }
    },
    onFocus(event: FocusEvent<HTMLElement>): void {
      const shotId = shotIdOf(event.target);
      if (shotId !== null && event.target === event.target.closest('[data-shot]')) {
        if (board.getState().focusId !== shotId) board.setState({ focusId: shotId });
      }
    },
  };
}
