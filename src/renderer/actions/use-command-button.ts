import { useStore } from 'zustand';
import { useWords } from '../words/use-words.ts';
import type { CommandId } from './all-commands.ts';
import { useCommandRegistry } from './use-commands.ts';
import { useShortcut } from './use-shortcuts.ts';

export interface CommandButton {
  readonly label: string;
  /** Its keys, for the `shortcut` of a part. */
  readonly shortcut: string | null;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

/** What a button needs to run a command: `<IconButton icon={Scissors} {...useCommandButton('timeline.split')} />`. */
export function useCommandButton(id: CommandId): CommandButton {
  const registry = useCommandRegistry();
  const words = useWords('commands');
  const shortcut = useShortcut(id);
  useStore(registry.handlers);
  return {
    label: registry.titleOf(id) ?? words[id],
    shortcut,
    disabled: !registry.canRun(id),
    onClick: () => {
      registry.run(id);
    },
  };
}
