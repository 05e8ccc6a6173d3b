import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lock = join(root, 'out/.building');

/**
 * Builds the desktop application into `out/` and calls `use` while nobody else builds there: several test files, each in
 * its own process, need the same folder.
 */
export async function withDesktopBuild<T>(use: () => Promise<T> | T): Promise<T> {
  const unlock = await takeTurn();
  try {
    execFileSync(process.execPath, [join(root, 'tools/run.mjs'), 'electron-vite', 'build'], {
      cwd: root,
      stdio: 'pipe',
    });
    return await use();
  } finally {
    unlock();
  }
}

/** A lock that was left by a process that died is older than any build. */
const staleMs = 240_000;

async function takeTurn(): Promise<() => void> {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch {
      const takenAtMs = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - takenAtMs > staleMs) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
