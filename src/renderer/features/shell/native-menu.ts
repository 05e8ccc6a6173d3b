import type { NativeMenu, NativeMenuItem } from '../../../contract/desktop-bridge.ts';
import { allCommands, type CommandId } from '../../actions/all-commands.ts';
import type { CommandRegistry } from '../../actions/command-registry.ts';
import type { CommandGroup } from '../../actions/command-spec.ts';
import type { Shortcuts } from '../../actions/shortcuts.ts';

const groups: readonly CommandGroup[] = ['file', 'edit', 'view', 'text', 'shot', 'clip', 'play', 'help'];
/** Menus of one page stand only while that page can do something with them. */
const always: ReadonlySet<CommandGroup> = new Set(['file', 'edit', 'view', 'help']);

/** The system's menu, made of the same commands as everything else. */
export function nativeMenuOf(
  registry: CommandRegistry,
  shortcuts: Shortcuts,
  titles: Readonly<Record<CommandId, string>>,
  labels: Readonly<Record<CommandGroup, string>>,
): NativeMenu {
  return {
    groups: groups.flatMap((group) => {
      const commands = allCommands.filter(
        (command) => command.group === group && (always.has(group) || registry.isAttached(command.id)),
      );
      if (commands.length === 0) return [];
      const items = commands.flatMap(({ id }, place): (NativeMenuItem | null)[] => {
        const before = commands[place - 1]?.id;
        // A line between nouns: "project.…" and "export.…".
        const line = before !== undefined && nounOf(before) !== nounOf(id) ? [null] : [];
        return [
          ...line,
          {
            id,
            label: registry.titleOf(id) ?? titles[id],
            accelerator: acceleratorOf(shortcuts.get(id)?.[0] ?? null),
            enabled: registry.canRun(id),
          },
        ];
      });
      const role = group === 'file' || group === 'edit' || group === 'view' ? group : 'other';
      return [{ label: labels[group], role, items }];
    }),
  };
}

function nounOf(id: string): string {
  return id.split('.')[0] ?? id;
}

const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
};

/**
 * Keys in Electron's spelling. null for keys without Mod: the system would take them even from a text field, so that
 * the space bar would play the film in the middle of a sentence. The window hears those itself.
 */
export function acceleratorOf(keys: string | null): string | null {
  if (keys === null) return null;
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+').filter(Boolean), '+'] : keys.split('+');
  if (!parts.slice(0, -1).includes('Mod')) return null;
  return parts.map((part) => electronNames[part] ?? part).join('+');
}
