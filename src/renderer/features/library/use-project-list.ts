import { useCallback, useEffect, useRef, useState } from 'react';
import { connectionLost, faultOfCall } from '../../../contract/fault-of-call.ts';
import type { ProjectSummary } from '../../../contract/projects.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { useConnection, useStudio, useStudioState } from '../../state/studio-context.ts';

export interface ProjectLists {
  readonly projects: readonly ProjectSummary[];
  readonly trashed: readonly ProjectSummary[];
}

export interface ProjectListState {
  /** null until they were read once. */
  readonly lists: ProjectLists | null;
  /** Why the last reading failed; null while the line is lost and there is something to show. */
  readonly fault: Fault | null;
  readonly readAgain: () => void;
}

/** While takes come in, news come with each; the list is read this often at most. */
const restMs = 700;

/** All projects and the trash, kept up to date. What was read stays on screen while it is read again. */
export function useProjectList(): ProjectListState {
  const { client } = useStudio();
  const revision = useStudioState((state) => state.projectsRevision);
  const open = useConnection().is === 'open';
  const [lists, setLists] = useState<ProjectLists | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  const lastMs = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision and the tries say when to read again.
  useEffect(() => {
    if (!open) return;
    let wanted = true;
    const read = async (): Promise<void> => {
      lastMs.current = Date.now();
      try {
        const [projects, trashed] = await Promise.all([
          client.projects.list({ trashed: false }),
          client.projects.list({ trashed: true }),
        ]);
        if (!wanted) return;
        setLists({ projects, trashed });
        setFault(null);
      } catch (error) {
        const found = faultOfCall(error);
        if (wanted && found.code !== connectionLost.code) setFault(found);
      }
    };
    const timer = setTimeout(() => void read(), Math.max(0, lastMs.current + restMs - Date.now()));
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, open, revision, tries]);
  const readAgain = useCallback(() => setTries((n) => n + 1), []);
  return { lists, fault, readAgain };
}
