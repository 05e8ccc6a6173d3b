/** Builds the desktop app where it is older than its sources, and runs it until it is closed. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale } from './is-stale.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'electron.vite.config.ts', 'tools/renderer-build.ts', 'package-lock.json'];

export async function runDesktop(program, home) {
  if (isStale(root, ['out/main/main.js', 'out/renderer/index.html'], sources)) {
    const built = await run(process.execPath, [
      join(root, 'tools/run.mjs'),
      'electron-vite',
      'build',
      '--logLevel',
      'warn',
    ]);
    if (built !== 0) return built;
  }
  return run(program, [root, ...(home === null ? [] : ['--home', home])]);
}

function run(program, args) {
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}. Try "npm start -- --browser".`);
      settle(1);
    });
    child.once('exit', (code) => settle(code ?? 1));
  });
}
