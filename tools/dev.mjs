/** `npm run dev`: as `npm start`, with hot reload. A change below the screen starts the studio again, at the same address. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './require-node.mjs';

requireNode();
const { enterCallersFolder } = await import('../src/hosting/enter-callers-folder.ts');
const { parseServerArguments } = await import('../src/server/server-arguments.ts');
const { findDesktopRuntime } = await import('./desktop-runtime.mjs');
const { main } = await import('../src/server/main.ts');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (sentence) => console.log(sentence);
/** What a running studio has loaded; workers load theirs anew each time, and the screen reloads by itself. */
const studioSources = ['domain', 'contract', 'core', 'adapters', 'hosting', 'server'];
/** An editor writes several files at once. */
const settleMs = 250;

enterCallersFolder(process.env);
const argv = process.argv.slice(2);
const wish = parseServerArguments(argv);
const desktop = wish.ok && !wish.value.help && !wish.value.browser ? await findDesktopRuntime(say) : null;
if (desktop !== null && 'why' in desktop) say(`${desktop.why}, so Reelwright is served to your browser.`);
process.exitCode =
  desktop !== null && 'program' in desktop
    ? await developDesktop(desktop.program, wish.value.home)
    : await main(argv, {
        say,
        prepareScreen: async () => {},
        entry: new URL('./dev-serving.entry.mjs', import.meta.url),
        patient: true,
        onKeeper: restartOnChanges,
      });

function restartOnChanges(keeper) {
  let timer;
  const watchers = studioSources.map((name) =>
    watch(join(root, 'src', name), { recursive: true }, (_event, file) => {
      if (file === null || !/\.tsx?$/.test(file) || /\.(test|conformance)\.ts$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        say(`${name}/${file} changed.`);
        keeper.restart();
      }, settleMs);
    }),
  );
  void keeper.ended.then(() => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  });
}

function developDesktop(program, home) {
  const args = [join(root, 'tools/run.mjs'), 'electron-vite', 'dev', '--watch'];
  if (home !== null) args.push('--', '--home', home);
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_EXEC_PATH: program },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.once('exit', (code) => settle(code ?? 1));
  });
}
