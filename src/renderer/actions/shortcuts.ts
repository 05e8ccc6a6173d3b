import type { JsonValue } from '../../domain/kernel/patch.ts';
import { allCommands, type CommandId } from './all-commands.ts';

/** Keys of every command: a person's own where they chose some, the usual ones elsewhere. */
export type Shortcuts = ReadonlyMap<CommandId, readonly string[]>;

/** Reads the preference `shortcuts`: command ids with lists of keys; an empty list means none. What does not fit is left out. */
export function readShortcuts(preference: JsonValue | undefined): Shortcuts {
  const chosen: { readonly [id: string]: JsonValue } =
    typeof preference === 'object' && preference !== null && !Array.isArray(preference)
      ? (preference as { readonly [id: string]: JsonValue })
      : {};
  return new Map(
    allCommands.map(({ id, keys }): [CommandId, readonly string[]] => {
      const own = chosen[id];
      const usable = Array.isArray(own) && own.every((entry) => typeof entry === 'string');
      return [id, usable ? (own as readonly string[]) : keys];
    }),
  );
}
