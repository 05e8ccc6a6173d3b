import { requireNode } from './require-node.mjs';

requireNode();
await import('./sim-parts/main.ts');
