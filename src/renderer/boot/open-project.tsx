import { Activity, type ComponentType, Suspense, useEffect, useMemo, useState } from 'react';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { ProjectContext, type ProjectContextValue } from '../state/project-context.ts';
import { createProjectMirror } from '../state/project-mirror.ts';
import { createProjectView } from '../state/project-view.ts';
import { type ProjectPage, projectPages } from '../state/route.ts';
import { createShotIndex } from '../state/shot-index.ts';
import { useStudio } from '../state/studio-context.ts';
import { watch } from '../state/watch.ts';
import { BoardPage, CutPage, DeliverPage, WritePage } from './pages.ts';

const pages: Readonly<Record<ProjectPage, ComponentType>> = {
  write: WritePage,
  board: BoardPage,
  cut: CutPage,
  deliver: DeliverPage,
};

/** A project with its mirror. Pages that were shown once stay, hidden, so that they lose neither place nor selection. */
export function OpenProject({
  projectId,
  page,
}: {
  readonly projectId: ProjectId;
  readonly page: ProjectPage;
}) {
  const { connection } = useStudio();
  const project = useMemo<ProjectContextValue>(() => {
    const mirror = createProjectMirror();
    return { projectId, mirror, shots: createShotIndex(mirror), view: createProjectView() };
  }, [projectId]);
  useEffect(
    () =>
      watch(
        connection,
        (signal) => connection.client.projects.watch({ projectId }, { signal }),
        project.mirror.receive,
      ),
    [connection, projectId, project],
  );
  const [shown, setShown] = useState<ReadonlySet<ProjectPage>>(() => new Set([page]));
  if (!shown.has(page)) setShown(new Set([...shown, page]));
  return (
    <ProjectContext value={project}>
      {projectPages
        .filter((name) => shown.has(name))
        .map((name) => {
          const Page = pages[name];
          return (
            <Activity key={name} mode={name === page ? 'visible' : 'hidden'}>
              <Suspense fallback={null}>
                <Page />
              </Suspense>
            </Activity>
          );
        })}
    </ProjectContext>
  );
}
