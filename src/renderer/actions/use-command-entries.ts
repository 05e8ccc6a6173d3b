import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';
import type { CommandId } from './all-commands.ts';
import { useCommandRegistry } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Entries as the menu parts take them. */
export type CommandEntry =
  | {
      readonly kind: 'item';
      readonly label: string;
      readonly shortcut: string | null;
      readonly disabled: boolean;
      readonly danger: boolean;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'check';
      readonly label: string;
      readonly shortcut: string | null;
      readonly disabled: boolean;
      readonly checked: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'separator' };

const destructive = /\.(delete|rippleDelete|deleteBlock|trash)$/;

/**
 * Makes menu entries from commands: `commandEntries(['shot.edit', '-', 'shot.delete'])`; "-" draws a line. Ask for them
 * when the menu opens (`<ContextMenu entries={() => …}>`): what can be done now is looked up there and then.
 */
export function useCommandEntries(): (ids: readonly (CommandId | '-')[]) => readonly CommandEntry[] {
  const registry = useCommandRegistry();
  const words = useWords('commands');
  const shortcuts = useShortcuts();
  return useCallback(
    (ids) =>
      ids.map((id): CommandEntry => {
        if (id === '-') return { kind: 'separator' };
        const checked = registry.isChecked(id);
        const entry = {
          label: registry.titleOf(id) ?? words[id],
          shortcut: shortcuts.get(id)?.[0] ?? null,
          disabled: !registry.canRun(id),
          onSelect: () => {
            registry.run(id);
          },
        };
        return checked === null
          ? { kind: 'item', ...entry, danger: destructive.test(id) }
          : { kind: 'check', ...entry, checked };
      }),
    [registry, words, shortcuts],
  );
}
