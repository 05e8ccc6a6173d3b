import type { CommandSpec } from './command-spec.ts';
import { appCommands } from './commands/app-commands.ts';
import { exportCommands } from './commands/export-commands.ts';
import { libraryCommands } from './commands/library-commands.ts';
import { playCommands } from './commands/play-commands.ts';
import { shotCommands } from './commands/shot-commands.ts';
import { textCommands } from './commands/text-commands.ts';
import { timelineCommands } from './commands/timeline-commands.ts';

const list = [
  ...appCommands,
  ...libraryCommands,
  ...textCommands,
  ...shotCommands,
  ...timelineCommands,
  ...playCommands,
  ...exportCommands,
] as const;

export type CommandId = (typeof list)[number]['id'];

/** Every command of the studio, in the order of the menus. */
export const allCommands: readonly (CommandSpec & { readonly id: CommandId })[] = list;
