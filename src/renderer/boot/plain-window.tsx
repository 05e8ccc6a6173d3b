import { Suspense } from 'react';
import { ActivitiesButton } from '../features/activities/activities-button.tsx';
import { NoticesButton } from '../features/activities/notices-button.tsx';
import { LibraryPage } from '../features/library/library-page.tsx';
import { PageBoundary } from '../features/shell/page-boundary.tsx';
import { PageSkeleton } from '../features/shell/page-skeleton.tsx';
import { TopBar } from '../features/shell/top-bar.tsx';
import { WindowFrame } from '../features/shell/window-frame.tsx';
import type { Route } from '../state/route.ts';
import { useConnection } from '../state/studio-context.ts';
import { ElsewhereProjects } from './late-sync.ts';
import { PartsPage, QueuePage, SettingsPage } from './pages.ts';

/** The frame around pages that belong to no project. */
export function PlainWindow({ route }: { readonly route: Route }) {
  const connection = useConnection();
  return (
    <WindowFrame
      route={route}
      project={null}
      caughtUp={connection.is === 'open'}
      topBar={
        <TopBar route={route} project={null} activities={<ActivitiesButton />} notices={<NoticesButton />} />
      }
    >
      <PageBoundary key={route.at} page={route.at}>
        <Suspense fallback={<PageSkeleton page={route.at === 'library' ? 'library' : 'settings'} />}>
          {route.at === 'settings' ? (
            <SettingsPage sheet={route.sheet} filmId={route.filmId ?? null} />
          ) : route.at === 'queue' ? (
            <QueuePage route={route} />
          ) : route.at === 'parts' ? (
            <PartsPage />
          ) : (
            <LibraryPage
              elsewhere={
                <Suspense fallback={null}>
                  <ElsewhereProjects />
                </Suspense>
              }
            />
          )}
        </Suspense>
      </PageBoundary>
    </WindowFrame>
  );
}
