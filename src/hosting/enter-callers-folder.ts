import { dirname, resolve } from 'node:path';

const ourScripts: readonly string[] = ['start', 'dev', 'film', 'reelwright'];

/**
 * npm starts a script in the package's folder, wherever it was called from. Paths on a command line mean the caller's
 * folder, so this goes back there. Started any other way, nothing is changed.
 */
export function enterCallersFolder(env: NodeJS.ProcessEnv): void {
  const { INIT_CWD: called, npm_package_json: manifest, npm_lifecycle_event: script } = env;
  if (called === undefined || manifest === undefined) return;
  if (script === undefined || !ourScripts.includes(script)) return;
  if (dirname(resolve(manifest)) !== process.cwd()) return;
  try {
    process.chdir(called);
  } catch {
    // The folder is gone; paths are then taken from the package's, as npm left us.
  }
}
