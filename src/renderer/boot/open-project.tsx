import { Activity, Suspense, useEffect, useMemo, useState } from 'react';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { useStatusLine } from '../actions/status-line.ts';
import { PageBoundary } from '../features/shell/page-boundary.tsx';
import { PageSkeleton } from '../features/shell/page-skeleton.tsx';
import { ProjectGate } from '../features/shell/project-gate.tsx';
import { ProjectContext, type ProjectContextValue } from '../state/project-context.ts';
import { createProjectMirror } from '../state/project-mirror.ts';
import { createProjectView } from '../state/project-view.ts';
import { type ProjectPage, projectPages, type Route } from '../state/route.ts';
import { selectInView } from '../state/select-in-view.ts';
import { createShotIndex } from '../state/shot-index.ts';
import { useStudio } from '../state/studio-context.ts';
import { useAbsentFiles } from '../state/use-absent-files.ts';
import { useKnownModels } from '../state/use-known-models.ts';
import { useRememberedPlace } from '../state/use-remembered-place.ts';
import { watch } from '../state/watch.ts';
import { preloadPage, projectPageViews, QueuePage, SettingsPage } from './pages.ts';
import { ProjectWindow } from './project-window.tsx';

/** What the status line said of a project is not left standing over the next one, or over the library. */
function useForgottenWords(): void {
  const status = useStatusLine();
  useEffect(() => {
    const sinceMs = Date.now();
    return () => status.clear(sinceMs);
  }, [status]);
}

/**
 * A project with its mirror. Pages that were shown once stay, hidden, so that they lose neither place nor selection;
 * the settings, shown over a project, leave them as they are as well.
 */
export function OpenProject({
  projectId,
  page,
  route,
}: {
  readonly projectId: ProjectId;
  readonly page: ProjectPage;
  readonly route: Route;
}) {
  const { connection } = useStudio();
  const project = useMemo<ProjectContextValue>(() => {
    const mirror = createProjectMirror();
    return { projectId, mirror, shots: createShotIndex(mirror), view: createProjectView() };
  }, [projectId]);
  useRememberedPlace(project);
  useAbsentFiles(project);
  useKnownModels(project);
  useForgottenWords();
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null);
  const [reading, setReading] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` counts the attempts.
  useEffect(() => {
    setFailed(null);
    return watch(
      connection,
      (signal) => connection.client.projects.watch({ projectId }, { signal }),
      project.mirror.receive,
      (error) => setFailed({ error }),
    );
  }, [connection, projectId, project, reading]);
  const select = route.at === 'project' ? route.select : undefined;
  useEffect(
    () => (select === undefined ? undefined : selectInView(project.view, project.mirror, select)),
    [project, select],
  );
  useEffect(() => preloadPage(page), [page]);
  const [shown, setShown] = useState<ReadonlySet<ProjectPage>>(() => new Set([page]));
  if (!shown.has(page)) setShown(new Set([...shown, page]));
  return (
    <ProjectContext value={project}>
      <ProjectWindow route={route} page={page}>
        <Activity mode={route.at === 'project' ? 'visible' : 'hidden'}>
          <ProjectGate
            page={page}
            fault={failed?.error ?? null}
            onRetry={() => setReading((before) => before + 1)}
          >
            {projectPages
              .filter((name) => shown.has(name))
              .map((name) => {
                const Page = projectPageViews[name];
                return (
                  <Activity key={name} mode={name === page ? 'visible' : 'hidden'}>
                    <PageBoundary page={name}>
                      <Suspense fallback={<PageSkeleton page={name} />}>
                        <Page />
                      </Suspense>
                    </PageBoundary>
                  </Activity>
                );
              })}
          </ProjectGate>
        </Activity>
        {route.at === 'settings' ? (
          <PageBoundary page="settings">
            <Suspense fallback={<PageSkeleton page="settings" />}>
              <SettingsPage sheet={route.sheet} filmId={route.filmId ?? null} />
            </Suspense>
          </PageBoundary>
        ) : null}
        {route.at === 'queue' ? (
          <PageBoundary page="queue">
            <Suspense fallback={<PageSkeleton page="settings" />}>
              <QueuePage route={route} />
            </Suspense>
          </PageBoundary>
        ) : null}
      </ProjectWindow>
    </ProjectContext>
  );
}
