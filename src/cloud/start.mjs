import { requireNode } from '../../tools/require-node.mjs';

requireNode();
const { main } = await import('./main.ts');
process.exitCode = await main(process.env);
