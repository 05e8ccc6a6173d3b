/** `npm start`: the studio with its screen. */
import { requireNode } from './require-node.mjs';

requireNode();
const { buildScreenIfStale } = await import('./build-screen.mjs');
const { main } = await import('../src/server/main.ts');
process.exitCode = await main(process.argv.slice(2), {
  say: (sentence) => console.log(sentence),
  prepareScreen: buildScreenIfStale,
  entry: new URL('../src/server/serving.entry.ts', import.meta.url),
});
