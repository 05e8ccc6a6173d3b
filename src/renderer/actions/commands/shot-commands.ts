import type { CommandSpec } from '../command-spec.ts';

/** Commands of the Board, and of selected shots wherever they are shown. */
export const shotCommands = [
  { id: 'shot.add', group: 'shot', keys: ['Mod+Enter'] },
  { id: 'shot.edit', group: 'shot', keys: ['Enter'] },
  { id: 'shot.duplicate', group: 'shot', keys: ['Mod+D'] },
  { id: 'shot.delete', group: 'shot', keys: ['Delete', 'Backspace'] },
  { id: 'shot.split', group: 'shot', keys: [] },
  { id: 'shot.merge', group: 'shot', keys: [] },
  { id: 'shot.moveEarlier', group: 'shot', keys: ['Alt+ArrowLeft'] },
  { id: 'shot.moveLater', group: 'shot', keys: ['Alt+ArrowRight'] },
  { id: 'shot.movePreviousScene', group: 'shot', keys: ['Alt+ArrowUp'] },
  { id: 'shot.moveNextScene', group: 'shot', keys: ['Alt+ArrowDown'] },
  { id: 'shot.selectAll', group: 'shot', keys: ['Mod+A'] },
  { id: 'shot.generate', group: 'shot', keys: ['Mod+G'] },
  { id: 'shot.generateAll', group: 'shot', keys: ['Mod+Shift+G'] },
  { id: 'shot.generateAgain', group: 'shot', keys: [] },
  { id: 'shot.cancelGeneration', group: 'shot', keys: [] },
  { id: 'shot.importTake', group: 'shot', keys: [] },
  { id: 'shot.review', group: 'shot', keys: [] },
  { id: 'shot.casting', group: 'shot', keys: [] },
  { id: 'shot.sound', group: 'shot', keys: [] },
  // A digit alone, on a frame, goes to the shot of that number.
  { id: 'take.rateOne', group: 'shot', keys: ['Shift+1', '1'] },
  { id: 'take.rateTwo', group: 'shot', keys: ['Shift+2', '2'] },
  { id: 'take.rateThree', group: 'shot', keys: ['Shift+3', '3'] },
  { id: 'take.rateFour', group: 'shot', keys: ['Shift+4', '4'] },
  { id: 'take.rateFive', group: 'shot', keys: ['Shift+5', '5'] },
  { id: 'take.rateNone', group: 'shot', keys: ['Shift+0', '0'] },
  { id: 'take.details', group: 'shot', keys: [] },
  { id: 'take.putAway', group: 'shot', keys: [] },
  { id: 'shot.inspect', group: 'shot', keys: ['Mod+.'] },
] as const satisfies readonly CommandSpec[];
