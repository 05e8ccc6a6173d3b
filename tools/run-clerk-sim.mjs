import { requireNode } from './require-node.mjs';

requireNode();
await import('./clerk-sim/main.ts');
