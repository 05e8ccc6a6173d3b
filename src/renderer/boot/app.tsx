import { useEffect, useMemo, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { CommandRegistry } from '../actions/command-registry.ts';
import { StatusContext, type StatusLine } from '../actions/status-line.ts';
import { CommandContext } from '../actions/use-commands.ts';
import type { Connection } from '../client/connection.ts';
import type { Host } from '../client/host.ts';
import { LibraryPage } from '../features/library/library-page.tsx';
import { hashOf, type Route, routeOf } from '../state/route.ts';
import { StudioContext, type StudioContextValue } from '../state/studio-context.ts';
import type { StudioState } from '../state/studio-state.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { OpenProject } from './open-project.tsx';
import { PartsPage, SettingsPage } from './pages.ts';
import { WordsOfPerson } from './words-of-person.tsx';

export interface AppProps {
  readonly host: Host;
  readonly connection: Connection;
  readonly state: StoreApi<StudioState>;
  readonly commands: CommandRegistry;
  readonly status: StatusLine;
}

/** The whole window: what everything inside may ask for, and the page that the address names. */
export function App({ host, connection, state, commands, status }: AppProps) {
  const [route, navigate] = useRoute();
  const studio = useMemo<StudioContextValue>(
    () => ({ host, connection, client: connection.client, state, navigate }),
    [host, connection, state, navigate],
  );
  return (
    <StudioContext value={studio}>
      <StatusContext value={status}>
        <CommandContext value={commands}>
          <WordsOfPerson>
            <TooltipProvider>
              <Page route={route} />
            </TooltipProvider>
          </WordsOfPerson>
        </CommandContext>
      </StatusContext>
    </StudioContext>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.at) {
    case 'library':
      return <LibraryPage />;
    case 'settings':
      return <SettingsPage />;
    case 'parts':
      return <PartsPage />;
    case 'project':
      return <OpenProject key={route.projectId} projectId={route.projectId} page={route.page} />;
  }
}

function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const onChange = (): void => setRoute(routeOf(location.hash));
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  const navigate = useMemo(
    () =>
      (next: Route): void => {
        location.hash = hashOf(next);
      },
    [],
  );
  return [route, navigate];
}
