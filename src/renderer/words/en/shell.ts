import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the frame around every page, in English. */
export const shell = {
  appName: 'Reelwright',
  skipToPage: 'Skip to the page',
  mainLabel: 'Page',
  pages: 'Pages of the project',
  backToLibrary: 'Back to the library',
  backToProject: 'Back to the project',
  renameProject: 'Project name',
  renameHint: 'Rename',
  savedAt: (time: string) => `Saved ${time}`,
  savedHint: 'Every change is written to disk as it is made.',
  notSaved: 'Not connected',
  saving: 'Saving …',
  windowMenu: 'Settings and help',
  untitled: 'Untitled',

  statusLabel: 'Status',
  ready: 'Ready',
  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Done again: ${label}`,
  undoSkipped: (n: number) =>
    count(n, {
      one: '# record was changed since and stays as it is.',
      other: '# records were changed since and stay as they are.',
    }),
  nothingToUndo: 'There is nothing to undo.',
  undoTitle: (label: string) => `Undo “${label}”`,
  redoTitle: (label: string) => `Redo “${label}”`,
  warnings: (n: number) => count(n, { one: '# warning', other: '# warnings' }),

  connecting: 'Connecting to the studio …',
  connectionLost: (since: string) => `The connection to the studio is lost since ${since}.`,
  connectionKept: 'What you type is kept. Everything up to the last saved change is on disk.',
  connectionSilent: (since: string) =>
    `The studio has not answered since ${since}. It may be busy. What you type is kept and saved when it answers.`,
  connectionGone:
    'The studio does not seem to run any more. Start it with “npm start” and open the address that it prints; leave this window open until then.',
  connectionGoneDesktop: 'The studio does not start again. Close Reelwright and open it anew.',
  dropElsewhere:
    'Nothing here takes files. Stories are dropped on the library; a picture or video on its frame on the Board; all media on Cut, in the bin.',
  attempt: (n: number) => count(n, { one: 'Attempt #', other: 'Attempt #' }),
  retryNow: 'Try again now',
  catchingUp: 'Connected again. Catching up …',
  caughtUp: 'Connected again, and up to date.',

  spend: 'Spending',
  spentOf: (spent: string, budget: string) => `${spent} / ${budget}`,
  spentFree: 'Free so far',
  charged: 'Charged',
  chargedHint: 'What providers have charged for finished requests.',
  reserved: 'Reserved',
  reservedHint: 'Estimates of requests under way; settled when they end.',
  budget: 'Budget',
  budgetHint: 'The most this project may ever spend. A request that would go over it is not sent.',
  noBudget: 'No budget',
  noBudgetHint: 'Without one, nothing that costs money is sent unless its own limit is given.',
  budgetLeft: (amount: string) => `${amount} left`,
  setBudget: 'Set budget',
  toLedger: 'Ledger',
  removeBudget: 'Remove budget',
  budgetDialog: 'Budget of this project',
  budgetAmount: 'US dollars',
  budgetWrong: 'Type an amount in US dollars, such as 25 or 7.50.',
  budgetShare: (sums: { here: string; elsewhere: string; left: string; setAside: string }) =>
    `Spent on this computer: ${sums.here}; on other devices: ${sums.elsewhere}. Left for this computer: ${sums.left}; set aside for others: ${sums.setAside}.`,
  budgetShareInTouch: 'What they do not need is asked for when it is needed here.',
  budgetShareApart: 'The other devices cannot be heard now: until they are, no more than that is spent here.',
  budgetBelow: (spent: string) => `${spent} are charged or reserved already. No more will be spent.`,
  cancel: 'Cancel',

  paletteTitle: 'Find a command',
  palettePlaceholder: 'Type a command, a shot number or a project',
  paletteEmpty: 'Nothing fits these words.',
  paletteEmptyHint:
    'Commands, shots, scenes and projects are searched by name; texts of all projects from three letters on.',
  paletteResults: (n: number) => count(n, { one: '# result', other: '# results' }),
  recent: 'Recent',
  groupCommands: 'Commands',
  groupProjects: 'Projects',
  groupScenes: 'Scenes',
  groupShots: 'Shots',
  groupTexts: 'In all texts',
  scene: (number: string, heading: string) => `Scene ${number} · ${heading}`,
  shot: (number: string, description: string) => `Shot ${number} · ${description}`,
  openProject: (title: string) => `Open ${title}`,
  notNow: 'Not available here',

  shortcutsTitle: 'Keyboard shortcuts',
  shortcutsSearch: 'Search shortcuts',
  shortcutsNone: 'No shortcut fits these words.',
  shortcutsChange: 'Change shortcuts',

  menus: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    text: 'Text',
    shot: 'Shot',
    clip: 'Clip',
    play: 'Playback',
    help: 'Help',
  },

  themes: { system: 'Like the system', dark: 'Dark', light: 'Light' },
  themeSet: (theme: string) => `Theme: ${theme}`,
  diagnosticsCopied: 'Diagnostics copied. They hold no keys and no story text.',
  diagnosticsSaved: (name: string) => `Diagnostics saved as ${name}. They hold no keys and no story text.`,
  projectTrashed: (title: string) => `“${title}” is in the trash. It can be put back from the library.`,
  projectDuplicated: (title: string) => `“${title}” was made.`,

  loadingProject: 'Opening the project …',
  loadingPage: 'Loading the page …',
  projectGone: 'This project is not here',
  projectGoneText:
    'It was deleted, or it was never on this computer. Your other projects are in the library.',
  projectFailed: 'The project could not be read',
  projectTrashedTitle: 'This project is in the trash',
  projectTrashedText: 'Everything in it was kept. Put it back to go on working on it.',
  putBack: 'Put back',
  toLibrary: 'To the library',
  tryAgain: 'Try again',

  crashTitle: 'Something went wrong on this page',
  crashText:
    'It was written to the log. Everything up to your last saved change is on disk; nothing that was generated is lost.',
  crashWindowTitle: 'This window had to stop',
  crashChunkTitle: 'A part of the studio could not be loaded',
  crashChunkText:
    'The studio may have been updated or stopped while this window was open. Nothing is lost. Reload the window to go on.',
  crashDetails: 'What went wrong',
  reload: 'Reload the window',
  copyDiagnostics: 'Copy diagnostics',
  unexpected: 'Something unexpected went wrong and was written to the log. Your saved work is not affected.',
};
