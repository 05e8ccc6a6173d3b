import type { SceneId } from '../../../../domain/kernel/ids.ts';
import type { BoardStore } from './board-store.ts';

export function toggleScene(board: BoardStore, sceneId: SceneId): void {
  board.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    if (!next.delete(sceneId)) next.add(sceneId);
    return { collapsed: next };
  });
}

/** Opens a scene so that a shot in it can be seen. */
export function openScene(board: BoardStore, sceneId: SceneId): void {
  if (board.getState().collapsed.has(sceneId)) toggleScene(board, sceneId);
}
