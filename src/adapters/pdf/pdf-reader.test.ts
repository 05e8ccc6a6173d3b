import { expect, test } from 'vitest';
import { describePackedDocument } from '../../core/ports/packed-document.conformance.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { makePdf, stackLines, type TestPdfLine } from '../../testing/documents/make-pdf.ts';
import { makeWordDocument } from '../../testing/documents/make-word-document.ts';
import { pdfReader } from './pdf-reader.ts';

const action = 108;
const speech = 180;
const bracket = 223;
const name = 266;

const numbered = (text: string, number: string, y: number): TestPdfLine[] => [
  { text, x: action, y },
  { text: number, x: 60, y },
  { text: number, x: 540, y },
];
const pageNumber = (number: number): TestPdfLine => ({ text: `${number}.`, x: 520, y: 756 });

const script = makePdf([
  stackLines([['THE LAMP', 270], '', ['written by', 270], '', ['A. Writer', 270]], { top: 500 }),
  [
    ...numbered('INT. LAMP ROOM - NIGHT', '1', 700),
    ...stackLines(
      [
        'Rain on the glass. The lamp turns over a sea that nobody',
        'has crossed for a year.',
        '',
        'MARA counts.',
        '',
        ['MARA', name],
        ['(to the', bracket],
        ['lamp)', bracket],
        ['Nine minutes to go before it', speech],
        ['all begins.', speech],
        ['(MORE)', name],
      ],
      { top: 676 },
    ),
    pageNumber(2),
    { text: 'The Lamp - second draft', x: 108, y: 40 },
  ],
  [
    ...stackLines([
      ["MARA (CONT'D)", name],
      ['Ten.', speech],
      '',
      ['CUT TO:', 430],
      '',
      'EXT. SEA - 1920',
      '',
      'Waves.',
    ]),
    pageNumber(3),
    { text: 'The Lamp - second draft', x: 108, y: 40 },
  ],
]);

describePackedDocument('pdf', {
  reader: pdfReader,
  sample: script,
  words: ['THE LAMP', 'A. Writer', 'INT. LAMP ROOM', 'Rain on', 'Nine minutes', 'Waves.'],
  others: [makeWordDocument(['x'])],
});

test('a screenplay is known by its indents; page numbers, headers and marks of a page end are left out', async () => {
  expect(unwrap(await pdfReader.unpack(script))).toEqual({
    kind: 'fountain',
    text: [
      'Title: THE LAMP\nCredit: written by\nAuthor: A. Writer',
      'INT. LAMP ROOM - NIGHT #1#',
      'Rain on the glass. The lamp turns over a sea that nobody has crossed for a year.',
      'MARA counts.',
      'MARA\n(to the lamp)\nNine minutes to go before it all begins.',
      "MARA (CONT'D)\nTen.",
      'CUT TO:',
      'EXT. SEA - 1920',
      'Waves.\n',
    ].join('\n\n'),
  });
});

test('a name that every page begins with is no header', async () => {
  const page = (number: number): TestPdfLine[] => [
    ...stackLines(
      [
        ["MARA (CONT'D)", name],
        [`I said ${'so '.repeat(number)}already.`, speech],
        '',
        'INT. HUT - DAY',
        '',
        'Rain.',
      ],
      {
        top: 720,
      },
    ),
    pageNumber(number),
  ];
  const { text } = unwrap(await pdfReader.unpack(makePdf([page(2), page(3), page(4), page(5)])));
  expect(text.match(/MARA/g)).toHaveLength(4);
  expect(text).not.toMatch(/^\d\.$/m);
});

test('prose is joined over lines and pages; larger lines are chapters', async () => {
  const prose = makePdf(
    [
      [
        { text: 'The Harbour', x: 90, y: 720, size: 20 },
        ...stackLines(
          [
            'The harbour woke slowly, and the lamp on the quay was al-',
            'ready out when Mara came down to the water. Nobody was',
            'there.',
            ['She waited. The rain went over the roofs and came back,', 110],
            'and went on over the sea and over the boats that lay in',
          ],
          { left: 90, step: 14, top: 680 },
        ),
        { text: '1', x: 300, y: 40 },
      ],
      [
        ...stackLines(['the mud.', '', '* * *', '', 'Morning came.'], { left: 90, step: 14 }),
        { text: '2', x: 300, y: 40 },
      ],
    ],
    { font: 'Helvetica' },
  );
  expect(unwrap(await pdfReader.unpack(prose))).toEqual({
    kind: 'markdown',
    text: [
      '# The Harbour',
      'The harbour woke slowly, and the lamp on the quay was already out when Mara came down to the water. Nobody was there.',
      'She waited. The rain went over the roofs and came back, and went on over the sea and over the boats that lay in the mud.',
      '* * *',
      'Morning came.\n',
    ].join('\n\n'),
  });
});

test('scanned pages and a password are refused with a sentence', async () => {
  const scanned = makePdf([[{ text: '1', x: 300, y: 40 }], []]);
  expect(await pdfReader.unpack(scanned)).toMatchObject({ ok: false, fault: { code: 'text.no-words' } });
  const encrypt = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;
  const locked = makePdf([stackLines(['Words.'])], { trailer: encrypt });
  expect(await pdfReader.unpack(locked)).toMatchObject({ ok: false, fault: { code: 'text.protected' } });
});
