import { useCallback, useEffect, useRef, useState } from 'react';
import { connectionLost, faultOfCall } from '../../../contract/fault-of-call.ts';
import type { ProjectSummary } from '../../../contract/projects.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { createLatestReader, type LatestReader } from '../../state/latest-reader.ts';
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
  const reader = useRef<LatestReader | null>(null);
  useEffect(() => {
    if (!open) return;
    const reading = createLatestReader({
      ask: async (): Promise<ProjectLists> => {
        const projects = await client.projects.list({ trashed: false });
        // Nobody waits for the trash to begin with.
        setLists((before) => before ?? { projects, trashed: [] });
        return { projects, trashed: await client.projects.list({ trashed: true }) };
      },
      onValue: (read) => {
        setLists(read);
        setFault(null);
      },
      onFault: (error) => {
        const found = faultOfCall(error);
        if (found.code !== connectionLost.code) setFault(found);
      },
      restMs,
    });
    reader.current = reading;
    reading.read();
    return reading.stop;
  }, [client, open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again.
  useEffect(() => reader.current?.read(), [revision]);
  const readAgain = useCallback(() => reader.current?.read(), []);
  return { lists, fault, readAgain };
}
