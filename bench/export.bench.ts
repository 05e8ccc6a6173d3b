import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeWorkerHost } from '../src/adapters/worker-processes/create-node-worker-host.ts';
import type { Asset } from '../src/domain/assets/asset.ts';
import { unwrap } from '../src/domain/kernel/result.ts';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeRows,
  makeTransition,
  testProjectId,
} from '../src/testing/builders/timeline-rows.ts';
import { createExportBench } from '../src/testing/media/create-export-bench.ts';
import { type Row, row } from './row.ts';

const widthPx = 1280;
const heightPx = 720;
const shotSeconds = 4;
const shortSeconds = 24;

/** Export of films made of 4-second clips at 1280×720, 24 fps: time by film length, and memory at ten times the length. */
export async function run(): Promise<Row[]> {
  const passed = await exportFilm(shortSeconds, 'none');
  const drawn = await exportFilm(shortSeconds, 'burn');
  const long = await exportFilm(shortSeconds * 10, 'burn');
  const ratio = (name: string, value: number, goal: number): Row =>
    row({
      name,
      value: Math.round(value * 1000) / 1000,
      unit: '× film length',
      goal,
      better: 'lower',
      runs: 1,
    });
  const memory = (name: string, bytes: number, goal: number): Row =>
    row({ name, value: Math.round(bytes / 1e6), unit: 'MB', goal, better: 'lower', runs: 1 });
  return [
    ratio('export: clips passed on', passed.seconds / shortSeconds, 0.8),
    ratio('export: captions on half of the film', drawn.seconds / shortSeconds, 0.8),
    ratio('export: ten times as long', long.seconds / (shortSeconds * 10), 0.8),
    memory('export: peak memory of the worker', drawn.peakBytes, 450),
    memory('export: peak memory, ten times as long', long.peakBytes, 450),
  ];
}

interface Measured {
  readonly seconds: number;
  readonly peakBytes: number;
}

async function exportFilm(filmSeconds: number, captions: 'none' | 'burn'): Promise<Measured> {
  let pid = 0;
  let peakBytes = 0;
  const bench = createExportBench({ widthPx, heightPx }, () =>
    createNodeWorkerHost({
      onStart: (name, started) => {
        if (name === 'export') pid = started ?? 0;
      },
    }),
  );
  try {
    const assets: Asset[] = [];
    for (const seed of [1, 2, 3, 4])
      assets.push(
        await bench.addFilm(`clip ${seed}`, {
          widthPx,
          heightPx,
          frames: 24 * (shotSeconds + 2),
          toneHz: 200 + seed * 60,
          crf: 18,
          paint: (rgba, frame) => paintScene(rgba, frame, seed),
        }),
      );
    const count = filmSeconds / shotSeconds;
    const clips = Array.from({ length: count }, (_, i) =>
      makeClip(`clip-${i}`, 24 * shotSeconds, {
        assetId: assets[i % assets.length]?.id ?? null,
        sourceInFlicks: frames(24),
        sourceLengthFlicks: frames(24 * (shotSeconds + 2)),
      }),
    );
    const captionsOf = clips
      .filter((_, i) => i % 2 === 0)
      .map((clip) =>
        makeCaption(`caption of ${clip.id}`, 24 * shotSeconds, {
          text: 'I have not heard it since that night,\nand I have listened every night.',
          anchor: { to: 'item', itemId: itemId(clip.id), offsetFlicks: 0 },
        }),
      );
    const dissolves = clips.filter((_, i) => i % 5 === 0).map((clip) => makeTransition(clip.id, 12));
    bench.setTimeline(makeRows(clips, captionsOf, dissolves));
    const started = performance.now();
    unwrap(
      await bench.exporter.exportFilm({
        projectId: testProjectId,
        path: join(bench.folder, 'film.mp4'),
        preset: 'standard',
        captions,
        onProgress: () => {
          peakBytes = Math.max(peakBytes, peakMemory(pid));
        },
      }),
    );
    return { seconds: (performance.now() - started) / 1000, peakBytes };
  } finally {
    await bench.dispose();
  }
}

/** Most memory the process has held (Linux); NaN elsewhere. */
function peakMemory(pid: number): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1]) * 1024;
  } catch {
    return Number.NaN;
  }
}

/** A picture with gradients, edges, a little grain and a slow move: about as hard to encode as a drawn animatic. */
function paintScene(rgba: Uint8Array, frame: number, seed: number): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      const moved = x + frame;
      const edge = ((moved >> 6) + (y >> 6) + seed) % 5;
      const grain = ((moved * 73 + y * 151) >> 3) & 3;
      const red = (moved >> 3) + edge * 9 + grain;
      const green = (y >> 2) + grain;
      const blue = 90 + edge * 14 + seed * 6;
      pixels[at] = 0xff000000 | ((blue & 255) << 16) | ((green & 255) << 8) | (red & 255);
    }
  }
}
