import { useProject, useProjectView, useRow } from '../../../state/project-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { SceneFields } from './scene-fields.tsx';
import { ShotFields } from './shot-fields.tsx';

/** The few fields that writing needs of what is selected; the Board has all of them. */
export function QuickInspector() {
  const words = useWords('text');
  const { shots } = useProject();
  const shotIds = useProjectView((view) => view.shotIds);
  const sceneId = useProjectView((view) => view.sceneId);
  const scene = useRow('scene', sceneId);
  const [first] = shotIds;
  return (
    <section className="max-h-1/2 shrink-0 overflow-y-auto border-t border-line bg-raised px-3 pt-2 pb-3">
      {shotIds.size > 1 ? (
        <p className="text-muted">{words.shot.several(shotIds.size)}</p>
      ) : first !== undefined && shots.facts(first) !== null ? (
        <ShotFields key={first} shotId={first} />
      ) : scene !== null ? (
        <SceneFields key={scene.id} scene={scene} />
      ) : (
        <p className="text-muted">{words.scene.none}</p>
      )}
    </section>
  );
}
