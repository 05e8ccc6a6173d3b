import { useRef } from 'react';
import type { CommandId } from '../../actions/all-commands.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useCommandRegistry, useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { copyDiagnostics } from './copy-diagnostics.ts';
import { nextTheme, readTheme } from './theme.ts';

/** Commands of the window that work on every page. */
export function useAppCommands(open: { readonly palette: () => void; readonly shortcuts: () => void }): void {
  const { client, navigate } = useStudio();
  const call = useCall();
  const status = useStatusLine();
  const words = useWords('shell');
  const queueWords = useWords('queue');
  const theme = useStudioState((state) => readTheme(state.preferences['theme']));
  const isPaused = useStudioState(({ queuePausedSinceMs }) => queuePausedSinceMs !== null);
  const pauseQueue = (): void =>
    void call(
      () => client.jobs.pause(),
      () => queueWords.nowPaused,
    );
  const resumeQueue = (): void =>
    void call(
      () => client.jobs.resume(),
      () => queueWords.nowResumed,
    );
  useCommands({
    'app.palette': { run: open.palette },
    'app.shortcuts': { run: open.shortcuts },
    'app.library': { run: () => navigate({ at: 'library' }) },
    'app.settings': { run: () => navigate({ at: 'settings', sheet: 'keys' }) },
    'app.queue': { run: () => navigate({ at: 'queue', sheet: 'jobs' }) },
    'queue.findPaid': { run: () => navigate({ at: 'queue', sheet: 'find' }) },
    'queue.providers': { run: () => navigate({ at: 'queue', sheet: 'providers' }) },
    'queue.states': { run: () => navigate({ at: 'queue', sheet: 'states' }) },
    'queue.pause': { run: pauseQueue, enabled: () => !isPaused },
    'queue.resume': { run: resumeQueue, enabled: () => isPaused },
    'app.examine': { run: () => navigate({ at: 'settings', sheet: 'about' }) },
    'app.theme': {
      run: () => {
        const next = nextTheme(theme);
        void call(
          () => client.studio.setPreference({ name: 'theme', value: next }),
          () => words.themeSet(words.themes[next]),
        );
      },
    },
    'app.diagnostics': {
      run: () => {
        void call(
          async () => copyDiagnostics(await client.studio.diagnostics()),
          ({ how, fileName }) =>
            how === 'copied' ? words.diagnosticsCopied : words.diagnosticsSaved(fileName),
        ).catch((error: unknown) => status.say(String(error), 'problem'));
      },
    },
  });
}

/** What a page away from the library offers by going there: the library does it once it is on screen. */
const ofLibrary = [
  'project.new',
  'project.open',
  'project.paste',
  'project.sample',
  'project.search',
] as const satisfies readonly CommandId[];

/** Commands of the library, from a page that is not the library. */
export function useLibraryCommands(): void {
  const { navigate } = useStudio();
  const registry = useCommandRegistry();
  const waiting = useRef<(() => void) | null>(null);
  const goAndRun = (id: CommandId): void => {
    waiting.current?.();
    const before = registry.handlers.getState().get(id)?.[0];
    const stop = registry.handlers.subscribe((handlers) => {
      const now = handlers.get(id)?.[0];
      if (now === undefined || now === before) return;
      stop();
      // Not in the middle of what attaches it.
      queueMicrotask(() => registry.run(id));
    });
    waiting.current = stop;
    navigate({ at: 'library' });
  };
  useCommands(
    Object.fromEntries(ofLibrary.map((id) => [id, { run: () => goAndRun(id) }])) as {
      readonly [Id in (typeof ofLibrary)[number]]: { readonly run: () => void };
    },
  );
}
