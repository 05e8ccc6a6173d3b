import { useEffect, useRef } from 'react';
import { createKeyDispatcher } from '../../actions/key-dispatcher.ts';
import { useCommandRegistry } from '../../actions/use-commands.ts';
import { useShortcuts } from '../../actions/use-shortcuts.ts';
import { useStudio } from '../../state/studio-context.ts';

/** Puts the window's one key listener in place. */
export function useKeyboard(): void {
  const { host } = useStudio();
  const registry = useCommandRegistry();
  const shortcuts = useShortcuts();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  }, [shortcuts]);
  const isMac = host.platform === 'darwin';
  useEffect(
    () => createKeyDispatcher({ registry, shortcuts: () => latest.current, isMac }).listen(window),
    [registry, isMac],
  );
}
