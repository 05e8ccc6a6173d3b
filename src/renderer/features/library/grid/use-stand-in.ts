import { useEffect, useRef } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';

/**
 * The place of the project that commands are about. Where it has just gone from the list, the one that now stands in its place
 * takes over, so that a person can go on from there. 0 where there never was one.
 */
export function useStandIn(
  found: number,
  projects: readonly ProjectSummary[],
  onActive: (id: ProjectId) => void,
): number {
  const last = useRef<number | null>(null);
  const gone = found === -1 && last.current !== null;
  const place = gone ? Math.max(0, Math.min(last.current ?? 0, projects.length - 1)) : Math.max(0, found);
  const standIn = gone ? projects[place]?.project.id : undefined;
  useEffect(() => {
    if (found !== -1) last.current = found;
    else if (standIn !== undefined) onActive(standIn);
  }, [found, standIn, onActive]);
  return place;
}
