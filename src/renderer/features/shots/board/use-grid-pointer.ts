import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useCommandRegistry } from '../../../actions/use-commands.ts';
import { useProject } from '../../../state/project-context.ts';
import type { BoardLayout } from '../layout/board-layout.ts';
import { selectionMode, selectShot } from '../layout/select-shots.ts';
import { useBoardStore } from './board-store.ts';
import { shotIdOf } from './shot-id-of.ts';

/** A clip plays after the pointer has rested this long, so that crossing the board starts none. */
const hoverWaitMs = 150;

/** The mouse over the storyboard, heard once for all frames: select, begin a drag, play what the pointer rests on. */
export function useGridPointer({
  layout,
  onPress,
}: {
  readonly layout: BoardLayout;
  /** A press on a frame that may become a drag. */
  readonly onPress: (event: PointerEvent<HTMLElement>, shotId: ShotId) => void;
}) {
  const board = useBoardStore();
  const { view } = useProject();
  const commands = useCommandRegistry();
  const over = useRef<ShotId | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      board.setState({ playing: null });
    },
    [board],
  );

  const rest = (shotId: ShotId | null): void => {
    if (over.current === shotId) return;
    over.current = shotId;
    clearTimeout(timer.current);
    const { playing } = board.getState();
    if (playing !== null && !playing.sound && playing.shotId !== shotId) board.setState({ playing: null });
    if (shotId === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    timer.current = setTimeout(() => {
      if (board.getState().playing?.sound !== true) board.setState({ playing: { shotId, sound: false } });
    }, hoverWaitMs);
  };

  const select = (event: MouseEvent<HTMLElement>, shotId: ShotId): void => {
    const before = { shotIds: view.getState().shotIds, anchorId: board.getState().anchorId };
    const next = selectShot(before, [...layout.places.keys()], shotId, selectionMode(event));
    view.setState({ shotIds: next.shotIds });
    board.setState({ anchorId: next.anchorId, focusId: shotId });
  };

  return {
    onPointerOver: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse') rest(shotIdOf(event.target));
    },
    onPointerLeave: () => rest(null),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const shotId = shotIdOf(event.target);
      if (shotId === null || event.target instanceof HTMLTextAreaElement) return;
      if (event.button === 2) {
        if (!view.getState().shotIds.has(shotId)) select(event, shotId);
        return;
      }
      if (event.button !== 0) return;
      // A press on one of several selected may begin a drag of all; then the click decides.
      if (!view.getState().shotIds.has(shotId) || event.shiftKey || event.ctrlKey || event.metaKey) {
        select(event, shotId);
      }
      onPress(event, shotId);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const shotId = shotIdOf(event.target);
      if (event.target instanceof HTMLTextAreaElement) return;
      if (shotId === null) {
        if (event.target === event.currentTarget) view.setState({ shotIds: new Set() });
      } else if (selectionMode(event) === 'only' && view.getState().shotIds.size > 1) select(event, shotId);
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      if (shotIdOf(event.target) !== null) commands.run('shot.edit');
    },
  };
}
