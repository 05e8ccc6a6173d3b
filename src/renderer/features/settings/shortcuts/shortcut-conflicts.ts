import { allCommands, type CommandId } from '../../../actions/all-commands.ts';
import type { Shortcuts } from '../../../actions/shortcuts.ts';

/** Which pages a command's noun can be run on; null is everywhere. */
const pagesOf: Readonly<Record<string, readonly string[] | null>> = {
  app: null,
  project: null,
  edit: null,
  library: ['library'],
  text: ['write'],
  scene: ['write', 'board'],
  shot: ['write', 'board'],
  timeline: ['cut'],
  play: ['cut'],
  export: ['deliver'],
};

/** Whether both commands could be meant by one press: they can be run on the same page. */
function mayMeet(a: CommandId, b: CommandId): boolean {
  const [one, other] = [a, b].map((id) => pagesOf[id.split('.')[0] ?? ''] ?? null);
  if (one == null || other == null) return true;
  return one.some((page) => other.includes(page));
}

/** The command that has these keys already and could be meant by them where `id` is; null where there is none. */
export function commandInTheWay(shortcuts: Shortcuts, id: CommandId, keys: string): CommandId | null {
  for (const other of allCommands) {
    if (other.id === id || !mayMeet(id, other.id)) continue;
    if (shortcuts.get(other.id)?.some((taken) => taken.toLowerCase() === keys.toLowerCase())) return other.id;
  }
  return null;
}

export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/**
 * The person's own keys after a change, for the preference `shortcuts`: only commands that differ from the usual ones are
 * kept, so that a better default reaches everybody who did not choose.
 */
export function withKeys(own: OwnKeys, id: CommandId, keys: readonly string[] | 'usual'): OwnKeys {
  const { [id]: _before, ...others } = own;
  const usual = allCommands.find((command) => command.id === id)?.keys ?? [];
  const same = keys === 'usual' || (keys.length === usual.length && keys.every((key, i) => key === usual[i]));
  return same ? others : { ...others, [id]: keys };
}
