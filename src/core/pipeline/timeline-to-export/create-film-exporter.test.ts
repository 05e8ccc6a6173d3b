import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../domain/kernel/result.ts';
import {
  frames,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTransition,
  testProjectId,
} from '../../../testing/builders/timeline-rows.ts';
import { createExportBench, type ExportBench } from '../../../testing/media/create-export-bench.ts';
import { colourDistance, coloursAt, pixelsAt, samplesOf } from '../../../testing/media/read-pixels.ts';
import { loudnessOf } from '../../../testing/media/sine-samples.ts';
import { outlineExport } from './outline-export.ts';

let bench: ExportBench;
beforeEach(() => {
  bench = createExportBench();
});
afterEach(() => bench.dispose());

const request = (path: string, captions: 'burn' | 'sidecar' | 'none' = 'none') => ({
  projectId: testProjectId,
  path,
  preset: 'standard',
  captions,
});

describe('exportFilm', () => {
  it('writes what the timeline shows and sounds like', async () => {
    const red = await bench.addFilm('red', { frames: 96, colour: () => [200, 30, 40], toneHz: 440 });
    const blue = await bench.addFilm('blue', { frames: 96, colour: () => [20, 60, 220] });
    const a = makeClip('a', 24, { assetId: red.id, gainDb: -6, fadeOutFlicks: 0 });
    const b = makeClip('b', 24, { assetId: blue.id });
    bench.setTimeline(makeRows([a, b, makeGap('g', 12)], [], [makeTransition('a', 12)]));
    const path = join(bench.folder, 'film.mp4');
    const outline = unwrap(outlineExport(bench.studio.store, bench.library, request(path)));
    const progress: number[] = [];
    const made = unwrap(
      await bench.exporter.exportFilm({
        ...request(path),
        onProgress: ({ framesDone, framesTotal }) => progress.push(framesDone / framesTotal),
      }),
    );

    const at = [0, 10, 23, 24, 40, 59].map((frame) => frames(frame));
    const colours = await coloursAt(path, at);
    const mixed = (mix: number): [number, number, number] => [200 - 180 * mix, 30 + 30 * mix, 40 + 180 * mix];
    const expected = [mixed(0), mixed(0), mixed(5.5 / 12), mixed(6.5 / 12), mixed(1), [0, 0, 0] as const];
    const distances = colours.map((colour, i) => colourDistance(colour, expected[i] ?? [0, 0, 0]));
    expect(Math.max(...distances)).toBeLessThanOrEqual(4);

    expect(made.record).toMatchObject({ state: 'done', durationFlicks: frames(60), path });
    expect(made.record.bytes).toBe(readFileSync(path).length);
    expect(made.report.direct + made.report.repeated + made.report.drawn).toBe(60);
    expect(made.report.drawn).toBe(12 + 1);
    // What the outline said beforehand is what the renderer did.
    const foretold = outline.segments.map(({ how, durationFlicks }) => [how, durationFlicks / frames(1)]);
    expect(foretold).toEqual([
      ['direct', 18],
      ['composite', 12],
      ['direct', 18],
      ['black', 12],
    ]);
    expect(made.report.direct).toBe(36);
    expect(bench.studio.store.rows('export', testProjectId)).toEqual([made.record]);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);

    // −6 dB of a tone at amplitude 0.5, then a cross-fade to silence.
    const tone = (0.5 * 10 ** (-6 / 20)) / Math.SQRT2;
    expect(loudnessOf(await samplesOf(path, 12_000, 12_000))).toBeCloseTo(tone, 2);
    expect(loudnessOf(await samplesOf(path, 47_900, 200))).toBeCloseTo(tone * Math.SQRT1_2, 1);
    expect(loudnessOf(await samplesOf(path, 66_000, 12_000))).toBeLessThan(0.002);
    expect(readdirSync(bench.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('gives the same picture whether a frame is drawn or passed on as it was decoded', async () => {
    const ramp = await bench.addFilm('ramp', {
      frames: 48,
      paint: (rgba, frame) => {
        for (let i = 0; i < rgba.length; i += 4) {
          rgba[i] = (i / 4 + frame * 3) % 160;
          rgba[i + 1] = Math.floor(i / 640) * 2;
          rgba[i + 2] = frame * 5;
        }
      },
    });
    const clip = makeClip('a', 24, {
      assetId: ramp.id,
      sourceInFlicks: frames(3),
      sourceLengthFlicks: frames(48),
    });
    const caption = makeCaption('words that are drawn', 24);
    bench.setTimeline(makeRows([clip], [caption]));
    const direct = join(bench.folder, 'direct.mp4');
    const drawn = join(bench.folder, 'drawn.mp4');
    const one = unwrap(await bench.exporter.exportFilm({ ...request(direct, 'none'), preset: 'master' }));
    const two = unwrap(await bench.exporter.exportFilm({ ...request(drawn, 'burn'), preset: 'master' }));
    expect(one.report).toEqual({ direct: 24, repeated: 0, drawn: 0 });
    expect(two.report).toEqual({ direct: 0, repeated: 0, drawn: 24 });
    const directPixels = await pixelsAt(direct, frames(12));
    const drawnPixels = await pixelsAt(drawn, frames(12));
    // The upper half has no caption.
    const half = directPixels.length / 2;
    expect(meanDifference(directPixels.subarray(0, half), drawnPixels.subarray(0, half))).toBeLessThan(1.5);
    expect(farApart(directPixels.subarray(0, half), drawnPixels.subarray(0, half))).toBe(0);
    expect(farApart(directPixels.subarray(half), drawnPixels.subarray(half))).toBeGreaterThan(50);
  });

  it('writes captions beside the film when asked to', async () => {
    const clip = await bench.addFilm('clip', { frames: 48 });
    const first = makeCaption('one', 12, { text: 'First line', anchor: { to: 'time', atFlicks: 0 } });
    const second = makeCaption('two', 12, { text: 'Second', anchor: { to: 'time', atFlicks: frames(24) } });
    const main = makeClip('a', 48, { assetId: clip.id, sourceInFlicks: 0, sourceLengthFlicks: frames(48) });
    bench.setTimeline(makeRows([main], [first, second]));
    const path = join(bench.folder, 'with.captions.mp4');
    const made = unwrap(await bench.exporter.exportFilm(request(path, 'sidecar')));
    expect(made.sidecarPath).toBe(join(bench.folder, 'with.captions.srt'));
    expect(readFileSync(join(bench.folder, 'with.captions.srt'), 'utf8')).toBe(
      '1\r\n00:00:00,000 --> 00:00:00,500\r\nFirst line\r\n\r\n2\r\n00:00:01,000 --> 00:00:01,500\r\nSecond\r\n',
    );
    expect(existsSync(path)).toBe(true);
  });

  it('writes no film of a medium whose bytes have changed, names it, and writes it when the medium is back', async () => {
    const clip = await bench.addFilm('clip', { frames: 24 });
    const main = makeClip('a', 24, { assetId: clip.id, sourceInFlicks: 0, sourceLengthFlicks: frames(24) });
    bench.setTimeline(makeRows([main]));
    const path = join(bench.folder, 'film.mp4');
    writeFileSync(path, 'the film of yesterday');
    const stored = unwrap(bench.library.assetPath(clip.id)).path;
    const bytes = readFileSync(stored);
    // Within the pictures, where a decoder goes on with what it gets.
    const flipped = Buffer.from(bytes);
    for (let at = bytes.length >> 1; at < (bytes.length >> 1) + 16; at++)
      flipped[at] = 255 - (flipped[at] ?? 0);
    writeFileSync(stored, flipped);
    const refused = await bench.exporter.exportFilm(request(path));
    expect(refused).toMatchObject({
      fault: { code: 'library.damaged', message: expect.stringMatching(/^clip\.mp4 .*has changed/) },
    });
    expect(readFileSync(path, 'utf8')).toBe('the film of yesterday');
    expect(readdirSync(bench.folder).filter((name) => name.includes('partial'))).toEqual([]);
    // From now on it is known beforehand.
    expect(unwrap(outlineExport(bench.studio.store, bench.library, request(path))).missing).toEqual([
      'clip.mp4',
    ]);
    unwrap(await bench.library.importMedia([join(bench.folder, 'clip.mp4')]));
    expect(readFileSync(stored)).toEqual(bytes);
    expect((await bench.exporter.exportFilm(request(path))).ok).toBe(true);
  });

  it('leaves the film that was there when the subtitles cannot get their name', async () => {
    const clip = await bench.addFilm('clip', { frames: 24 });
    const words = makeCaption('one', 12, { text: 'First line', anchor: { to: 'time', atFlicks: 0 } });
    const main = makeClip('a', 24, { assetId: clip.id, sourceInFlicks: 0, sourceLengthFlicks: frames(24) });
    bench.setTimeline(makeRows([main], [words]));
    const path = join(bench.folder, 'kept.mp4');
    writeFileSync(path, 'the film of yesterday');
    mkdirSync(join(bench.folder, 'kept.srt', 'in the way'), { recursive: true });
    const made = await bench.exporter.exportFilm(request(path, 'sidecar'));
    expect(made.ok).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('the film of yesterday');
    expect(readdirSync(bench.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

/** Bytes that differ by more than any compression would make them. */
function farApart(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, value, i) => count + (Math.abs(value - (b[i] ?? 0)) > 60 ? 1 : 0), 0);
}
