import { useMemo } from 'react';
import { useStudioState } from '../state/studio-context.ts';
import type { CommandId } from './all-commands.ts';
import { readShortcuts, type Shortcuts } from './shortcuts.ts';

/** Keys of every command, with this person's choices. */
export function useShortcuts(): Shortcuts {
  const preference = useStudioState((state) => state.preferences['shortcuts']);
  return useMemo(() => readShortcuts(preference), [preference]);
}

/** The first keys of a command, as parts take them in `shortcut`; null where it has none. */
export function useShortcut(id: CommandId): string | null {
  return useShortcuts().get(id)?.[0] ?? null;
}
