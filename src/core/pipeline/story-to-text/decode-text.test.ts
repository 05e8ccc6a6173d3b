import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const story = 'EXT. MÜHLE – NACHT\n\nDas Rad steht. „Hörst du?“ — “Nothing.”\n';
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  test.each([
    ['utf-8', Buffer.from(story)],
    ['utf-8', Buffer.from(`\uFEFF${story}`)],
    ['utf-16le', utf16(`\uFEFF${story}`, false)],
    ['utf-16be', utf16(`\uFEFF${story}`, true)],
    ['utf-16le', utf16(story, false)],
    ['utf-16be', utf16(story, true)],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: story, encoding } });
  });

  test('UTF-16 without a mark in another script', () => {
    const russian = 'Чёрная вода под рваным небом. Маяк.\n'.repeat(5);
    expect(decodeText(utf16(russian, false))).toMatchObject({
      ok: true,
      value: { text: russian, encoding: 'utf-16le' },
    });
  });

  test('Windows-1252, with its quotes and dashes', () => {
    const bytes = Buffer.from('caf\xe9 \x93yes\x94 \x97 no \x80 5', 'latin1');
    expect(decodeText(bytes)).toEqual({
      ok: true,
      value: { text: 'café “yes” — no € 5', encoding: 'windows-1252' },
    });
  });

  test.each([
    ['text.binary', Buffer.from([1, 2, 0, 4, 5, 0, 0, 7])],
    ['text.binary', Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 31))],
    ['text.unknown-encoding', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), Buffer.from('abcd')])],
    [
      'text.unknown-encoding',
      Buffer.from('EF BB BF 61 FF 62'.split(' ').map((hex) => Number.parseInt(hex, 16))),
    ],
    // Russian in Windows-1251: most bytes are above 0x7F.
    [
      'text.unknown-encoding',
      Buffer.from('cff0e8e2e5f2 20 ece8f0 20 cff0e8e2e5f2'.replaceAll(' ', ''), 'hex'),
    ],
    ['text.unknown-encoding', Buffer.concat([Buffer.from(story.repeat(3)), Buffer.from([0xff])])],
  ])('%s', (code, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, fault: { code } });
  });

  test('gives back whatever text was written as UTF-8 or UTF-16 with a mark', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, fc.boolean(), (written, big) => {
        for (const bytes of [Buffer.from(`\uFEFF${written}`), utf16(`\uFEFF${written}`, big)]) {
          expect(decodeText(bytes)).toMatchObject({ ok: true, value: { text: written } });
        }
      }),
    );
  });

  test('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeText(bytes).ok).toBe('boolean');
      }),
    );
  });
});
