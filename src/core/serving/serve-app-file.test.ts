import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appFileName, serveAppFile } from './serve-app-file.ts';

let above: string;
let folder: string;
beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'reelwright-screen-'));
  folder = join(above, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(above, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'theme.js'), 'theme');
  writeFileSync(join(folder, 'assets/main-Ck2x_9aB.js'), 'code');
  writeFileSync(join(folder, 'assets/inter-Dx4kW2_a.woff2'), 'font');
  writeFileSync(join(folder, 'notes.docx'), 'no type of ours');
  symlinkSync(join(above, 'secret.txt'), join(folder, 'link.txt'));
});
afterAll(() => rmSync(above, { recursive: true, force: true }));

const get = (path: string): Promise<Response> =>
  serveAppFile(new Request(`http://a.localhost${path}`), folder);

test('the page is never kept, files named by their content are kept for good, others are asked about', async () => {
  const page = await get('/');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toBe('<!doctype html>page');
  const code = await get('/assets/main-Ck2x_9aB.js');
  expect(code.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(code.headers.get('cache-control')).toContain('immutable');
  expect((await get('/theme.js')).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '//etc/passwd',
  '/%2fetc/passwd',
  '/C:%5cWindows%5cwin.ini',
  '/link.txt',
  '/notes.docx',
  '/assets',
  '/assets/',
  '/index.html%00.js',
  '/%ff%fe',
  '/.env',
  '/con:stream.txt',
])('%s is not there', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('secret');
});

test('no path of an address leaves the folder or names anything odd', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '\\', '/', '//', '%00', 'assets', 'index.html', '~', ':'),
    fc.string({ maxLength: 6 }),
    fc.string({ maxLength: 4, unit: 'binary' }).map(encodeURIComponentOrNot),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const name = appFileName(`/${pieces.join('')}`);
      if (name === null) return;
      const segments = name.split('/');
      expect(segments).not.toContain('..');
      expect(segments).not.toContain('.');
      expect(segments).not.toContain('');
      expect(name).not.toMatch(/[\\:\0%]/);
    }),
    { numRuns: 10_000 },
  );
});

function encodeURIComponentOrNot(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no encoding.
    return text;
  }
}
