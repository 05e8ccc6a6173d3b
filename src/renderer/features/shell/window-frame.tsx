import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { ProjectPage, Route } from '../../state/route.ts';
import { useWords } from '../../words/use-words.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { CommandPalette, ProjectPalette, preloadFloats, ShortcutsSheet } from './late-floats.ts';
import type { PaletteItem } from './palette-items.ts';
import { StatusBar } from './status-bar.tsx';
import { useAppCommands, useLibraryCommands } from './use-app-commands.ts';
import { useDocumentTitle } from './use-document-title.ts';

export interface WindowFrameProps {
  readonly route: Route;
  readonly topBar: ReactNode;
  /** The project that is open, perhaps behind the settings; null where there is none. */
  readonly project: { readonly title: string; readonly page: ProjectPage } | null;
  /** Everything that changed while the line was lost is here. */
  readonly caughtUp: boolean;
  readonly children: ReactNode;
}

const noItems: readonly PaletteItem[] = [];

/** What stands around every page: top bar, banner, status line; and what floats over it. */
export function WindowFrame({ route, topBar, project, caughtUp, children }: WindowFrameProps) {
  const words = useWords('shell');
  const commands = useWords('commands');
  const main = useRef<HTMLElement>(null);
  const [floating, setFloating] = useState<'palette' | 'shortcuts' | null>(null);
  const pageName = route.at === 'project' ? route.page : route.at;
  const pageTitle = pageName === 'parts' ? '' : commands[`app.${pageName}`];
  useDocumentTitle([pageTitle, route.at === 'project' ? (project?.title ?? '') : '', words.appName]);
  const toggle = (what: 'palette' | 'shortcuts') => () =>
    setFloating((before) => (before === what ? null : what));
  useAppCommands({ palette: toggle('palette'), shortcuts: toggle('shortcuts') });
  const close = (): void => setFloating(null);
  useEffect(preloadFloats, []);
  return (
    <div className="flex h-full min-h-0 flex-col overflow-hidden bg-ground text-text">
      {/* A button: the address names the page that is shown, and a link within the page would lead away from it. */}
      <button
        type="button"
        onClick={() => main.current?.focus()}
        className="absolute top-2 left-2 z-60 -translate-y-20 rounded-inner border border-line bg-float px-3 py-1 text-base focus:translate-y-0"
      >
        {words.skipToPage}
      </button>
      {topBar}
      <ConnectionBanner caughtUp={caughtUp} />
      <main
        ref={main}
        tabIndex={-1}
        aria-label={pageTitle === '' ? words.mainLabel : pageTitle}
        className="relative flex min-h-0 flex-1 flex-col overflow-hidden outline-none"
      >
        {children}
      </main>
      <StatusBar />
      {route.at === 'library' ? null : <LibraryCommands />}
      <Suspense fallback={null}>
        {floating !== 'palette' ? null : project === null ? (
          <CommandPalette onClose={close} more={noItems} />
        ) : (
          <ProjectPalette onClose={close} page={project.page} />
        )}
        {floating === 'shortcuts' ? <ShortcutsSheet onClose={close} /> : null}
      </Suspense>
    </div>
  );
}

function LibraryCommands() {
  useLibraryCommands();
  return null;
}
