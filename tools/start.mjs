/** `npm start`: the desktop app where its runtime can be had, elsewhere the same studio in a browser. */
import { requireNode } from './require-node.mjs';

requireNode();
const { enterCallersFolder } = await import('../src/hosting/enter-callers-folder.ts');
const { parseServerArguments } = await import('../src/server/server-arguments.ts');
const say = (sentence) => console.log(sentence);

enterCallersFolder(process.env);
const argv = process.argv.slice(2);
const wish = parseServerArguments(argv);
process.exitCode = (await startDesktop()) ?? (await startServer());

/** The exit code of the desktop app; undefined where it is not wanted, not wished for, or cannot be. */
async function startDesktop() {
  if (!wish.ok || wish.value.help || wish.value.browser) return undefined;
  const { findDesktopRuntime } = await import('./desktop-runtime.mjs');
  const runtime = await findDesktopRuntime(say);
  if ('why' in runtime) {
    say(`${runtime.why}, so Reelwright is served to your browser.`);
    return undefined;
  }
  const { runDesktop } = await import('./run-desktop.mjs');
  return runDesktop(runtime.program, wish.value.home);
}

async function startServer() {
  const { buildScreenIfStale } = await import('./build-screen.mjs');
  const { main } = await import('../src/server/main.ts');
  return main(argv, {
    say,
    prepareScreen: buildScreenIfStale,
    entry: new URL('../src/server/serving.entry.ts', import.meta.url),
  });
}
