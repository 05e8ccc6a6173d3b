import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitiseFileName } from './sanitise-file-name.ts';

test.each([
  ['The Last Signal', 'The Last Signal'],
  ['  What? A/B: "Cut" <1>  ', 'What A B Cut 1'],
  ['../../etc/passwd', 'etc passwd'],
  ['.hidden', 'hidden'],
  ['ends with dots...', 'ends with dots'],
  ['CON', 'CON film'],
  ['com1.txt', 'com1 txt film'],
  ['', 'Untitled'],
  ['///', 'Untitled'],
  ['Der Leuchtturm – Übergänge', 'Der Leuchtturm – Übergänge'],
  ['灯台の光', '灯台の光'],
])('%j becomes %j', (title, name) => {
  expect(sanitiseFileName(title)).toBe(name);
});

test('whatever the title: one part of a path, not too long, the same when done twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = sanitiseFileName(title);
      expect(name).not.toMatch(/[<>:"/\\|?*\n\r\0]|^[. ]|[. ]$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210);
      expect(name.length).toBeGreaterThan(0);
      expect(sanitiseFileName(name)).toBe(name);
    }),
  );
});
