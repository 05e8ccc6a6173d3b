import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterRank, isBreakLine } from './chapter-line.ts';
import { parseProse } from './parse-prose.ts';

const read = (source: string): string[] =>
  parseProse(source).blocks.map(({ kind, text }) => (text === '' ? kind : `${kind}: ${text}`));

test('paragraphs stand between blank lines; hard-wrapped lines are joined', () => {
  expect(read('The harbour woke\nbefore the town\r\ndid.\n\n  \nIt rained.\n')).toEqual([
    'paragraph: The harbour woke before the town did.',
    'paragraph: It rained.',
  ]);
});

test('a word that was split with a hyphen at the end of a line is whole again', () => {
  expect(read('She kept the light-\nhouse going.')).toEqual(['paragraph: She kept the light-house going.']);
});

test('without wrapping, every line is a paragraph', () => {
  const long =
    'She wrote their names on the board in chalk, one under another, the way her mother had always done it before the war.';
  expect(read(`${long}\n${long}\nShort.`)).toEqual([
    `paragraph: ${long}`,
    `paragraph: ${long}`,
    'paragraph: Short.',
  ]);
});

test('an indented first line begins a paragraph', () => {
  expect(read('   The harbour woke\nbefore the town.\n   It rained all\nday.')).toEqual([
    'paragraph: The harbour woke before the town.',
    'paragraph: It rained all day.',
  ]);
});

test('speech stays in its paragraph, and turns on lines of their own are paragraphs', () => {
  expect(read('"Harbour," said the radio. "We have fog."')).toHaveLength(1);
  const wrapped =
    'The harbour woke before the town did, and the ice\nmachines began to shake.\n"Who is there?" she asked.\n"Nobody," said the fog.';
  expect(read(wrapped)).toEqual([
    'paragraph: The harbour woke before the town did, and the ice machines began to shake.',
    'paragraph: "Who is there?" she asked.',
    'paragraph: "Nobody," said the fog.',
  ]);
});

describe('chapters', () => {
  test.each([
    ['Chapter 3', 2],
    ['CHAPTER THREE: The Storm', 2],
    ['Chapter the First', 2],
    ['PART TWO', 1],
    ['Book I', 1],
    ['Prologue', 2],
    ['Kapitel 4', 2],
    ['第三章', 2],
    ['I.', 3],
    ['XIV', 3],
    ['12', 3],
    ['Two', 3],
    ['IV. The Boat', 3],
  ])('%s has rank %i', (line, rank) => {
    expect(chapterRank(line, true)).toBe(rank);
  });

  test.each(
    [
      'Chapter one of my life ended there.',
      'Part of him wanted to go.',
      'I',
      'No.',
      'One.',
      'Act now',
      'Day after day it rained.',
      'I. was never told.',
      'MIX',
      'Day one was the worst of them.',
    ].filter((line) => line !== 'I'),
  )('%s is prose', (line) => {
    expect(chapterRank(line, true)).toBeNull();
  });

  test('depths follow the ranks that occur', () => {
    const { blocks } = parseProse(
      'PART ONE\n\nChapter 1\nThe Arrival\n\nShe came.\n\nChapter 2\nIt was early when the ferry left, and nobody waved.',
    );
    expect(blocks.map(({ kind, depth, text }) => `${kind} ${depth} ${text}`)).toEqual([
      'chapter 1 PART ONE',
      'chapter 2 Chapter 1 The Arrival',
      'paragraph 0 She came.',
      'chapter 2 Chapter 2',
      'paragraph 0 It was early when the ferry left, and nobody waved.',
    ]);
  });
});

test.each(['* * *', '***', '#', '---', '⁂', '~', '* * * * *', '———'])('%s is a break', (line) => {
  expect(isBreakLine(line)).toBe(true);
  expect(read(`One.\n\n${line}\n\nTwo.`)).toEqual(['paragraph: One.', 'break', 'paragraph: Two.']);
});

test.each(['...', '?!', '-', '# Title', '--'])('%s is no break', (line) => {
  expect(isBreakLine(line)).toBe(false);
});

test('a title with a byline is the title page', () => {
  expect(parseProse('The Ferry\n\nby Jane Doe\n\nIt left.').title).toBe('The Ferry');
  expect(read('The Ferry\n\nby Jane Doe\n\nIt left.')[2]).toBe('paragraph: It left.');
});

test('harbour-radio is nine paragraphs', () => {
  const story = readFileSync(
    new URL('../../../testing/fixtures/stories/harbour-radio.txt', import.meta.url),
    'utf8',
  );
  expect(parseProse(story).blocks.map(({ kind }) => kind)).toEqual(Array(9).fill('paragraph'));
});

test('any text keeps its words in order, in blocks that do not overlap', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'Chapter 1',
      'II.',
      '***',
      '  indented words here',
      'plain words',
      '"Speech," she said.',
      '====',
      '\ufeff',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, lineBreak) => {
      const source = lines.join(lineBreak);
      const { blocks } = parseProse(source);
      expect(blocks.flatMap(({ text }) => words(text)).join('')).toBe(words(source).join(''));
      let last = 0;
      for (const { sourceStart, sourceEnd } of blocks) {
        expect(sourceStart).toBeGreaterThanOrEqual(last);
        expect(sourceEnd).toBeGreaterThan(sourceStart);
        last = sourceEnd;
      }
    }),
    { numRuns: 1000 },
  );
});
