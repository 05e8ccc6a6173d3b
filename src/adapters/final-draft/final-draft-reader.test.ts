import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { BlockContent } from '../../domain/text/block.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { finalDraftReader } from './final-draft-reader.ts';

const script = readFileSync(new URL('../../testing/fixtures/scripts/ferry.fdx', import.meta.url), 'utf8');
const wrap = (content: string): string =>
  `<?xml version="1.0"?>\n<FinalDraft><Content>${content}</Content></FinalDraft>`;
const paragraph = (type: string, inner: string): string => `<Paragraph Type="${type}">${inner}</Paragraph>`;

test('a script with title page, numbers, summary, note, styles and dual dialogue', () => {
  const { title, blocks } = unwrap(finalDraftReader.read(script));
  expect(title).toBe('THE FERRY');
  expect(blocks.map(({ kind, key, dual, text }) => [kind, key ?? dual, text])).toEqual([
    ['title-page', 'Title', '_THE FERRY_'],
    ['title-page', 'Credit', 'Written by'],
    ['title-page', 'Author', 'The Reelwright authors'],
    ['transition', null, 'FADE IN:'],
    ['heading', null, 'EXT. FERRY PIER - DUSK'],
    ['synopsis', null, 'Two brothers miss the last boat.'],
    ['action', null, 'Rain & wind. The ramp is _**already up**_. OTTO (30) counts \\*five\\* coins.'],
    ['action', null, 'ON THE CLOCK'],
    ['character', null, "OTTO (CONT'D)"],
    ['parenthetical', null, 'to the gulls'],
    ['dialogue', null, 'Nine minutes. *Nine.*'],
    ['note', null, 'Is this too early?'],
    ['character', 'left', 'OTTO'],
    ['dialogue', 'left', 'You said seven.'],
    ['character', 'right', 'EMIL'],
    ['dialogue', 'right', 'You said drive.'],
    ['lyric', null, 'Row, row the night away'],
    ['transition', null, 'CUT TO:'],
  ]);
  expect(blocks[4]?.sceneNumber).toBe('1A');
});

test('ranges are those of the runs in the file, and never overlap', () => {
  for (const source of [script, script.replaceAll('\n', '\r\n'), `\uFEFF${script}`]) {
    const { blocks } = unwrap(finalDraftReader.read(source));
    const cue = blocks.find(({ text }) => text === 'EMIL');
    expect(source.slice(cue?.sourceStart, cue?.sourceEnd)).toBe('<Text>EMIL</Text>');
    const sorted = [...blocks].sort((a, b) => a.sourceStart - b.sourceStart);
    sorted.forEach((block, at) => {
      expect(BlockContent.safeParse(block).success).toBe(true);
      expect(block.sourceStart).toBeGreaterThanOrEqual(sorted[at - 1]?.sourceEnd ?? 0);
    });
  }
});

test('types with the names of built-in things are action like any unknown type', () => {
  const { blocks } = unwrap(
    finalDraftReader.read(
      wrap(paragraph('constructor', '<Text>Rain.</Text>') + paragraph('__proto__', '<Text>Fog.</Text>')),
    ),
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(['action', 'action']);
});

describe('refused', () => {
  test.each([
    [
      'text.unsafe-xml',
      '<!DOCTYPE FinalDraft [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><FinalDraft>&b;</FinalDraft>',
      1,
    ],
    [
      'text.unsafe-xml',
      '<?xml version="1.0"?>\n<!DOCTYPE FinalDraft SYSTEM "file:///etc/passwd"><FinalDraft/>',
      2,
    ],
    ['text.malformed', '<FinalDraft>\n<Content>\n</FinalDraft>', 3],
    ['text.malformed', '<FinalDraft>&unknown;</FinalDraft>', 1],
    ['text.malformed', '<FinalDraft><Content><Paragraph Type="Action"><Text>cut o', 1],
    ['text.malformed', '<html>\n</html>', 1],
    ['text.malformed', 'INT. HOUSE', 1],
    ['text.malformed', '', 1],
  ])('%s: %j at line %i', (code, source, line) => {
    const read = finalDraftReader.read(source);
    expect(read).toMatchObject({ ok: false, fault: { code } });
    if (!read.ok) expect(read.fault.message).toContain(`at line ${line}`);
  });
});

test('no word of any run is lost, whatever its style and characters', () => {
  const run = fc.tuple(
    fc.constantFrom('', 'Bold', 'Italic', 'Bold+Italic+Underline', 'Underline'),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '*', '_', '.', '\n'), maxLength: 8 }),
  );
  const type = fc.constantFrom('Action', 'Dialogue', 'Character', 'Scene Heading', 'Parenthetical', 'Other');
  fc.assert(
    fc.property(type, fc.array(run, { maxLength: 6 }), (kind, runs) => {
      const source = wrap(
        paragraph(kind, runs.map(([style, text]) => `<Text Style="${style}">${text}</Text>`).join('')),
      );
      const { blocks } = unwrap(finalDraftReader.read(source));
      const letters = (text: string): string => text.replace(/\s/g, '');
      expect(letters(blocks.map(({ text }) => plainText(text)).join(''))).toBe(
        letters(runs.map(([, text]) => text).join('')),
      );
    }),
    { numRuns: 1000 },
  );
});

test('a file cut off or damaged anywhere is answered, not thrown', () => {
  fc.assert(
    fc.property(fc.nat(script.length), fc.string({ maxLength: 4 }), (at, damage) => {
      for (const source of [script.slice(0, at), script.slice(0, at) + damage + script.slice(at + 1)]) {
        expect(typeof finalDraftReader.read(source).ok).toBe('boolean');
      }
    }),
  );
});

test('elements nested in any way give valid blocks that do not overlap', () => {
  const name = fc.constantFrom(
    'Paragraph',
    'Paragraph',
    'Text',
    'Text',
    'ScriptNote',
    'Summary',
    'DualDialogue',
    'TitlePage',
    'Content',
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('words', 'more'),
      fc
        .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, inner]) => `<${tag} Type="Dialogue">${inner.join('')}</${tag}>`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (parts) => {
      const source = wrap(parts.join(''));
      const blocks = [...unwrap(finalDraftReader.read(source)).blocks].sort(
        (a, b) => a.sourceStart - b.sourceStart,
      );
      let last = 0;
      for (const block of blocks) {
        expect(BlockContent.safeParse(block).success).toBe(true);
        expect(block.sourceStart).toBeGreaterThanOrEqual(last);
        expect(block.sourceEnd).toBeGreaterThanOrEqual(block.sourceStart);
        last = block.sourceEnd;
      }
    }),
    { numRuns: 2000 },
  );
});
