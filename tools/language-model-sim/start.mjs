import { requireNode } from '../require-node.mjs';

requireNode();
await import('./main.ts');
