/** `npm start`: the studio with its screen. */
import { requireNode } from './require-node.mjs';

requireNode();
const { buildScreenIfStale } = await import('./build-screen.mjs');
await buildScreenIfStale();
const { main } = await import('../src/server/main.ts');
await main(process.argv.slice(2));
