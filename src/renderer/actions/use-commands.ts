import { createContext, use, useEffect, useRef } from 'react';
import { allCommands, type CommandId } from './all-commands.ts';
import type { CommandHandlers, CommandRegistry } from './command-registry.ts';

export const CommandContext = createContext<CommandRegistry | null>(null);

export function useCommandRegistry(): CommandRegistry {
  const registry = use(CommandContext);
  if (registry === null) throw new Error('There is no command registry around this component.');
  return registry;
}

/**
 * Attaches what commands do while the component is shown. The handlers of the latest drawing are used; which commands
 * there are must stay the same.
 */
export function useCommands(handlers: CommandHandlers): void {
  const registry = useCommandRegistry();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const ids = Object.keys(handlers).sort().join(' ');
  useEffect(() => {
    const wanted = new Set(ids.split(' '));
    const attached = allCommands
      .filter(({ id }) => wanted.has(id))
      .map(({ id }): [CommandId, { run: () => void; enabled: () => boolean }] => [
        id,
        {
          run: () => latest.current[id]?.run(),
          enabled: () => latest.current[id]?.enabled?.() ?? true,
        },
      ]);
    return registry.attach(Object.fromEntries(attached));
  }, [registry, ids]);
}
