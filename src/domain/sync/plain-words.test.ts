import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainName, plainText } from './plain-words.ts';

test('markup stays text, scripts and emoji stay whole', () => {
  for (const text of ['<script>alert(1)</script>', 'مرحبا', 'नमस्ते', '👩‍👩‍👧 good', 'a\n\tb']) {
    expect(plainText(text)).toBe(text);
  }
  expect(plainText('one\r\ntwo\u2028three')).toBe('one\ntwo\nthree');
});

test('what turns or hides the words around it is taken out, and nothing to see is nothing', () => {
  expect(plainName('Willa\u202Egnp.exe')).toBe('Willagnp.exe');
  expect(plainName('  Ada\n Byron\u200B ')).toBe('Ada Byron');
  for (const nothing of ['\u200B\u200D', '\u2066\u2069', ' \n ', '\0']) {
    expect([plainName(nothing), plainText(nothing)]).toEqual(['', '']);
  }
});

test('words that are plain stay as they are, however often they are looked at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = plainText(text);
      expect(plainText(once)).toBe(once);
      expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0]/);
    }),
  );
});
