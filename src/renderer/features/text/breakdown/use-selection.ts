import { useMemo } from 'react';
import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { Scene } from '../../../../domain/scenes/scene.ts';
import { useProject } from '../../../state/project-context.ts';
import { useDesk } from '../page/write-desk.ts';

export interface SelectInText {
  /** Selects a shot and brings the words it films into sight; `add` keeps those that are selected. */
  shot(shotId: ShotId, sceneId: SceneId, add: boolean): void;
  scene(scene: Scene): void;
}

/** Selecting in the breakdown: the script follows. */
export function useSelection(): SelectInText {
  const { view, mirror } = useProject();
  const { editor } = useDesk();
  return useMemo(
    () => ({
      shot(shotId, sceneId, add) {
        const blockId = mirror.row('shot', shotId)?.covers[0]?.blockId ?? null;
        const before = view.getState().shotIds;
        const shotIds = new Set(add ? before : []);
        if (add && before.has(shotId)) shotIds.delete(shotId);
        else shotIds.add(shotId);
        view.setState({ shotIds, sceneId, blockId: blockId ?? view.getState().blockId });
        if (blockId !== null) editor.current?.reveal(blockId);
      },
      scene(scene) {
        const blockId = scene.blockIds[0] ?? null;
        view.setState({ shotIds: new Set(), sceneId: scene.id, blockId });
        if (blockId !== null) editor.current?.reveal(blockId);
      },
    }),
    [view, mirror, editor],
  );
}
