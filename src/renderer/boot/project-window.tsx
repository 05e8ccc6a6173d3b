import { type ReactNode, Suspense } from 'react';
import { ActivitiesButton } from '../features/activities/activities-button.tsx';
import { NoticesButton } from '../features/activities/notices-button.tsx';
import { TopBar } from '../features/shell/top-bar.tsx';
import { useCaughtUp } from '../features/shell/use-caught-up.ts';
import { useProjectCommands } from '../features/shell/use-project-commands.ts';
import { useUndoCommands } from '../features/shell/use-undo-commands.ts';
import { WindowFrame } from '../features/shell/window-frame.tsx';
import { useProject, useRow } from '../state/project-context.ts';
import type { ProjectPage, Route } from '../state/route.ts';
import { SyncButton } from './late-sync.ts';

/** The frame around the pages of a project. */
export function ProjectWindow({
  route,
  page,
  children,
}: {
  readonly route: Route;
  readonly page: ProjectPage;
  readonly children: ReactNode;
}) {
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const caughtUp = useCaughtUp();
  useProjectCommands();
  useUndoCommands();
  return (
    <WindowFrame
      route={route}
      project={{ title: project?.title ?? '', page }}
      caughtUp={caughtUp}
      topBar={
        <TopBar
          route={route}
          project={{ projectId, page }}
          activities={<ActivitiesButton />}
          notices={<NoticesButton />}
          sync={
            <Suspense fallback={null}>
              <SyncButton />
            </Suspense>
          }
        />
      }
    >
      {children}
    </WindowFrame>
  );
}
