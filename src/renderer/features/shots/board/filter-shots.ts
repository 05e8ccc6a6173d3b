import { animaticModels } from '../../../../domain/jobs/build-requests.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import type { SceneShots } from '../../../state/shot-index.ts';

export const shotFilters = ['all', 'needs', 'failed', 'outdated', 'unrated'] as const;
export type ShotFilter = (typeof shotFilters)[number];

/**
 * Whether a shot is shown under a filter. What may have been billed, and what has lost its file, stands with what failed: all
 * want a person. `wants` is whether a run would make something of it.
 */
export function passesFilter(
  filter: ShotFilter,
  facts: ShotFacts,
  wants: (facts: ShotFacts) => boolean,
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'needs':
      return wants(facts);
    case 'failed':
      return facts.state === 'failed' || facts.state === 'unknown' || facts.state === 'lost';
    case 'outdated':
      return facts.outdated;
    // Drawings cost nothing and are all alike: nobody rates them.
    case 'unrated':
      return facts.takes.some(
        ({ rating, discardedAtMs, provider }) =>
          rating === null && discardedAtMs === null && provider !== animaticModels.provider,
      );
  }
}

export type FilterCounts = Readonly<Record<ShotFilter, number>>;

export function countByFilter(
  shotIds: readonly ShotId[],
  factsOf: (id: ShotId) => ShotFacts | null,
  wants: (facts: ShotFacts) => boolean,
): FilterCounts {
  const counts = { all: 0, needs: 0, failed: 0, outdated: 0, unrated: 0 };
  for (const id of shotIds) {
    const facts = factsOf(id);
    if (facts === null) continue;
    for (const filter of shotFilters) if (passesFilter(filter, facts, wants)) counts[filter]++;
  }
  return counts;
}

/** The scenes with the shots that a filter lets through; without a filter all scenes, with one those that have any. */
export function filterScenes(
  scenes: readonly SceneShots[],
  filter: ShotFilter,
  factsOf: (id: ShotId) => ShotFacts | null,
  wants: (facts: ShotFacts) => boolean,
): readonly SceneShots[] {
  if (filter === 'all') return scenes;
  return scenes.flatMap((scene) => {
    const shotIds = scene.shotIds.filter((id) => {
      const facts = factsOf(id);
      return facts !== null && passesFilter(filter, facts, wants);
    });
    return shotIds.length === 0 ? [] : [{ ...scene, shotIds }];
  });
}
