import type { CommandSpec } from '../command-spec.ts';

/** Commands of the window as a whole. */
export const appCommands = [
  { id: 'app.palette', group: 'view', keys: ['Mod+K'], inFields: true, inDialogs: true },
  { id: 'app.library', group: 'view', keys: ['Mod+0'], inFields: true },
  { id: 'app.write', group: 'view', keys: ['Mod+1'], inFields: true },
  { id: 'app.board', group: 'view', keys: ['Mod+2'], inFields: true },
  { id: 'app.cut', group: 'view', keys: ['Mod+3'], inFields: true },
  { id: 'app.deliver', group: 'view', keys: ['Mod+4'], inFields: true },
  { id: 'app.settings', group: 'file', keys: ['Mod+,'], inFields: true },
  { id: 'app.theme', group: 'view', keys: [] },
  { id: 'app.activities', group: 'view', keys: ['Mod+J'], inFields: true, inDialogs: true },
  { id: 'app.notices', group: 'view', keys: [] },
  { id: 'app.shortcuts', group: 'help', keys: ['Mod+/'], inFields: true, inDialogs: true },
  { id: 'app.diagnostics', group: 'help', keys: [] },
  { id: 'project.new', group: 'file', keys: ['Mod+N'] },
  { id: 'project.open', group: 'file', keys: ['Mod+O'] },
  { id: 'project.paste', group: 'file', keys: [] },
  { id: 'project.sample', group: 'file', keys: [] },
  { id: 'project.rename', group: 'file', keys: [] },
  { id: 'project.duplicate', group: 'file', keys: [] },
  { id: 'project.trash', group: 'file', keys: [] },
  { id: 'project.search', group: 'file', keys: ['Mod+Shift+F'], inFields: true },
  { id: 'project.import', group: 'file', keys: ['Mod+I'] },
  { id: 'project.budget', group: 'file', keys: [] },
  { id: 'edit.undo', group: 'edit', keys: ['Mod+Z'], repeats: true },
  { id: 'edit.redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], repeats: true },
] as const satisfies readonly CommandSpec[];
