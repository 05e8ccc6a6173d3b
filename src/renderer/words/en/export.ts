import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the Deliver page, in English. */
export const exportWords = {
  title: 'Deliver',
  loading: 'Reading the film…',
  presetsTitle: 'Preset',
  presets: {
    draft: {
      name: 'Draft',
      use: 'For looking at',
      text: 'Quick to write and small. Fine detail is softened.',
    },
    standard: {
      name: 'Standard',
      use: 'For showing',
      text: 'Hard to tell from the source. The usual choice.',
    },
    master: {
      name: 'Master',
      use: 'For keeping and editing on',
      text: 'Nearly everything is kept. The largest file, and the slowest to write.',
    },
  },
  format: 'MP4 · H.264 · AAC 48 kHz stereo',
  aboutSize: (size: string) => `about ${size}`,
  sizeUnknown: 'size not known yet',

  film: 'Film',
  length: 'Length',
  picture: 'Picture',
  pictureOf: (width: number, height: number) => `${width} × ${height}`,
  rate: 'Frame rate',
  rateOf: (fps: string) => `${fps} fps`,
  frames: (n: number) => count(n, { one: '# frame', other: '# frames' }),
  size: 'Size',
  estimate: 'estimate',
  fromProject: 'Size and rate are those of the project.',

  captions: 'Captions',
  captionModes: { burn: 'Burned in', sidecar: 'Beside the film', none: 'None' },
  captionHints: {
    burn: 'Drawn into the picture, for every player.',
    sidecar: 'An .srt file with the same name, to be switched on in the player.',
    none: 'The film has no captions.',
  },

  destination: 'Destination',
  fileName: 'File name',
  fileNameHint: 'In the folder for films nothing is replaced: a name that is taken gets a number.',
  goesTo: 'Goes to',
  choosePath: 'Choose place…',
  chooseTitle: 'Where should the film go?',
  filmFiles: 'Film (MP4)',
  useFolder: 'Use the folder for films',
  replaces: 'Replaces the film that is there now, once the new one is complete.',

  plan: 'What is written',
  planText: 'Each stretch of the film, and how its frames come about.',
  strip: 'The film from start to end, by how its frames come about',
  stripHelp: 'Arrow keys go from stretch to stretch, Enter shows it in Cut.',
  how: { direct: 'Passed on', composite: 'Drawn', black: 'Black' },
  howText: {
    direct: 'Clips go to the encoder as they are',
    black: 'Nothing is on screen',
  },
  why: {
    caption: 'Captions are burned in',
    title: 'Titles',
    layers: 'Dissolves and pictures over pictures',
    fade: 'Fades',
    'no-take': 'Shots without a take show their words',
    still: 'Still pictures become film',
    converted: 'Clips of another size or colour are converted',
  },
  stretches: (n: number) => count(n, { one: '# stretch', other: '# stretches' }),
  stretchAt: (start: string, end: string, how: string) => `${start} to ${end}: ${how}`,
  showInCut: 'Show in Cut',

  missingTitle: (n: number) =>
    count(n, { one: 'One medium is missing or damaged', other: '# media are missing or damaged' }),
  missingText:
    'A film is only written whole. The clips keep their places: make their shots again on the Board, or bring the files back.',
  missingMore: (n: number) => count(n, { one: 'one more', other: '# more' }),
  toBoard: 'Go to Board',
  noTakesTitle: 'Some shots have no take yet',
  noTakesText:
    'They show their description on a plain card. Generate them first for a film that is all pictures.',

  start: 'Export film',
  startAgain: 'Add to queue',
  started: (name: string) => `The export of ${name} has begun.`,
  queued: (name: string) => `${name} is in the queue.`,
  cannotStart: 'The film cannot be written yet.',

  queue: 'Queue',
  queueEmpty: 'Nothing is being written.',
  waiting: 'Waits for the film before it',
  ofProject: (title: string) => `of ${title}`,
  cancel: 'Cancel export',
  cancelling: 'Cancelling…',
  cancelled: 'The half-written film is removed; a film that was there before is kept.',
  framesDone: (done: string, total: string) => `${done} of ${total} frames`,

  reports: 'Reports',
  reportsEmpty: 'Finished films and what became of others stay listed here.',
  states: {
    running: 'Being written',
    done: 'Written',
    failed: 'Failed',
    cancelled: 'Cancelled',
    interrupted: 'The studio ended before it was complete',
  },
  took: (time: string) => `took ${time}`,
  copyPath: 'Copy path',
  copied: 'The path is in the clipboard.',
  notCopied: 'The clipboard cannot be reached from here.',
  reveal: 'Show in folder',
  onlyHere: 'Films are files on this computer; nothing is uploaded.',

  emptyTitle: 'There is no film yet',
  emptyText:
    'Here the timeline becomes one video file on this computer. Write and break down a story, make its shots, and cut them first.',
  emptiedText:
    'Every clip was taken off the timeline. Undo brings them back; clips can also be put there in Cut.',
  emptyCut: 'Go to Cut',
  emptyAction: 'Assemble the timeline',
  emptyBoard: 'Go to Board',
  faultTitle: 'The film cannot be looked at',
  again: 'Try again',
};
