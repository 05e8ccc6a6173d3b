import { useEffect } from 'react';
import { allCommands } from '../../actions/all-commands.ts';
import { isTyped } from '../../actions/key-owner.ts';
import { useCommandRegistry } from '../../actions/use-commands.ts';
import { useShortcuts } from '../../actions/use-shortcuts.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { nativeMenuOf } from './native-menu.ts';

/** Several changes that come together make one new menu. */
const restMs = 50;

/** Feeds the system's menu from the commands, and runs what is chosen there. Nothing in a browser, which has none. */
export function useNativeMenu(): void {
  const { host } = useStudio();
  const registry = useCommandRegistry();
  const shortcuts = useShortcuts();
  const titles = useWords('commands');
  const { menus } = useWords('shell');
  const { bridge } = host;
  useEffect(() => {
    if (bridge === null) return;
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const feed = (): void => {
      const menu = nativeMenuOf(registry, shortcuts, titles, menus);
      const text = JSON.stringify(menu);
      if (text === last) return;
      last = text;
      bridge.setMenu(menu);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(feed, restMs);
    };
    soon();
    const stop = registry.handlers.subscribe(soon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [bridge, registry, shortcuts, titles, menus]);
  useEffect(
    () =>
      bridge?.onMenuCommand((commandId) => {
        const command = allCommands.find(({ id }) => id === commandId);
        if (command === undefined) return;
        // In a text field undo means the typing, as everywhere else on the system.
        const field = isTyped(document.activeElement);
        if (field && command.id === 'edit.undo') document.execCommand('undo');
        else if (field && command.id === 'edit.redo') document.execCommand('redo');
        else registry.run(command.id);
      }),
    [bridge, registry],
  );
}
