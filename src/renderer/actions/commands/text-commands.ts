import type { CommandSpec } from '../command-spec.ts';

/** Commands of the Write page. */
export const textCommands = [
  { id: 'text.find', group: 'text', keys: ['Mod+F'], inFields: true },
  { id: 'text.breakDown', group: 'text', keys: ['Mod+B'], inFields: true },
  { id: 'text.readWithModel', group: 'text', keys: ['Mod+Shift+B'], inFields: true },
  { id: 'text.replaceAll', group: 'text', keys: [] },
  { id: 'text.copyAll', group: 'text', keys: [] },
  { id: 'text.nextKind', group: 'text', keys: [] },
  { id: 'text.deleteBlock', group: 'text', keys: ['Mod+Shift+Delete'], inFields: true },
  { id: 'scene.edit', group: 'text', keys: [] },
  { id: 'scene.split', group: 'text', keys: [] },
  { id: 'scene.merge', group: 'text', keys: [] },
  { id: 'scene.moveUp', group: 'text', keys: ['Alt+Shift+ArrowUp'] },
  { id: 'scene.moveDown', group: 'text', keys: ['Alt+Shift+ArrowDown'] },
] as const satisfies readonly CommandSpec[];
