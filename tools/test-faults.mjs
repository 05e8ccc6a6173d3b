/**
 * `npm run test:faults [-- --full]`: the seeded fault tests alone at a tenth of the counts that are promised, and a table of
 * what was done and what came of it; with --full, or FAULTS=full, at all of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';

requireNode();

const full = process.argv.includes('--full') || process.env.FAULTS === 'full';
const beganMs = performance.now();
const rest = process.argv.slice(2).filter((word) => word !== '--full');
const files = [
  'damage',
  'durability',
  'kill',
  'fault',
  'engine-properties',
  'lost-answers',
  'provider-answers',
  'set-clocks',
  'odd-answers',
  'paid-film',
  'bad-input',
  'film.test',
  'merge-histories',
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
      REELWRIGHT_FAULTS: full ? 'full' : 'tenth',
      ...(full ? { REELWRIGHT_FAULT_RUNS: '1500' } : {}),
    },
  },
);
printFigures(figures);
const [load] = loadavg();
console.log(
  `\nTook ${Math.round((performance.now() - beganMs) / 1_000)} s; load at the end ${load?.toFixed(1)}.`,
);
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
