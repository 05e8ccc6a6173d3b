import type { ProjectMirror } from './project-mirror.ts';
import type { ProjectViewStore } from './project-view.ts';
import type { RouteSelection } from './route.ts';

/**
 * Selects what an address names, with what belongs to it, so that every page shows it. Waits for the rows where they are
 * still coming. Returns the way to stop waiting. What is not there any more is not selected.
 */
export function selectInView(
  view: ProjectViewStore,
  mirror: ProjectMirror,
  { entity, id }: RouteSelection,
): () => void {
  const select = (): void => {
    switch (entity) {
      case 'block': {
        const block = mirror.row('block', id);
        if (block === null) return;
        const blockId = block.id;
        const scene = mirror.rows('scene').find(({ blockIds }) => blockIds.includes(blockId));
        const shots = mirror.rows('shot').filter(({ covers }) => covers.some((part) => part.blockId === id));
        view.setState({
          blockId,
          sceneId: scene?.id ?? null,
          shotIds: new Set(shots.map((shot) => shot.id)),
        });
        return;
      }
      case 'scene': {
        const scene = mirror.row('scene', id);
        if (scene === null) return;
        view.setState({
          sceneId: scene.id,
          blockId: scene.blockIds[0] ?? null,
          shotIds: new Set(),
        });
        return;
      }
      case 'shot': {
        const shot = mirror.row('shot', id);
        if (shot === null) return;
        view.setState({
          shotIds: new Set([shot.id]),
          sceneId: shot.sceneId,
          blockId: shot.covers[0]?.blockId ?? null,
        });
        return;
      }
    }
  };
  if (mirror.status() === 'ready') {
    select();
    return () => undefined;
  }
  const stop = mirror.subscribe(['project'], () => {
    if (mirror.status() !== 'ready') return;
    stop();
    select();
  });
  return stop;
}
