import { expect, test } from 'vitest';
import { describePackedDocument } from '../../core/ports/packed-document.conformance.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { makeEpub } from '../../testing/documents/make-epub.ts';
import { makePdf } from '../../testing/documents/make-pdf.ts';
import { makeWordDocument } from '../../testing/documents/make-word-document.ts';
import { wordReader } from './word-reader.ts';

const story = makeWordDocument([
  { text: 'The Paper Boat', style: 'Title' },
  { text: 'One', style: 'Heading 1' },
  'Rain fell on the *harbour* & the quay.',
  '',
  '* * *',
  'Mara waited.',
  { text: 'Two', style: 'heading 2' },
  { text: 'It was said.', style: 'Quote' },
]);

describePackedDocument('word', {
  reader: wordReader,
  sample: story,
  words: ['The Paper Boat', 'One', 'Rain fell', 'Mara waited', 'Two', 'It was said'],
  others: [makePdf([]), makeEpub({ title: 'x', author: 'y', chapters: ['<p>z</p>'] })],
});

test('headings are chapters, breaks are breaks, emphasis is dropped', async () => {
  expect(unwrap(await wordReader.unpack(story))).toEqual({
    kind: 'markdown',
    text: [
      '# The Paper Boat',
      '## One',
      'Rain fell on the \\*harbour\\* \\& the quay.',
      '* * *',
      'Mara waited.',
      '### Two',
      '> It was said.\n',
    ].join('\n\n'),
  });
});

const script = [
  'INT. HUT - DAY',
  '',
  'Rain. The stove is cold.',
  '',
  'MARA',
  '(quietly)',
  'Hello.',
  '',
  'EXT. SEA - NIGHT',
  '',
  'Waves.',
];
const printed =
  'INT. HUT - DAY\n\nRain. The stove is cold.\n\nMARA\n(quietly)\nHello.\n\nEXT. SEA - NIGHT\n\nWaves.\n';

test('a screenplay is known by its white space', async () => {
  expect(unwrap(await wordReader.unpack(makeWordDocument(script)))).toEqual({
    kind: 'fountain',
    text: printed,
  });
});

test('a screenplay is known by the names of its styles, or by its indents', async () => {
  const named = [
    'Scene Heading',
    'Action',
    'Character',
    'Parenthetical',
    'Dialogue',
    'Scene Heading',
    'Action',
  ];
  const lines = script.filter((line) => line !== '');
  const styled = lines.map((text, at) => ({ text, style: named[at] ?? 'Action' }));
  expect(unwrap(await wordReader.unpack(makeWordDocument(styled))).text).toBe(printed);
  const indents = [0, 0, 158, 115, 72, 0, 0];
  const indented = lines.map((text, at) => ({ text, indentPt: indents[at] ?? 0 }));
  expect(unwrap(await wordReader.unpack(makeWordDocument(indented))).text).toBe(printed);
});

test('what unfolds to fill the memory is refused before it is unfolded', async () => {
  const bomb = makeWordDocument(['x'], { 'word/numbering.xml': new Uint8Array(70 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await wordReader.unpack(bomb)).toMatchObject({ ok: false, fault: { code: 'text.too-large' } });
  // Pictures are not unpacked at all.
  const pictures = makeWordDocument(['Words.'], {
    'word/media/image1.png': new Uint8Array(70 * 1024 * 1024),
  });
  expect(unwrap(await wordReader.unpack(pictures)).text).toBe('Words.\n');
});
