/**
 * `npm run test:faults [-- --full]`: the seeded fault tests alone; with --full at ten times the counts of a usual run.
 */
import { spawnSync } from 'node:child_process';
import { requireNode } from './require-node.mjs';

requireNode();

const full = process.argv.includes('--full');
const rest = process.argv.slice(2).filter((word) => word !== '--full');
const files = [
  'damage',
  'durability',
  'kill',
  'fault',
  'flapping',
  'budget',
  'paid-film',
  'bad-input',
  'film.test',
];
const { status } = spawnSync(
  process.execPath,
  [
    new URL('./run.mjs', import.meta.url).pathname,
    'vitest',
    'run',
    ...files,
    ...(full ? ['--testTimeout', '600000'] : []),
    ...rest,
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(full ? { REELWRIGHT_FAULT_RUNS: '1500' } : {}) },
  },
);
process.exit(status ?? 1);
