import { useEffect, useState } from 'react';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useConnection, useStudio, useStudioState } from '../../state/studio-context.ts';

/** The titles of all projects by id, those in the trash as well; empty until they are read. */
export function useProjectTitles(): ReadonlyMap<ProjectId, string> {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const revision = useStudioState((state) => state.projectsRevision);
  const [titles, setTitles] = useState<ReadonlyMap<ProjectId, string>>(() => new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says that the list changed.
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    Promise.all([client.projects.list({ trashed: false }), client.projects.list({ trashed: true })]).then(
      (lists) => {
        if (wanted) setTitles(new Map(lists.flat().map(({ project }) => [project.id, project.title])));
      },
      // Without titles the rows still say what they are.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, isOpen, revision]);
  return titles;
}
