import { createStore, type StoreApi } from 'zustand/vanilla';
import { allCommands, type CommandId } from './all-commands.ts';

/** What a command does where it can be done now. */
export interface CommandHandler {
  readonly run: () => void;
  /** False greys it out, where the page is right but, say, nothing is selected. Asked whenever it is shown or pressed. */
  readonly enabled?: () => boolean;
}

export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler };

/** Which commands can be run now: the handlers that pages on screen have attached, the latest first. */
export interface CommandRegistry {
  readonly handlers: StoreApi<ReadonlyMap<CommandId, readonly CommandHandler[]>>;
  attach(handlers: CommandHandlers): () => void;
  canRun(id: CommandId): boolean;
  /** Whether it was run. */
  run(id: CommandId): boolean;
}

export function createCommandRegistry(): CommandRegistry {
  const handlers = createStore<ReadonlyMap<CommandId, readonly CommandHandler[]>>(() => new Map());
  const current = (id: CommandId): CommandHandler | undefined => handlers.getState().get(id)?.[0];
  const canRun = (id: CommandId): boolean => {
    const handler = current(id);
    return handler !== undefined && (handler.enabled?.() ?? true);
  };
  return {
    handlers,
    attach(added) {
      const pairs = allCommands.flatMap(({ id }) => {
        const handler = added[id];
        return handler === undefined ? [] : [[id, handler] as const];
      });
      handlers.setState((before) => {
        const after = new Map(before);
        for (const [id, handler] of pairs) after.set(id, [handler, ...(after.get(id) ?? [])]);
        return after;
      }, true);
      return () =>
        handlers.setState((before) => {
          const after = new Map(before);
          for (const [id, handler] of pairs) {
            const rest = (after.get(id) ?? []).filter((other) => other !== handler);
            if (rest.length === 0) after.delete(id);
            else after.set(id, rest);
          }
          return after;
        }, true);
    },
    canRun,
    run(id) {
      if (!canRun(id)) return false;
      current(id)?.run();
      return true;
    },
  };
}
