/** Builds the screen into out/renderer when it is missing or older than what it is made of. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [
  'src/renderer',
  'src/playback',
  'src/compositor',
  'src/contract',
  'src/domain',
  'tools/renderer-build.ts',
  'package-lock.json',
];

export async function buildScreenIfStale() {
  const place = join(root, 'out/renderer');
  const page = join(place, 'index.html');
  if (existsSync(page) && newest(sources.map((name) => join(root, name))) < statSync(page).mtimeMs) return;
  const { build } = await import('vite');
  // Beside its place and then moved there, so that a studio that is being served never lacks a file for long.
  const fresh = join(root, `out/.renderer-${process.pid}`);
  const outdated = join(root, `out/.renderer-${process.pid}-before`);
  try {
    await build({
      configFile: join(root, 'vite.renderer.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh },
    });
    if (existsSync(place)) renameSync(place, outdated);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(outdated, { recursive: true, force: true });
  }
}

function newest(paths) {
  let newestMs = 0;
  for (const path of paths) {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) continue;
    newestMs = Math.max(newestMs, facts.mtimeMs);
    if (facts.isDirectory())
      newestMs = Math.max(newestMs, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return newestMs;
}
