/** Builds the screen into out/renderer when it is missing or older than what it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
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
  const built = join(root, 'out/renderer/index.html');
  if (existsSync(built) && newest(sources.map((name) => join(root, name))) < statSync(built).mtimeMs) return;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.renderer.config.ts'), logLevel: 'warn' });
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
