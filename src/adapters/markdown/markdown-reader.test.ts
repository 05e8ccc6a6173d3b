import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { BlockContent } from '../../domain/text/block.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { markdownReader } from './markdown-reader.ts';

const readAll = (source: string) => unwrap(markdownReader.read(source));
const read = (source: string): string[] =>
  readAll(source).blocks.map(
    ({ kind, depth, text }) => `${kind}${depth || ''}${text === '' ? '' : `: ${plainText(text)}`}`,
  );

describe('chapters and title', () => {
  test('a lone first-level heading at the top is the title; depths are counted from one', () => {
    const { title, blocks } = readAll('# The *Paper* Boat\n\n## One\n\nText.\n\n### Deeper\n');
    expect(title).toBe('The Paper Boat');
    expect(blocks.map(({ kind, key, depth }) => [kind, key, depth])).toEqual([
      ['title-page', 'Title', 0],
      ['chapter', null, 1],
      ['paragraph', null, 0],
      ['chapter', null, 2],
    ]);
  });

  test('several first-level headings are chapters and no title', () => {
    expect(readAll('# One\n\nText.\n\n# Two\n\nText.').title).toBeNull();
    expect(read('# One\n\nText.\n\nTwo\n===\n\nText.')).toEqual([
      'chapter1: One',
      'paragraph: Text.',
      'chapter1: Two',
      'paragraph: Text.',
    ]);
  });

  test('front matter is the title page', () => {
    const { title, blocks } = readAll('---\ntitle: "The Boat"\nauthor: Jane\n---\n\nText.');
    expect(title).toBe('The Boat');
    expect(blocks.map(({ key, text }) => [key, text])).toEqual([
      ['title', 'The Boat'],
      ['author', 'Jane'],
      [null, 'Text.'],
    ]);
  });

  test('a text without headings may name its chapters', () => {
    expect(read('Chapter 1\n\nText.')).toEqual(['chapter1: Chapter 1', 'paragraph: Text.']);
  });

  test('the-paper-boat', () => {
    const story = readFileSync(
      new URL('../../testing/fixtures/stories/the-paper-boat.md', import.meta.url),
      'utf8',
    );
    expect(read(story).filter((line) => line.startsWith('chapter'))).toEqual([
      'chapter1: One',
      'chapter1: Two',
      'chapter1: Three',
    ]);
  });
});

test.each([
  ['*a* **b** ***c*** _d_ __e__ ~~f~~', 'a b c d e f'],
  ['[words](http://x.example "t") and [more][ref] and ![alt](p.png)', 'words and more and alt'],
  ['`code *x*` and ``a`b``', 'code *x* and a`b'],
  ['\\*not\\* 2 * 3 snake_case', '*not* 2 * 3 snake_case'],
  ['a &mdash; b &amp; c &#8230; &valueOf; &nope;', 'a — b & c … &valueOf; &nope;'],
  ['soft\nline  \nhard', 'soft line\nhard'],
  ['<em>tag</em><br>next <https://x.example>', 'tag\nnext https://x.example'],
  ['see [^1] [[Page|this]] [plain]', 'see  this [plain]'],
  ['a <!-- hush --> b', 'a b'],
])('inline %j', (source, words) => {
  expect(read(source)).toEqual([`paragraph: ${words}`]);
});

test('blocks of every kind', () => {
  const source = [
    '- one',
    '  - two',
    '- [ ] three',
    '',
    '> quoted',
    '>',
    '> more',
    '',
    '***',
    '',
    '<!-- hold -->',
    '',
    '```',
    'a letter',
    '```',
    '',
    '    indented prose',
    '',
    '| a | b |',
    '|---|---|',
    '| c | d |',
    '',
    '\\* \\* \\*',
    '',
    '[^1]: foot',
    '',
    '[x]: http://x.example',
  ].join('\n');
  expect(read(source)).toEqual([
    'paragraph: one',
    'paragraph: two',
    'paragraph: three',
    'quote: quoted',
    'quote: more',
    'break',
    'note: hold',
    'quote: a letter',
    'paragraph: indented prose',
    'paragraph: a, b',
    'paragraph: c, d',
    'break',
    'note: foot',
    'note: [x]: http://x.example',
  ]);
});

test('ranges fit the source, with CRLF and a byte order mark too', () => {
  const source = '\uFEFF# T\r\n\r\nOne *two*.\r\n\r\n- three\r\n- four\r\n';
  const { blocks } = readAll(source);
  expect(blocks.map((b) => source.slice(b.sourceStart, b.sourceEnd))).toEqual(
    ['# T', 'One *two*.', '- three', 'four'].map((part) => part.replace(/^- /, '')),
  );
});

const lines = fc.array(
  fc.oneof(
    fc.constantFrom(
      '',
      '',
      '# H',
      '## H2 ##',
      'words here',
      '> q',
      '> > q2',
      '- a',
      '  - b',
      '1. c',
      '```',
      '~~~',
      '    code',
      '***',
      '===',
      '<!-- x',
      '-->',
      '<div>',
      '| a | b |',
      '|---|---|',
      '*em',
      '**b**',
      '[l](u',
      ')',
      '\\',
    ),
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
  ),
  { maxLength: 30 },
);

test('any text gives valid blocks in order that do not overlap', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, lineBreak) => {
      const source = parts.join(lineBreak);
      let last = 0;
      for (const block of readAll(source).blocks) {
        expect(BlockContent.safeParse(block).success).toBe(true);
        expect(block.sourceStart).toBeGreaterThanOrEqual(last);
        expect(block.sourceEnd).toBeGreaterThanOrEqual(block.sourceStart);
        last = block.sourceEnd;
      }
      expect(last).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 500 },
  );
});

test('no word of prose is lost', () => {
  const word = fc.constantFrom(
    'sea',
    'light',
    '*rain*',
    '**Mara**',
    '_waits_',
    'snake_case',
    '`code`',
    '"speech,"',
    '\\*',
    '3',
    '# ',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '\n\n',
  );
  const wordsOf = (text: string): string[] => text.match(/[\p{L}]+/gu) ?? [];
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const source = words.join(' ');
      expect(readAll(source).blocks.flatMap(({ text }) => wordsOf(plainText(text)))).toEqual(wordsOf(source));
    }),
    { numRuns: 500 },
  );
});

test('deep nesting and endless containers end soon', () => {
  const start = performance.now();
  for (const source of [
    '>'.repeat(200_000),
    '* '.repeat(100_000),
    `- x\n${'  y z\n'.repeat(50_000)}`,
    '> a\nlazy\n'.repeat(20_000),
    `${'['.repeat(100_000)}](`,
  ])
    readAll(source);
  expect(performance.now() - start).toBeLessThan(5000);
});
