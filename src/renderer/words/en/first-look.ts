import { activities } from './activities.ts';
import { commands } from './commands.ts';
import { library } from './library.ts';
import { parts } from './parts.ts';
import { queue } from './queue.ts';
import { shell } from './shell.ts';
import { workNames } from './work-names.ts';

/** Words that the first look at a window needs: the shell, the library, the list of work. */
export const firstLook = {
  shell,
  commands,
  library,
  activities,
  workNames,
  parts,
  queue,
};
