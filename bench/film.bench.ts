import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FilmReport } from '../src/cli/make-film.ts';
import { repeatStory } from '../src/testing/builders/long-screenplay.ts';
import { memoryOfTree } from './process-memory.ts';
import { type Row, row } from './row.ts';

const root = dirname(import.meta.dirname);
const story = join(root, 'src/testing/fixtures/stories/the-last-signal.fountain');
const sampleMs = 100;

interface MeasuredFilm {
  readonly report: FilmReport;
  readonly peakBytes: number;
}

/** The main job as a person starts it, in its own processes. Once: it takes minutes. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-bench-film-'));
  try {
    const film = await makeFilm(folder, 'once', story, 720);
    const long = join(folder, 'long.fountain');
    await writeFile(long, repeatStory(await readFile(story, 'utf8'), 10));
    const small = await makeFilm(folder, 'small', story, 144);
    const tenfold = await makeFilm(folder, 'tenfold', long, 144);
    const lengths = tenfold.report.durationSeconds / small.report.durationSeconds;
    const one = { runs: 1, better: 'lower' } as const;
    return [
      row({
        ...one,
        name: 'film 720p: time by length',
        value: film.report.elapsedSeconds / film.report.durationSeconds,
        unit: '×',
        goal: 2,
      }),
      row({ ...one, name: 'film 720p: peak memory', value: film.peakBytes / 1e6, unit: 'MB', goal: 800 }),
      row({
        ...one,
        name: `film ${lengths.toFixed(1)} × as long: peak memory`,
        value: tenfold.peakBytes / small.peakBytes,
        unit: '×',
        goal: 1.2,
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFilm(folder: string, name: string, path: string, height: number): Promise<MeasuredFilm> {
  const args = [
    'film',
    path,
    '--home',
    join(folder, name),
    '--out',
    join(folder, `${name}.mp4`),
    '--height',
    String(height),
    '--json',
  ];
  const child = spawn(process.execPath, [join(root, 'src/cli/start.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  let running = true;
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running = false;
      resolve(code);
    });
  });
  let peakBytes = 0;
  while (running && child.pid !== undefined) {
    peakBytes = Math.max(peakBytes, await memoryOfTree(child.pid));
    await Promise.race([ended, pause(sampleMs)]);
  }
  if ((await ended) !== 0) throw new Error(`film ${name} failed: ${output}`);
  return { report: JSON.parse(output.trim().split('\n').at(-1) ?? '') as FilmReport, peakBytes };
}
