import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BlockContent } from '../block.ts';
import { parseFountain } from './parse-fountain.ts';

const read = (source: string): string[] =>
  parseFountain(source).blocks.map(({ kind, text }) => (text === '' ? kind : `${kind}: ${text}`));
const only = (source: string): BlockContent => {
  const { blocks } = parseFountain(source);
  expect(blocks).toHaveLength(1);
  return blocks[0] as BlockContent;
};

describe('title page', () => {
  test('keys with values beside and below, in several lines', () => {
    const { title, blocks } = parseFountain(
      'Title:\n    _**BRICK & STEEL**_\n    _**FULL RETIRED**_\nCredit: Written by\nAuthor: Stu Maschwitz\nContact:\n\tNext Level\n\t1588 Mission Dr.\n\nFADE IN:\n',
    );
    expect(title).toBe('BRICK & STEEL FULL RETIRED');
    expect(blocks.map(({ key, text }) => [key, text])).toEqual([
      ['Title', '_**BRICK & STEEL**_\n_**FULL RETIRED**_'],
      ['Credit', 'Written by'],
      ['Author', 'Stu Maschwitz'],
      ['Contact', 'Next Level\n1588 Mission Dr.'],
      [null, 'FADE IN:'],
    ]);
  });

  test('a first line with a colon is no title page by itself', () => {
    expect(read('FADE IN:\n\nA RIVER.')).toEqual(['transition: FADE IN:', 'action: A RIVER.']);
    expect(read('Somewhere far away: a bell.\n\nIt rings.')[0]).toBe('action: Somewhere far away: a bell.');
  });
});

describe('scene headings', () => {
  test.each([
    'INT. HOUSE - DAY',
    'ext. brick’s pool - day',
    'EST. CITY',
    'INT./EXT. CAR - NIGHT',
    'INT/EXT CAR',
    'I/E. CAR',
    'int house',
  ])('%s', (line) => {
    expect(only(line)).toMatchObject({ kind: 'heading', text: line, forced: false });
  });

  test('are forced by one dot, not by an ellipsis', () => {
    expect(only('.SNIPER SCOPE POV')).toMatchObject({
      kind: 'heading',
      text: 'SNIPER SCOPE POV',
      forced: true,
    });
    expect(only('...where the second pane is')).toMatchObject({ kind: 'action' });
  });

  test.each(['1', '1A', '1-A', 'I-1-A', '110A.', '2.3'])('number #%s#', (number) => {
    expect(only(`INT. HOUSE - DAY #${number}#`)).toMatchObject({
      text: 'INT. HOUSE - DAY',
      sceneNumber: number,
    });
  });

  test('need a blank line before them; words that begin alike are action', () => {
    expect(read('He reads:\nINT. HOUSE')).toEqual(['action: He reads:\nINT. HOUSE']);
    expect(read('INTERIOR thoughts.\n\nExtra salt.\n\nEst-ce vrai ?\n\nEst il là ?')).toEqual([
      'action: INTERIOR thoughts.',
      'action: Extra salt.',
      'action: Est-ce vrai ?',
      'action: Est il là ?',
    ]);
  });
});

describe('action', () => {
  test('keeps its lines and its indent, tabs as four spaces', () => {
    expect(read('One\n    two\n\tthree\n\n     Centred by hand')).toEqual([
      'action: One\n    two\n    three',
      'action:      Centred by hand',
    ]);
  });

  test('is forced by !', () => {
    expect(read('!SCANNING THE AISLES...\n!WHERE IS HE?\n\nBANG')).toEqual([
      'action: SCANNING THE AISLES...\nWHERE IS HE?',
      'action: BANG',
    ]);
  });
});

