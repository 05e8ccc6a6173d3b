import { useMemo } from 'react';
import { aspects } from '../../../../domain/project/frame-shape.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useSceneShots, useShotIndex } from '../../../state/use-shots.ts';
import { useGeneration } from '../generating/use-generation.ts';
import { type BoardLayout, layOutBoard } from '../layout/board-layout.ts';
import { metricsFor } from '../layout/board-metrics.ts';
import { useBoard } from './board-store.ts';
import { filterScenes } from './filter-shots.ts';

/** The scenes as the filter shows them. Without a filter a job that moves makes no new list. */
export function useShownScenes(): readonly SceneShots[] {
  const { shots } = useProject();
  const scenes = useSceneShots();
  const filter = useBoard((state) => state.filter);
  const { wants } = useGeneration();
  const revision = useShotIndex((index) => (filter === 'all' ? 0 : index.revision()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts change with the revision
  return useMemo(
    () => filterScenes(scenes, filter, shots.facts, wants),
    [scenes, filter, shots, revision, wants],
  );
}

/** Where everything is on the board at a width. */
export function useBoardLayout(shown: readonly SceneShots[], widthPx: number): BoardLayout {
  const densityPx = useBoard((state) => state.densityPx);
  const collapsed = useBoard((state) => state.collapsed);
  const aspect = useRows('project')[0]?.aspect ?? '16:9';
  return useMemo(
    () =>
      layOutBoard(
        shown.map(({ scene, shotIds }) => ({ id: scene.id, shotIds, collapsed: collapsed.has(scene.id) })),
        metricsFor(widthPx, densityPx, aspects[aspect]),
      ),
    [shown, collapsed, widthPx, densityPx, aspect],
  );
}
