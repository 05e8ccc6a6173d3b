import { useCallback, useSyncExternalStore } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { useBoardStore } from '../board/board-store.ts';

export const cardFlags = { selected: 1, focus: 2, playing: 4, sound: 8, editing: 16 } as const;

/** What a frame shows beside its shot, as one number: a card draws again only where its own changes. */
export function useCardFlags(shotId: ShotId): number {
  const { view } = useProject();
  const board = useBoardStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [view.subscribe(listener), board.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [view, board],
  );
  return useSyncExternalStore(subscribe, () => {
    const { focusId, playing, editingId } = board.getState();
    let flags = view.getState().shotIds.has(shotId) ? cardFlags.selected : 0;
    if (focusId === shotId) flags |= cardFlags.focus;
    if (playing?.shotId === shotId) flags |= cardFlags.playing | (playing.sound ? cardFlags.sound : 0);
    if (editingId === shotId) flags |= cardFlags.editing;
    return flags;
  });
}
