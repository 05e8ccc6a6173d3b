import { useMemo } from 'react';
import { numberScenes, numberShots } from '../../../domain/shots/shot-numbers.ts';
import { useProject, useRows } from '../../state/project-context.ts';
import type { ProjectPage } from '../../state/route.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import type { PaletteItem } from './palette-items.ts';

/** Scenes and shots of the open project by their numbers; choosing one selects it where one is, or on the Board. */
export function useFilmItems(page: ProjectPage): readonly PaletteItem[] {
  const { navigate } = useStudio();
  const { projectId, view } = useProject();
  const scenes = useRows('scene');
  const shots = useRows('shot');
  const words = useWords('shell');
  return useMemo(() => {
    const sceneNumbers = numberScenes(scenes);
    const shotNumbers = numberShots(scenes, shots);
    const shown: ProjectPage = page === 'write' || page === 'board' ? page : 'board';
    const go = (): void => navigate({ at: 'project', projectId, page: shown });
    return [
      ...scenes.map(
        (scene): PaletteItem => ({
          key: `scene ${scene.id}`,
          group: 'scenes',
          title: words.scene(sceneNumbers.get(scene.id) ?? '', scene.heading),
          shortcut: null,
          run: () => {
            view.setState({ sceneId: scene.id });
            go();
          },
        }),
      ),
      ...shots.map(
        (shot): PaletteItem => ({
          key: `shot ${shot.id}`,
          group: 'shots',
          title: words.shot(shotNumbers.get(shot.id)?.shotNumber ?? '', shot.description),
          shortcut: null,
          run: () => {
            view.setState({ shotIds: new Set([shot.id]), sceneId: shot.sceneId });
            go();
          },
        }),
      ),
    ];
  }, [scenes, shots, page, projectId, view, navigate, words]);
}
