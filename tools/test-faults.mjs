/**
 * `npm run test:faults [-- --full]`: the seeded fault tests alone, and a table of what was done and what came of it; with
 * --full at the counts that are promised, about ten times those of a usual run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';

requireNode();

const full = process.argv.includes('--full');
const rest = process.argv.slice(2).filter((word) => word !== '--full');
const files = [
  'damage',
  'durability',
  'kill',
  'fault',
  'engine-properties',
  'lost-answers',
  'provider-answers',
  'paid-film',
  'bad-input',
  'film.test',
];
const folder = mkdtempSync(join(tmpdir(), 'reelwright-figures-'));
const figures = join(folder, 'figures.jsonl');
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
    env: {
      ...process.env,
      REELWRIGHT_FAULT_FIGURES: figures,
      ...(full ? { REELWRIGHT_FAULT_RUNS: '1500', REELWRIGHT_FAULTS: 'full' } : {}),
    },
  },
);
printFigures(figures);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);

/** One block for each thing that was done: what, and the counts under it. Only tests that passed have written theirs. */
function printFigures(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  console.log(lines.length === 0 ? '\nNo figures were taken.' : '\nFigures of this run');
  for (const line of lines) {
    const { what, counts } = JSON.parse(line);
    console.log(`\n${what}`);
    const width = Math.max(...Object.keys(counts).map((name) => name.length));
    for (const [name, value] of Object.entries(counts)) {
      console.log(`  ${name.padEnd(width)}  ${String(value).padStart(8)}`);
    }
  }
}
