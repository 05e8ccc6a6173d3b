/** Builds the screen into out/renderer when it is missing or older than what it is made of. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale } from './is-stale.mjs';

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
  if (!isStale(root, ['out/renderer/index.html'], sources)) return;
  const { build } = await import('vite');
  // Beside its place and then moved there, so that a studio that is being served never lacks a file for long.
  const fresh = join(root, `out/.renderer-${process.pid}`);
  const outdated = join(root, `out/.renderer-${process.pid}-before`);
  try {
    await build({
      configFile: join(root, 'vite.renderer.config.ts'),
      logLevel: 'error',
      build: { outDir: fresh },
    });
    if (existsSync(place)) renameSync(place, outdated);
    renameSync(fresh, place);
  } catch (error) {
    if (!existsSync(join(place, 'index.html'))) throw error;
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    console.error(`The screen could not be built (${reason}). The one that was built before is used.`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(outdated, { recursive: true, force: true });
  }
}
