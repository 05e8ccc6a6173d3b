import type { BlockKind } from '../../../domain/text/block.ts';
import { countIn } from '../count.ts';

const count = countIn('en');
const shotsOf = (n: number): string => count(n, { one: '# shot', other: '# shots' });
const scenesOf = (n: number): string => count(n, { one: '# scene', other: '# scenes' });
const paragraphsOf = (n: number): string => count(n, { one: '# paragraph', other: '# paragraphs' });

/** Words of the Write page, in English. */
export const text = {
  title: 'Write',
  script: 'Script',
  help: 'Enter begins a new paragraph, Tab changes its kind, Escape goes to scenes and shots.',
  loading: 'Reading the script …',
  tools: 'Script tools',
  kinds: {
    'title-page': 'Title page',
    section: 'Section',
    synopsis: 'Synopsis',
    heading: 'Scene heading',
    action: 'Action',
    character: 'Character',
    parenthetical: 'Parenthetical',
    dialogue: 'Dialogue',
    lyric: 'Lyric',
    transition: 'Transition',
    centered: 'Centred',
    note: 'Note',
    boneyard: 'Cut text',
    'page-break': 'Page break',
    chapter: 'Chapter',
    paragraph: 'Paragraph',
    quote: 'Quote',
    break: 'Break',
  } satisfies Record<BlockKind, string>,
  kind: 'Kind of paragraph',
  kindIsNow: (kind: string) => `Now: ${kind}`,
  goTo: 'Go to scene',
  more: 'More for the script',
  find: {
    label: 'Find in script',
    next: 'Next match',
    previous: 'Previous match',
    close: 'Close search',
    count: (at: number, of: number) => `${at} of ${of}`,
    none: 'No match',
  },
  save: {
    saved: 'Saved',
    savedAt: (time: string) => `Saved ${time}`,
    saving: 'Saving …',
    waiting: 'Not connected. What you type is kept and saved when the studio is back.',
  },
  unsavedWarning: 'Some of what you typed is not saved yet.',
  figures: {
    words: (n: number) => count(n, { one: '# word', other: '# words' }),
    pages: (n: number) => count(n, { one: '# page', other: '# pages' }),
    scenes: scenesOf,
    shots: shotsOf,
    length: (length: string) => `about ${length}`,
  },
  conflict: {
    text: 'This paragraph was also changed elsewhere. Your words stand; the others are:',
    useTheirs: 'Use the others',
    keepMine: 'Keep mine',
  },
  update: {
    upToDate: 'Scenes and shots follow the text.',
    pending: 'The text has changed',
    changed: (n: number) => count(n, { one: '# shot changes', other: '# shots change' }),
    added: (n: number) => count(n, { one: '# new', other: '# new' }),
    gone: (n: number) => count(n, { one: '# goes', other: '# go' }),
    scenes: (n: number) => count(n, { one: '# scene differs', other: '# scenes differ' }),
    keeps: 'Takes and what you set by hand stay.',
    losesTakes: (n: number) =>
      count(n, {
        one: '# shot with takes loses its words; undo brings it back.',
        other: '# shots with takes lose their words; undo brings them back.',
      }),
    run: 'Update scenes and shots',
    running: 'Updating …',
    done: (scenes: number, shots: number) =>
      `Scenes and shots follow the text: ${scenesOf(scenes)}, ${shotsOf(shots)}.`,
  },
  panel: {
    title: 'Breakdown',
    label: 'Scenes and shots',
    width: 'Width of the breakdown',
    shots: 'Shots',
    outline: 'Outline',
    collapseAll: 'Collapse all scenes',
    expandAll: 'Expand all scenes',
    sceneName: (number: string, heading: string, shots: number, length: string) =>
      `Scene ${number}, ${heading}, ${shotsOf(shots)}, ${length}`,
    shotName: (
      number: string,
      size: string,
      move: string,
      length: string,
      state: string,
      description: string,
    ) => `Shot ${number}, ${size}, ${move}, ${length}, ${state}. ${description}`,
    changedInText: 'Changed in the text',
    goneFromText: 'Gone from the text',
    outlineEmpty: 'Scenes, chapters and sections appear here as you write them.',
    noShots: 'No shot',
    empty: {
      title: 'No scenes yet',
      text: 'The studio reads scenes, cast and shots from the text. You can change everything afterwards.',
      run: 'Break into scenes and shots',
    },
  },
  shot: {
    title: (number: string) => `Shot ${number}`,
    description: 'What the camera sees',
    seconds: 'Length in seconds',
    board: 'Open on the Board',
    several: (n: number) => `${shotsOf(n)} selected`,
    hand: 'Set by hand',
  },
  scene: {
    title: (number: string) => `Scene ${number}`,
    heading: 'Heading',
    number: 'Number',
    place: 'Place',
    setting: 'Setting',
    time: 'Time of day',
    timeNote: 'When',
    mood: 'Mood',
    synopsis: 'Synopsis',
    none: 'Select a scene or a shot to see it here.',
    menu: 'Scene',
  },
  replace: {
    title: 'Replace the whole text',
    text: 'Paste the new version. Paragraphs that did not change keep their scenes, shots and takes. It is one step for undo.',
    field: 'New text',
    preview: (kept: number, changed: number, added: number, removed: number) =>
      `${paragraphsOf(kept)} stay · ${count(changed, { one: '# changes', other: '# change' })} · ${count(added, { one: '# new', other: '# new' })} · ${count(removed, { one: '# goes', other: '# go' })}`,
    roughly: 'Counted in this window; the studio reads it again.',
    same: 'This is the text as it is.',
    cancel: 'Cancel',
    run: (n: number) => `Replace · ${count(n, { one: '# paragraph differs', other: '# paragraphs differ' })}`,
  },
  copied: 'The whole text is on the clipboard.',
  notCopied: 'The browser did not allow copying. Select the text and copy it with the keyboard.',
  empty: {
    title: 'Write here, or paste your story',
    text: 'Type a scene, or paste a screenplay or prose: the studio reads the paragraphs and makes scenes and shots of them.',
    start: 'Start writing',
    example: 'Begin with an example',
    exampleScreenplay:
      'EXT. HARBOUR - DAWN\n\nFog over the water. A small boat knocks against the pier.\n\nMARA (60s, weathered) unties the rope and listens.\n\nMARA\nIs anybody there?\n\nA bell answers from the fog.',
    exampleProse:
      'Chapter One\n\nFog lay over the harbour when Mara untied the boat.\n\nSomewhere out on the water a bell rang, once, and then again.',
  },
  gone: {
    title: 'This project is gone',
    text: 'It was deleted in another window. Words that you typed since are kept in this window until you close it.',
    back: 'Back to the library',
  },
};
