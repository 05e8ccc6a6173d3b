import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rendererBuild } from '../../tools/renderer-build.ts';

/** What may be on the way before the library can be used. */
const mostBytes = 350_000;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-screen-'));
  await build({
    ...rendererBuild,
    configFile: false,
    logLevel: 'error',
    build: { ...rendererBuild.build, outDir: folder, sourcemap: false, manifest: true },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/**
 * The first paint: the page, `theme.js`, the entry with all that it imports at once and its styles, and the words of one
 * language, compressed (gzip, level 9) one by one, as they travel; and the Latin face of the interface, which is compressed
 * already. Other faces and the other pages come when they are needed.
 */
test('what the first paint loads stays under 350 kB compressed', () => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const files = new Set(['index.html', 'theme.js']);
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const other of chunk.imports ?? []) add(other);
  };
  add('index.html');
  add('words/de/first-look.ts');
  const face = Object.values(manifest).find(({ src }) => src?.includes('inter-latin-wght-normal'));
  expect(face).toBeDefined();
  const sizes = [...files].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  }));
  const faceBytes = readFileSync(join(folder, face?.file ?? '')).length;
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, faceBytes);
  console.log(`first paint: ${total} bytes`, sizes);
  expect(files.size).toBeGreaterThan(4);
  // The contract's schemas are for the studio's end: the window needs their types alone until a page asks for more.
  const schemas = [...files].filter((file) => readFileSync(join(folder, file), 'utf8').includes('ZodError'));
  expect(schemas).toEqual([]);
  expect(total).toBeLessThan(mostBytes);
});
