import { useMemo } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { mayBeStoredLater } from '../../domain/kernel/storing-faults.ts';
import type { CommandRegistry } from '../actions/command-registry.ts';
import { StatusContext, type StatusLine } from '../actions/status-line.ts';
import { CommandContext } from '../actions/use-commands.ts';
import type { Connection } from '../client/connection.ts';
import type { Host } from '../client/host.ts';
import { Toasts } from '../features/activities/toasts.tsx';
import { ErrorBoundary } from '../features/shell/error-boundary.tsx';
import { describeProblem, reportProblem } from '../features/shell/problem-report.ts';
import { useDropGuard } from '../features/shell/use-drop-guard.ts';
import { useKeyboard } from '../features/shell/use-keyboard.ts';
import { useNativeMenu } from '../features/shell/use-native-menu.ts';
import { useOpenedFiles } from '../features/shell/use-opened-files.ts';
import { usePageFocus } from '../features/shell/use-page-focus.ts';
import { useProblemWatch } from '../features/shell/use-problem-watch.ts';
import { useTheme } from '../features/shell/use-theme.ts';
import { WindowCrash } from '../features/shell/window-crash.tsx';
import { createOpenedFiles } from '../state/opened-files.ts';
import { StudioContext, type StudioContextValue } from '../state/studio-context.ts';
import type { StudioState } from '../state/studio-state.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { createUnsavedWords, UnsavedWordsContext } from '../ui/unsaved-words.ts';
import { OpenProject } from './open-project.tsx';
import { PlainWindow } from './plain-window.tsx';
import { type OpenRoute, useRoute } from './use-route.ts';
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
  const open = useRoute();
  const { navigate } = open;
  const studio = useMemo<StudioContextValue>(
    () => ({
      host,
      connection,
      client: connection.client,
      state,
      navigate,
      openedFiles: createOpenedFiles(),
    }),
    [host, connection, state, navigate],
  );
  const unsavedWords = useMemo(
    () => createUnsavedWords({ refusal: status.refusal, mayBeSavedLater: mayBeStoredLater }),
    [status],
  );
  return (
    <ErrorBoundary
      onProblem={(error, stack) => reportProblem(connection.client, describeProblem('window', error, stack))}
      fallback={(error) => <WindowCrash error={error} />}
    >
      <StudioContext value={studio}>
        <StatusContext value={status}>
          <UnsavedWordsContext value={unsavedWords}>
            <CommandContext value={commands}>
              <WordsOfPerson>
                <TooltipProvider>
                  <Window open={open} />
                </TooltipProvider>
              </WordsOfPerson>
            </CommandContext>
          </UnsavedWordsContext>
        </StatusContext>
      </StudioContext>
    </ErrorBoundary>
  );
}

function Window({ open: { route, project } }: { readonly open: OpenRoute }) {
  useTheme();
  useKeyboard();
  useNativeMenu();
  useOpenedFiles();
  useProblemWatch();
  useDropGuard();
  usePageFocus(route.at === 'project' ? route.page : route.at);
  return (
    <>
      {project === null ? (
        <PlainWindow route={route} />
      ) : (
        <OpenProject
          key={project.projectId}
          projectId={project.projectId}
          page={project.page}
          route={route}
        />
      )}
      <Toasts />
    </>
  );
}
