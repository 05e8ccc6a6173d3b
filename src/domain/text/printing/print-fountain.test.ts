import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBlocks, type ShortBlock } from '../../../testing/builders/build-blocks.ts';
import { fountainSoup } from '../../../testing/builders/fountain-soup.ts';
import { buildLongScreenplay } from '../../../testing/builders/long-screenplay.ts';
import type { Block, BlockContent, BlockKind } from '../block.ts';
import { parseFountain } from '../fountain/parse-fountain.ts';
import { printFountain } from './print-fountain.ts';
import type { PrintedBlock } from './printed-block.ts';

/** What must come back: everything but where it stood, and whether a mark was needed to say it. */
const meaning = (blocks: readonly (PrintedBlock | BlockContent)[]) =>
  blocks.map(({ kind, text, depth, sceneNumber, key, dual }) => ({
    kind,
    text,
    depth,
    sceneNumber,
    key,
    dual,
  }));

const readBack = (blocks: readonly PrintedBlock[]) => meaning(parseFountain(printFountain(blocks)).blocks);

const lastSignal = readFileSync(
  new URL('../../../testing/fixtures/stories/the-last-signal.fountain', import.meta.url),
  'utf8',
);

describe('a screenplay that was read is printed as the same blocks', () => {
  test.each([
    ['a short film', lastSignal],
    ['a long script', buildLongScreenplay(60, 7)],
    ['dual dialogue', 'MARA\nNo.\n\nOTTO ^\n(low)\nYes.\n\nThey leave.'],
    ['forced kinds', '.flashback\n\n@McCLANE\nHello.\n\n!INT. IS A WORD\n\n> Whip pan.\n\n> THE END <'],
    ['asides', 'MARA\nOne.\n[[softer]]\nTwo.\n\n/* cut\n\nthis */\n\n[[a note]]\n\nAction.'],
    ['an empty line in a speech', 'MARA\nOne.\n  \nTwo.'],
    ['outline', '# Act\n\n## Part\n\n= They meet.\n\n===\n\nINT. A - DAY #4A#'],
    ['lyrics', 'MARA\n~La la\n~li\n\n~Alone'],
  ])('%s', (_name, source) => {
    const { blocks } = parseFountain(source);
    expect(readBack(blocks)).toEqual(meaning(blocks));
  });
});

const words = fc.constantFrom(
  'She waits.',
  'MARA',
  'INT. HOUSE - DAY',
  'CUT TO:',
  'FADE OUT.',
  '.hidden',
  '@at',
  '#1 fan',
  '= sum',
  '> point',
  '!Bang',
  '~wave',
  'Mara: a life',
  'Title: A',
  'McAvoy (V.O.)',
  '*so* very',
  'a\nb',
  'MARA\nruns',
  'Élan — 張三',
);
/** Blocks as an editor makes them: any kind with ordinary words, speeches below names. */
const body: fc.Arbitrary<ShortBlock[]> = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom<BlockKind>(
            'action',
            'heading',
            'transition',
            'synopsis',
            'section',
            'note',
            'centered',
          ),
          words,
        )
        .map(([kind, text]): ShortBlock[] => [[kind, oneLine(kind, text)]]),
      fc
        .tuple(fc.constantFrom('MARA', 'McAvoy', 'EXT', '23', 'OTTO (V.O.)'), fc.boolean(), fc.boolean())
        .map(([name, aside, dual]): ShortBlock[] => {
          const left: Partial<Block> = dual ? { dual: 'left' } : {};
          const right: Partial<Block> = { dual: 'right' };
          const answer: ShortBlock[] = [
            ['character', 'OTTO', right],
            ['dialogue', 'Now?', right],
          ];
          return [
            ['character', name, left],
            ...(aside ? ([['parenthetical', 'low', left]] satisfies ShortBlock[]) : []),
            ['dialogue', 'Well, then.', left],
            ...(dual ? answer : []),
          ];
        }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.flat());

function oneLine(kind: BlockKind, text: string): string {
  const line = kind === 'action' ? text : text.replaceAll('\n', ' ');
  if (kind === 'heading') return line.replace(/^[^\p{L}\p{N}]+/u, '');
  return kind === 'transition' || kind === 'centered' ? line.replace(/^[^\p{L}\p{N}]+/u, '') : line;
}

test('blocks as a person writes them come back as the same blocks', () => {
  fc.assert(
    fc.property(body, (short) => {
      const blocks = buildBlocks(short);
      expect(readBack(blocks)).toEqual(meaning(blocks));
    }),
    { numRuns: 500 },
  );
});

const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();

test('whatever was read, no word is lost in print', () => {
  fc.assert(
    fc.property(fountainSoup, (source) => {
      const { blocks } = parseFountain(source);
      const printed = printFountain(blocks);
      const said = blocks.map(({ key, text, sceneNumber }) => `${key ?? ''} ${text} ${sceneNumber ?? ''}`);
      expect(wordsOf(printed)).toEqual(wordsOf(said.join(' ')));
    }),
    { numRuns: 500 },
  );
});
