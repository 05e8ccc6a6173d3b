import { useCallback, useSyncExternalStore } from 'react';
import { useProject } from './project-context.ts';
import type { ShotFacts } from './shot-facts.ts';
import type { SceneShots, ShotIndex } from './shot-index.ts';

/** What is known of one shot; draws again when that changes, and not for any other shot. */
export function useShotFacts(shotId: string | null): ShotFacts | null {
  return useShotIndex((shots) => (shotId === null ? null : shots.facts(shotId)));
}

/** Scenes in film order with their shots; draws again when order, number or membership changes. */
export function useSceneShots(): readonly SceneShots[] {
  return useShotIndex((shots) => shots.scenes());
}

/** A part of the index that is the same object until it changes. For what sums over all shots, select `revision()`. */
export function useShotIndex<T>(select: (shots: ShotIndex) => T): T {
  const { shots } = useProject();
  const subscribe = useCallback((listener: () => void) => shots.subscribe(listener), [shots]);
  return useSyncExternalStore(subscribe, () => select(shots));
}