describe('speech', () => {
  test('cue, parenthetical, dialogue', () => {
    expect(
      read('STEEL (O.S.) (on the phone)\n(starting the engine)\nSo much for\nretirement!\n(beat)\nDrive.'),
    ).toEqual([
      'character: STEEL (O.S.) (on the phone)',
      'parenthetical: starting the engine',
      'dialogue: So much for\nretirement!',
      'parenthetical: beat',
      'dialogue: Drive.',
    ]);
  });

  test.each([
    ['R2D2\nBeep.', 'character'],
    ['23\nskidoo', 'action'],
    ['ÉLODIE\nOui.', 'character'],
    ['McCLANE\nYippie', 'action'],
    ['@McCLANE\nYippie', 'character'],
    ['MOM (on the phone)\nHi.', 'character'],
    ['张三\n你好', 'action'],
    ['- LIST\nmore', 'action'],
    ['MARA', 'action'],
    ['MARA\n\nHello', 'action'],
  ])('%j begins with %s', (source, kind) => {
    expect(parseFountain(source).blocks[0]?.kind).toBe(kind);
  });

  test('a blank line of two spaces goes on, an empty one ends it', () => {
    expect(read('DEALER\nTen.\n  \nFour.\n\nHe deals.')).toEqual([
      'character: DEALER',
      'dialogue: Ten.\n\nFour.',
      'action: He deals.',
    ]);
    expect(read('DEALER\nTen.\n  \nINT. BAR - DAY\n\nSmoke.')).toEqual([
      'character: DEALER',
      'dialogue: Ten.',
      'heading: INT. BAR - DAY',
      'action: Smoke.',
    ]);
  });

  test('lyrics, also right under a cue', () => {
    expect(read('~Willy Wonka!\n~The amazing chocolatier!\n\nMARA\n~La la\nThat was it.')).toEqual([
      'lyric: Willy Wonka!\nThe amazing chocolatier!',
      'character: MARA',
      'lyric: La la',
      'dialogue: That was it.',
    ]);
  });

  test('dual dialogue marks both sides, with what belongs to them', () => {
    const { blocks } = parseFountain('BRICK\n(low)\nScrew it.\n\nSTEEL ^\nScrew it.\n~la\n\nBRICK\nAlone.');
    expect(blocks.map(({ kind, dual }) => `${kind} ${dual}`)).toEqual([
      'character left',
      'parenthetical left',
      'dialogue left',
      'character right',
      'dialogue right',
      'lyric right',
      'character null',
      'dialogue null',
    ]);
    expect(blocks[3]?.text).toBe('STEEL');
  });

  test('a caret without a partner is no dual dialogue', () => {
    const { blocks } = parseFountain('A\nx\n\nHe waits.\n\nB ^\ny');
    expect(blocks.every(({ dual }) => dual === null)).toBe(true);
  });
});

test('transitions, centred text, page breaks, sections, synopses', () => {
  expect(
    read(
      'CUT TO:\n\n> Burn to white.\n\n> THE END <\n>again<\n\n===\n\n### Deep\n= What happens\n\nFADE OUT.',
    ),
  ).toEqual([
    'transition: CUT TO:',
    'transition: Burn to white.',
    'centered: THE END\nagain',
    'page-break',
    'section: Deep',
    'synopsis: What happens',
    'transition: FADE OUT.',
  ]);
  expect(only('### Deep')).toMatchObject({ depth: 3 });
  expect(only('> Burn to white.')).toMatchObject({ forced: true });
});

describe('notes and boneyard', () => {
  test('a note alone is a block, another stays in its line', () => {
    expect(read('[[alone]]\n\nShe [[why?]] walks.\n\nMARA\n[[soft]]\nHello.')).toEqual([
      'note: alone',
      'action: She [[why?]] walks.',
      'character: MARA',
      'note: soft',
      'dialogue: Hello.',
    ]);
  });

  test('a note spans lines, and blank ones of two spaces, but not empty ones', () => {
    expect(read('[[one\nINT. NOT A SCENE\n  \ntwo]]')).toEqual(['note: one\nINT. NOT A SCENE\n  \ntwo']);
    expect(read('[[one\n\nINT. SCENE\n\ntwo]]')).toEqual([
      'action: [[one',
      'heading: INT. SCENE',
      'action: two]]',
    ]);
  });

  test('a boneyard hides anything, over blank lines too, and ends the line it begins in', () => {
    expect(read('He runs. /* INT. OLD\n\nMARA\nGone.\n*/ Stops.\n\nMARA /* was ANNA */\nHello.')).toEqual([
      'action: He runs.',
      'boneyard: INT. OLD\n\nMARA\nGone.',
      'action: Stops.',
      'character: MARA /* was ANNA */',
      'dialogue: Hello.',
    ]);
  });

  test('one that is never closed runs to the end; in mid-line it is text', () => {
    expect(read('One.\n\n/* two\n\nthree')).toEqual(['action: One.', 'boneyard: two\n\nthree']);
    expect(read('He types rm /* and\n\nwaits.')).toEqual(['action: He types rm /* and', 'action: waits.']);
  });
});

test('line breaks of every kind and a byte order mark give the same blocks, and ranges that fit them', () => {
  const story = readFileSync(
    new URL('../../../testing/fixtures/stories/the-last-signal.fountain', import.meta.url),
    'utf8',
  );
  const plain = read(story);
  for (const source of [story.replaceAll('\n', '\r\n'), story.replaceAll('\n', '\r'), `\uFEFF${story}`]) {
    expect(read(source)).toEqual(plain);
    const cue = parseFountain(source).blocks.find(({ text }) => text === 'RADIO VOICE');
    expect(source.slice(cue?.sourceStart, cue?.sourceEnd)).toBe('RADIO VOICE');
  }
});

test('the-last-signal reads as it was written', () => {
  const story = readFileSync(
    new URL('../../../testing/fixtures/stories/the-last-signal.fountain', import.meta.url),
    'utf8',
  );
  const { title, blocks } = parseFountain(story);
  const count = (kind: string): number => blocks.filter((block) => block.kind === kind).length;
  expect(title).toBe('The Last Signal');
  expect(
    ['title-page', 'section', 'synopsis', 'heading', 'character', 'transition', 'centered'].map(count),
  ).toEqual([5, 2, 1, 9, 9, 2, 1]);
});
