import type { CommandSpec } from '../command-spec.ts';

/** Commands of the viewer: playing and stepping. */
export const playCommands = [
  { id: 'play.toggle', group: 'play', keys: ['Space'] },
  { id: 'play.backward', group: 'play', keys: ['J'] },
  { id: 'play.stop', group: 'play', keys: ['K'] },
  { id: 'play.forward', group: 'play', keys: ['L'] },
  { id: 'play.frameBack', group: 'play', keys: ['ArrowLeft'], repeats: true },
  { id: 'play.frameOn', group: 'play', keys: ['ArrowRight'], repeats: true },
  { id: 'play.secondBack', group: 'play', keys: ['Shift+ArrowLeft'], repeats: true },
  { id: 'play.secondOn', group: 'play', keys: ['Shift+ArrowRight'], repeats: true },
  { id: 'play.previousCut', group: 'play', keys: ['ArrowUp'], repeats: true },
  { id: 'play.nextCut', group: 'play', keys: ['ArrowDown'], repeats: true },
  { id: 'play.toStart', group: 'play', keys: ['Home'] },
  { id: 'play.toEnd', group: 'play', keys: ['End'] },
  { id: 'play.markIn', group: 'play', keys: ['I'] },
  { id: 'play.markOut', group: 'play', keys: ['O'] },
  { id: 'play.clearMarks', group: 'play', keys: ['Alt+X'] },
  { id: 'play.loop', group: 'play', keys: [] },
  { id: 'play.scrubSound', group: 'play', keys: ['Shift+S'] },
  { id: 'play.fullScreen', group: 'play', keys: ['F'] },
] as const satisfies readonly CommandSpec[];
