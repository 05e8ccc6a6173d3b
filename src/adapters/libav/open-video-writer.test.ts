import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AV_CODEC_ID_AAC } from 'node-av/constants';
import { Codec } from 'node-av/lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../domain/kernel/result.ts';
import { flicksPerSecond, frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import type { Rgb } from '../../domain/timeline/frame-plan.ts';
import { colourDistance, coloursAt, samplesOf } from '../../testing/media/read-pixels.ts';
import { loudnessOf, sineSamples } from '../../testing/media/sine-samples.ts';
import { fillColour, writeTestFilm } from '../../testing/media/write-test-film.ts';
import { findAacEncoder } from './aac-encoder.ts';
import { openVideoWriter } from './open-video-writer.ts';
import { probeMedia } from './probe-media.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-writer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (path: string) =>
  ({
    path,
    widthPx: 64,
    heightPx: 64,
    rate: frameRates['24'],
    audio: null,
    crf: 18,
    preset: 'veryfast',
  }) as const;

describe('openVideoWriter', () => {
  it('keeps colours: what goes in as RGBA comes back after 4:2:0, BT.709 and H.264', async () => {
    const path = join(folder, 'colours.mp4');
    const colours: Rgb[] = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 255],
      [0, 0, 0],
      [128, 128, 128],
      [255, 200, 20],
      [20, 90, 200],
      [250, 235, 215],
    ];
    await writeTestFilm(path, {
      frames: colours.length,
      colour: (frame) => colours[frame] ?? [0, 0, 0],
      crf: 4,
    });
    const back = await coloursAt(
      path,
      colours.map((_, frame) => framesToFlicks(frame, frameRates['24'])),
    );
    const distances = back.map((colour, i) => colourDistance(colour, colours[i] ?? [0, 0, 0]));
    expect(Math.max(...distances)).toBeLessThanOrEqual(3);
  });

  it.each(Object.keys(frameRates) as (keyof typeof frameRates)[])(
    'writes exact times at %s frames a second',
    async (name) => {
      const rate = frameRates[name];
      const path = join(folder, 'rate.mp4');
      const frames = 37;
      await writeTestFilm(path, { rate, frames, toneHz: 300, colour: (n) => [n * 6, n * 6, n * 6] });
      const { facts } = await probeMedia(path);
      expect(facts.durationFlicks).toBe(framesToFlicks(frames, rate));
      expect(facts.video).toMatchObject({ frames, variableRate: false });
      expect((facts.video?.fpsNum ?? 0) * rate.den).toBe(rate.num * (facts.video?.fpsDen ?? 0));
      const shown = await coloursAt(
        path,
        [0, 11, 36].map((frame) => framesToFlicks(frame, rate)),
      );
      const greys: Rgb[] = [0, 66, 216].map((grey) => [grey, grey, grey] as const);
      expect(
        Math.max(...shown.map((colour, i) => colourDistance(colour, greys[i] ?? [0, 0, 0]))),
      ).toBeLessThan(4);
    },
  );

  it('tags the stream and the container, and puts the index first', async () => {
    const path = join(folder, 'tags.mp4');
    await writeTestFilm(path, { toneHz: 300 });
    const { facts, mime } = await probeMedia(path);
    const bt709 = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' };
    expect(facts.video).toMatchObject({ codec: 'h264', colour: bt709, hasAlpha: false, rotationDegrees: 0 });
    expect(facts.audio).toEqual({ codec: 'aac', sampleRate: 48_000, channels: 2 });
    expect(mime).toBe('video/mp4');
    const bytes = readFileSync(path);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    // ISO 14496-12, 12.1.5: 'nclx', then primaries, transfer and matrix 1 (BT.709), then the full-range bit, off.
    const colr = bytes.indexOf('colrnclx');
    expect([...bytes.subarray(colr + 8, colr + 15)]).toEqual([0, 1, 0, 1, 0, 1, 0]);
  });

  it('uses the AAC of FFmpeg itself, both ways, and never the one whose licence does not fit', () => {
    // A codec that comes from another library has a wrapper's name.
    expect(findAacEncoder()).toMatchObject({ name: 'aac', wrapper: null });
    expect(Codec.findDecoder(AV_CODEC_ID_AAC)).toMatchObject({ name: 'aac', wrapper: null });
  });

  it('keeps sound in step and at its level', async () => {
    const path = join(folder, 'sound.mp4');
    await writeTestFilm(path, { frames: 48, toneHz: 440 });
    const samples = await samplesOf(path, 24_000, 4_800);
    const wanted = sineSamples(440, 24_000, 4_800);
    expect(loudnessOf(samples.map((sample, i) => sample - (wanted[i] ?? 0)))).toBeLessThan(0.01);
  });

  it('writes the same bytes for the same film', async () => {
    const [one, two] = [join(folder, 'one.mp4'), join(folder, 'two.mp4')];
    await writeTestFilm(one, { toneHz: 200 });
    await writeTestFilm(two, { toneHz: 200 });
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('lets the caller use its buffers again at once', async () => {
    const path = join(folder, 'buffers.mp4');
    const writer = await openVideoWriter({ ...settings(path), audio: { sampleRate: 48_000, channels: 1 } });
    const rgba = new Uint8Array(64 * 64 * 4);
    const samples = new Float32Array(2_000);
    for (const grey of [40, 200]) {
      fillColour(rgba, [grey, grey, grey]);
      await writer.writeFrame(rgba);
      rgba.fill(0);
      samples.fill(grey / 400);
      await writer.writeAudio(samples);
      samples.fill(0);
    }
    await writer.finish();
    const shown = await coloursAt(path, [0, flicksPerSecond / 24]);
    expect(shown.map(([red]) => Math.round(red / 10))).toEqual([4, 20]);
    expect((await samplesOf(path, 3_000, 1))[0]).toBeGreaterThan(0.3);
  });

  it('repeats the last picture without being given it', async () => {
    const path = join(folder, 'repeat.mp4');
    const writer = await openVideoWriter(settings(path));
    const rgba = new Uint8Array(64 * 64 * 4).fill(180);
    await writer.writeFrame(rgba);
    for (let i = 0; i < 9; i++) await writer.repeatFrame();
    await writer.finish();
    expect((await probeMedia(path)).facts.video?.frames).toBe(10);
    expect(await coloursAt(path, [flicksPerSecond / 3])).toEqual([[180, 180, 180]]);
  });

  it('removes its file when it is aborted', async () => {
    const path = join(folder, 'aborted.mp4');
    const writer = await openVideoWriter(settings(path));
    await writer.writeFrame(new Uint8Array(64 * 64 * 4));
    await writer.abort();
    expect(existsSync(path)).toBe(false);
    await writer.abort();
  });

  it('refuses odd sizes and folders that do not exist, and leaves nothing', async () => {
    const odd = { ...settings(join(folder, 'odd.mp4')), widthPx: 63 };
    expect((await fault(openVideoWriter(odd))).code).toBe('media.bad-size');
    const nowhere = settings(join(folder, 'nowhere', 'film.mp4'));
    expect((await fault(openVideoWriter(nowhere))).code).toBe('disk.no-such-folder');
    mkdirSync(join(folder, 'film.mp4'));
    expect((await fault(openVideoWriter(settings(join(folder, 'film.mp4'))))).code).toMatch(/^disk\./);
    expect(statSync(join(folder, 'film.mp4')).isDirectory()).toBe(true);
  });

  it('writes to names with colons, spaces and other letters', async () => {
    const path = join(folder, 'a: film, “naïve” 日本.mp4');
    await writeTestFilm(path, { frames: 2 });
    expect((await probeMedia(path)).facts.video?.frames).toBe(2);
  });

  it('says that the disk is full, with the name of the file', async () => {
    // A device that takes nothing: the only full disk that every Linux has.
    const path = existsSync('/dev/full') ? '/dev/full' : null;
    if (path === null) return;
    const writing = (async () => {
      const writer = await openVideoWriter(settings(path));
      for (let i = 0; i < 60; i++) await writer.writeFrame(noise(i));
      await writer.finish();
    })();
    expect(await fault(writing)).toMatchObject({ code: 'disk.full', message: expect.stringContaining(path) });
    expect(existsSync(path)).toBe(true);
  });
});

function noise(seed: number): Uint8Array {
  let state = seed + 1;
  return new Uint8Array(64 * 64 * 4).map(() => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state >> 16;
  });
}

async function fault(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  return work.then(
    () => ({ code: 'none', message: 'It succeeded.' }),
    (thrown: unknown) => faultOf(thrown),
  );
}
