/** `npm run test:electron`: the same specs as on the server host, on the real Electron of this machine. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requireNode } from './require-node.mjs';

requireNode();
const { installedRuntime } = await import('./desktop-runtime.mjs');

const program = installedRuntime(process.env);
if (program === null) {
  console.error(
    'There is no Electron runtime here, so nothing was tested. Fetch it with "npx install-electron" and run this again.',
  );
  process.exit(1);
}
const run = fileURLToPath(new URL('./run.mjs', import.meta.url));
const env = { ...process.env, REELWRIGHT_TEST_HOST: 'electron', REELWRIGHT_ELECTRON: program };
const build = spawnSync(process.execPath, [run, 'electron-vite', 'build'], { stdio: 'inherit', env });
if (build.status !== 0) process.exit(build.status ?? 1);
const { status } = spawnSync(
  process.execPath,
  [run, 'vitest', 'run', 'e2e/studio', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env,
  },
);
process.exit(status ?? 1);
