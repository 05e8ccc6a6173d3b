import { type DragEvent, useState } from 'react';
import type { SceneId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { sceneBefore } from './scene-before.ts';

const kind = 'application/x-reelwright-scene';

/** A scene's row is dragged to before or after another's; written once, when it is dropped. */
export function useSceneDrag(sceneId: SceneId) {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const edit = useEdit();
  const [mark, setMark] = useState<'before' | 'after' | null>(null);
  const sideOf = (event: DragEvent<HTMLElement>): 'before' | 'after' => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'after';
  };
  return {
    /** Where a dragged scene would be put, beside this one. */
    mark,
    handlers: {
      draggable: true,
      onDragStart(event: DragEvent<HTMLElement>) {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(kind, sceneId);
      },
      onDragOver(event: DragEvent<HTMLElement>) {
        if (!event.dataTransfer.types.includes(kind)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setMark(sideOf(event));
      },
      onDragLeave: () => setMark(null),
      onDrop(event: DragEvent<HTMLElement>) {
        setMark(null);
        const ids = shots.scenes().map(({ scene }) => scene.id);
        const moved = ids.find((id) => id === event.dataTransfer.getData(kind));
        if (moved === undefined) return;
        event.preventDefault();
        const place = sceneBefore(ids, moved, sceneId, sideOf(event));
        if (place === null) return;
        const { afterSceneId } = place;
        void edit(() => client.scenes.move({ projectId, sceneId: moved, afterSceneId }));
      },
    },
  };
}
