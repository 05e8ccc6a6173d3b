import { createContext, use, useEffect, useRef } from 'react';
import { allCommands, type CommandId } from './all-commands.ts';
import type { CommandHandler, CommandHandlers, CommandRegistry } from './command-registry.ts';

export const CommandContext = createContext<CommandRegistry | null>(null);

export function useCommandRegistry(): CommandRegistry {
  const registry = use(CommandContext);
  if (registry === null) throw new Error('There is no command registry around this component.');
  return registry;
}

/**
 * Attaches what commands do while the component is shown. The handlers of the latest drawing are used; which commands
 * there are must stay the same. After a drawing that changes what may be done, or what it is called, buttons and menus
 * that show these commands follow.
 */
export function useCommands(handlers: CommandHandlers): void {
  const registry = useCommandRegistry();
  const latest = useRef(handlers);
  const shown = useRef('');
  const ids = Object.keys(handlers).sort().join(' ');
  // Before the effects below and those of children's buttons: what they ask is of this drawing.
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const wanted = new Set(ids.split(' '));
    const attached = allCommands
      .filter(({ id }) => wanted.has(id))
      .map(({ id }): [CommandId, CommandHandler] => [
        id,
        {
          run: () => latest.current[id]?.run(),
          enabled: () => latest.current[id]?.enabled?.() ?? true,
          title: () => latest.current[id]?.title?.() ?? null,
          ...(latest.current[id]?.checked === undefined
            ? {}
            : { checked: () => latest.current[id]?.checked?.() ?? false }),
        },
      ]);
    return registry.attach(Object.fromEntries(attached));
  }, [registry, ids]);
  useEffect(() => {
    const now = Object.entries(handlers)
      .map(([id, h]) => `${id} ${h?.enabled?.() ?? true} ${h?.title?.() ?? ''} ${h?.checked?.() ?? ''}`)
      .join('\n');
    if (shown.current !== '' && shown.current !== now) registry.refresh();
    shown.current = now;
  });
}
