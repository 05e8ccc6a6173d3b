import type { CommandSpec } from '../command-spec.ts';

/** Commands of the library, on the project that has the focus there. */
export const libraryCommands = [
  { id: 'library.rename', group: 'file', keys: ['F2'] },
  { id: 'library.duplicate', group: 'file', keys: ['Mod+D'] },
  { id: 'library.trash', group: 'file', keys: ['Delete', 'Backspace'] },
  { id: 'library.putBack', group: 'file', keys: [] },
  { id: 'library.putBackLast', group: 'file', keys: [] },
  { id: 'library.deleteForever', group: 'file', keys: [] },
  { id: 'library.showTrash', group: 'view', keys: [] },
] as const satisfies readonly CommandSpec[];
