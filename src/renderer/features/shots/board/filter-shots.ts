import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { needsGeneration, type ShotFacts } from '../../../state/shot-facts.ts';
import type { SceneShots } from '../../../state/shot-index.ts';

export const shotFilters = ['all', 'needs', 'failed', 'outdated'] as const;
export type ShotFilter = (typeof shotFilters)[number];

/** Whether a shot is shown under a filter. What may have been billed stands with what failed: both want a person. */
export function passesFilter(filter: ShotFilter, facts: ShotFacts): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'needs':
      return needsGeneration(facts);
    case 'failed':
      return facts.state === 'failed' || facts.state === 'unknown';
    case 'outdated':
      return facts.outdated;
  }
}

export type FilterCounts = Readonly<Record<ShotFilter, number>>;

export function countByFilter(
  shotIds: readonly ShotId[],
  factsOf: (id: ShotId) => ShotFacts | null,
): FilterCounts {
  const counts = { all: 0, needs: 0, failed: 0, outdated: 0 };
  for (const id of shotIds) {
    const facts = factsOf(id);
    if (facts === null) continue;
    for (const filter of shotFilters) if (passesFilter(filter, facts)) counts[filter]++;
  }
  return counts;
}

/** The scenes with the shots that a filter lets through; without a filter all scenes, with one those that have any. */
export function filterScenes(
  scenes: readonly SceneShots[],
  filter: ShotFilter,
  factsOf: (id: ShotId) => ShotFacts | null,
): readonly SceneShots[] {
  if (filter === 'all') return scenes;
  return scenes.flatMap((scene) => {
    const shotIds = scene.shotIds.filter((id) => {
      const facts = factsOf(id);
      return facts !== null && passesFilter(filter, facts);
    });
    return shotIds.length === 0 ? [] : [{ ...scene, shotIds }];
  });
}
