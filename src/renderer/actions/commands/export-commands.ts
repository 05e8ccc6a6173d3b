import type { CommandSpec } from '../command-spec.ts';

/** Commands of the Deliver page. */
export const exportCommands = [
  { id: 'export.start', group: 'file', keys: ['Mod+E'] },
  { id: 'export.cancel', group: 'file', keys: [] },
  { id: 'export.reveal', group: 'file', keys: [] },
] as const satisfies readonly CommandSpec[];
