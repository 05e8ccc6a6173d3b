import { createStore, type StoreApi } from 'zustand/vanilla';
import { allCommands, type CommandId } from './all-commands.ts';

/** What a command does where it can be done now. */
export interface CommandHandler {
  readonly run: () => void;
  /** False greys it out, where the page is right but, say, nothing is selected. Asked whenever it is shown or pressed. */
  readonly enabled?: () => boolean;
  /** A title for now in place of the one in the catalogue: "Undo “Move shot”", "Generate 12 clips · about $4.20". */
  readonly title?: () => string | null;
  /** Of a command that turns something on and off: whether it is on. */
  readonly checked?: () => boolean;
}

export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler };

/** Which commands can be run now: the handlers that pages on screen have attached, the latest first. */
export interface CommandRegistry {
  readonly handlers: StoreApi<ReadonlyMap<CommandId, readonly CommandHandler[]>>;
  attach(handlers: CommandHandlers): () => void;
  isAttached(id: CommandId): boolean;
  canRun(id: CommandId): boolean;
  /** The title for now, where its handler has one. */
  titleOf(id: CommandId): string | null;
  /** null for a command that does not turn anything on or off. */
  isChecked(id: CommandId): boolean | null;
  /** Whether it was run. */
  run(id: CommandId): boolean;
  /** Tells everybody who shows commands to look again: what they may do, or are called, has changed. */
  refresh(): void;
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
    isAttached: (id) => current(id) !== undefined,
    canRun,
    titleOf: (id) => current(id)?.title?.() ?? null,
    isChecked: (id) => current(id)?.checked?.() ?? null,
    run(id) {
      if (!canRun(id)) return false;
      current(id)?.run();
      return true;
    },
    refresh: () => handlers.setState((before) => new Map(before), true),
  };
}
