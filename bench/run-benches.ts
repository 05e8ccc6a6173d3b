import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Row } from './row.ts';

/**
 * Runs the benches whose names begin with one of `names` (all when there is none), one after another, prints the
 * table and writes `bench/results.json`. Returns 1 when a bench could not run; a missed goal is a figure, not a failure.
 */
export async function runBenches(names: readonly string[]): Promise<number> {
  const folder = import.meta.dirname;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.bench.ts')).sort();
  const chosen = files.filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)));
  if (chosen.length === 0) {
    console.error(`No bench begins with ${names.join(', ')}. There are: ${files.map(benchName).join(', ')}.`);
    return 1;
  }
  const rows: Row[] = [];
  let failed = 0;
  for (const file of chosen) {
    process.stderr.write(`${benchName(file)} …\n`);
    try {
      const bench = (await import(pathToFileURL(join(folder, file)).href)) as { run(): Promise<Row[]> };
      rows.push(...(await bench.run()));
    } catch (error) {
      failed++;
      console.error(`${benchName(file)} could not run:`, error);
    }
  }
  for (const line of formatRows(rows)) console.log(line);
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  return failed > 0 ? 1 : 0;
}

const benchName = (file: string): string => file.replace(/\.bench\.ts$/, '');

function formatRows(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => {
    const met =
      row.goal === null
        ? ''
        : (row.better === 'lower' ? row.value <= row.goal : row.value >= row.goal)
          ? 'met'
          : 'missed';
    const goal = row.goal === null ? '–' : `${row.better === 'lower' ? '≤' : '≥'} ${row.goal}`;
    return [
      row.name,
      String(Number(row.value.toPrecision(4))),
      row.unit,
      goal,
      met,
      String(row.runs),
      String(row.load),
    ];
  });
  const table = [['name', 'value', 'unit', 'goal', '', 'runs', 'load'], ...cells];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  return table.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
