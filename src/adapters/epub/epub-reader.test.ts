import { expect, test } from 'vitest';
import { describePackedDocument } from '../../core/ports/packed-document.conformance.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { makeEpub } from '../../testing/documents/make-epub.ts';
import { makePdf } from '../../testing/documents/make-pdf.ts';
import { makeWordDocument } from '../../testing/documents/make-word-document.ts';
import { epubReader } from './epub-reader.ts';

const book = {
  title: 'The Lamp & the Sea',
  author: 'A. Writer',
  chapters: [
    '<h1>One</h1><p>The <em>harbour</em> woke&nbsp;&mdash; slowly.<br/>Rain.</p><script>alert(1)</script><hr/><p>Mara<a epub:type="noteref" href="#n">1</a> waited.</p>',
    '<section><h2>Two</h2><blockquote><p>Come home.</p></blockquote><div>Words without a paragraph<p>and with one.</p></div></section>',
    '<p>Marks <b>that never close <p>end too &unknown; here.',
  ],
};
const sample = makeEpub(book);

describePackedDocument('epub', {
  reader: epubReader,
  sample,
  words: ['The Lamp', 'One', 'harbour woke', 'Mara waited', 'Two', 'Come home.', 'with one.'],
  others: [makePdf([]), makeWordDocument(['x'])],
});

test('chapters of the spine in order, without scripts, pictures and marks of notes', async () => {
  expect(unwrap(await epubReader.unpack(sample)).text).toBe(
    [
      '---\nTitle: The Lamp & the Sea\nAuthor: A. Writer\n---',
      '# One',
      'The harbour woke — slowly.\\\nRain.',
      '* * *',
      'Mara waited.',
      '## Two',
      '> Come home.',
      'Words without a paragraph',
      'and with one.',
      'Marks that never close',
      'end too \\&unknown; here.\n',
    ].join('\n\n'),
  );
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  [
    'text.protected',
    {
      'META-INF/encryption.xml': bytes(
        '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>',
      ),
    },
  ],
  [
    'text.unsafe-xml',
    {
      'OEBPS/text/part 3.xhtml': bytes(
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>',
      ),
    },
  ],
  [
    'text.unsafe-xml',
    { 'META-INF/container.xml': bytes('<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><c>&x;</c>') },
  ],
  ['text.too-large', { 'OEBPS/text/part 3.xhtml': new Uint8Array(65 * 1024 * 1024) }],
  ['text.malformed', { 'META-INF/container.xml': bytes('<container') }],
  [
    'text.malformed',
    { 'META-INF/container.xml': bytes('<container><rootfile full-path="../../etc/passwd"/></container>') },
  ],
])('%s: %#', async (code, more) => {
  expect(await epubReader.unpack(makeEpub(book, more))).toMatchObject({ ok: false, fault: { code } });
});

test('fonts that are hidden protect nothing', async () => {
  const more = {
    'META-INF/encryption.xml': bytes(
      '<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>',
    ),
  };
  expect((await epubReader.unpack(makeEpub(book, more))).ok).toBe(true);
});
