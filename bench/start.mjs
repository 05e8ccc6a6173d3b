import { requireNode } from '../tools/require-node.mjs';

requireNode();
const { runBenches } = await import('./run-benches.ts');
process.exitCode = await runBenches(process.argv.slice(2));
