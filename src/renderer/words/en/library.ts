import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the library, in English. */
export const library = {
  title: 'Projects',
  trash: 'Trash',
  projects: (n: number) => count(n, { one: '# project', other: '# projects' }),
  grid: 'Projects',
  trashGrid: 'Projects in the trash',
  searchLabel: 'Search all projects',
  sortBy: 'Sort by',
  sorts: {
    changed: 'Last changed',
    title: 'Title',
    created: 'Date made',
    length: 'Length',
    cost: 'Cost',
  },
  newProject: 'New project',
  untitled: 'Untitled story',
  more: (title: string) => `More for ${title}`,
  open: 'Open',
  openOn: (page: string) => `Open on ${page}`,
  backToProjects: 'Back to projects',
  trashCount: (n: number) => count(n, { one: 'Trash, # project', other: 'Trash, # projects' }),
  emptyTrash: 'Empty trash…',

  scenes: (n: number) => count(n, { one: '# scene', other: '# scenes' }),
  shots: (n: number) => count(n, { one: '# shot', other: '# shots' }),
  justNow: 'just now',
  trashedAgo: (ago: string) => `Trashed ${ago}`,
  charged: (money: string) => `${money} charged`,
  free: 'Free so far',
  onThisDevice: 'On this device',
  working: (n: number) => count(n, { one: '# take under way', other: '# takes under way' }),
  troubles: (n: number) => count(n, { one: '# take failed', other: '# takes failed' }),
  unclear: (n: number) => count(n, { one: '# take to be asked about', other: '# takes to be asked about' }),
  noLength: 'Not broken down',
  posterOf: (title: string) => `A picture from ${title}`,

  renameLabel: 'Title of the project',
  renamed: (title: string) => `Renamed to “${title}”.`,
  duplicated: (title: string) => `“${title}” was made.`,
  trashed: (title: string) => `“${title}” is in the trash.`,
  putBack: (title: string) => `“${title}” is back among your projects.`,
  deleted: (title: string) => `“${title}” was deleted for ever.`,
  deletedMany: (n: number) => count(n, { one: '# project was deleted.', other: '# projects were deleted.' }),

  deleteTitle: (title: string) => `Delete “${title}” for ever?`,
  deleteAllTitle: (n: number) =>
    count(n, { one: 'Delete # project for ever?', other: 'Delete # projects for ever?' }),
  deleteText: 'This cannot be undone.',
  deleteGoes: (scenes: string, shots: string) =>
    `Its text, ${scenes} and ${shots}, its takes, its timeline and its history go.`,
  deleteAllGoes: 'Their texts, scenes, shots, takes, timelines and histories go.',
  deleteStays:
    'Films that you exported stay where they are. Media files stay on disk until you clear them in Settings, under Storage.',
  deleteButton: 'Delete for ever',
  cancel: 'Cancel',
  putBackButton: 'Put back',

  loading: 'Reading the library …',
  failedTitle: 'The library could not be read',
  failedKept: 'Your projects are on disk and unchanged.',
  tryAgain: 'Try again',
  offlineTitle: 'The studio cannot be reached',
  offlineText:
    'Your projects are on disk and unchanged. The library shows them as soon as the connection is back.',

  emptyTitle: 'From a story to a film',
  emptyText:
    'Reelwright reads a screenplay or a story, breaks it into scenes and shots, draws every shot and cuts them into a film.',
  sample: 'Open the sample story',
  sampleBusy: 'Making the film of the sample …',
  sampleFree: 'Free, offline, no account. A film plays within a minute.',
  openFile: 'Open a story file…',
  pasteText: 'Paste text…',
  dropHint:
    'Or drop a file anywhere in this window: Fountain, Final Draft, Word, EPUB, PDF, Markdown or plain text.',
  paidHint: 'Better pictures by paid models come later, when you add a Fal key in',
  paidHintSettings: 'Settings',
  sampleStarted:
    'The sample is being drawn on this computer, free of charge. It plays as soon as it is ready. Paid models need a Fal key in Settings.',
  samplePlays: 'This film was free: it was drawn on this computer. Paid models need a Fal key in Settings.',

  emptyTrashTitle: 'The trash is empty',
  emptyTrashText: 'Projects that you move to the trash are kept here until you delete them for ever.',

  dropStory: 'Drop to make a project',
  dropStoryHint: 'Fountain, Final Draft, Word, EPUB, PDF, Markdown or plain text',
  dropNothing: 'Those are not files.',
  dropMedia: (name: string) =>
    `“${name}” is a picture, a video or a sound. Open a project first and drop it there, on Cut.`,
  dropUnknown: (name: string) =>
    `“${name}” cannot be read as a story. Save it as Fountain, Final Draft, Word, EPUB, PDF, Markdown or plain text.`,
  madeOne: 'The story is broken into scenes and shots. Board shows them as pictures.',
  madeMany: (n: number) => count(n, { one: '# project was made.', other: '# projects were made.' }),
  storyFiles: 'Stories',
  chooseStory: 'Open a story',

  dialogTitle: 'New project',
  fromFile: 'From a file',
  fromText: 'From text',
  source: 'Story',
  chooseFile: 'Choose a file…',
  noFile: 'No file chosen',
  noFileHint: 'Fountain, Final Draft, Word, EPUB, PDF, Markdown or plain text',
  words: 'Text',
  wordsHint: 'A screenplay in Fountain, or prose. What it is is found out by itself.',
  wordCount: (n: number) => count(n, { one: '# word', other: '# words' }),
  titleField: 'Title',
  titleHint: 'As in the text, or as the file',
  aspect: 'Aspect',
  look: 'Look',
  looks: {
    cinema: 'Cinema',
    ink: 'Ink',
    noir: 'Noir',
    storybook: 'Storybook',
    blueprint: 'Blueprint',
    watercolour: 'Watercolour',
  } as Record<string, string>,
  lookHint: 'How the free drawings look, and the style of prompts. It can be changed later.',
  height: 'Size',
  heightOf: (width: string, height: string) => `${width} × ${height}`,
  rate: 'Frame rate',
  rateOf: (fps: string) => `${fps} fps`,
  create: 'Make project',
  creating: 'Reading the story …',
  needsSource: 'Choose a file or paste a text first.',
  needsWords: 'There are no words in it yet.',

  resultsFor: (n: number) => count(n, { one: '# place found', other: '# places found' }),
  resultsMost: (n: number) => `The first ${n} places. More words find fewer.`,
  searching: 'Searching …',
  noResults: 'Nothing has these words',
  noResultsText:
    'Titles, scripts, scenes, shot descriptions, dialogue and prompts of all projects are searched. Every word must occur; from three letters on also inside of another.',
  clearSearch: 'Clear search',
  kinds: { project: 'Title', block: 'Text', scene: 'Scene', shot: 'Shot' },
  searchFailed: 'The search could not be made',
};
