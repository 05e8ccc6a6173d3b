import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../domain/kernel/result.ts';
import { flicksPerSecond, framesToFlicks } from '../../domain/kernel/time.ts';
import { colourDistance, coloursAt, samplesOf } from '../../testing/media/read-pixels.ts';
import { remux } from '../../testing/media/remux.ts';
import { loudnessOf, sineSamples } from '../../testing/media/sine-samples.ts';
import { waveFile } from '../../testing/media/wave-file.ts';
import { writeTestFilm } from '../../testing/media/write-test-film.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { makeFrame } from './make-frame.ts';
import { makeThumbnails } from './make-thumbnails.ts';
import { measureWaveform } from './measure-waveform.ts';
import { openFrameReader } from './open-frame-reader.ts';
import { probeMedia } from './probe-media.ts';

const rate = { num: 24, den: 1 };
const at = (frame: number): number => framesToFlicks(frame, rate);
/** Frame `n` of the test film is a grey of 2n. */
const grey = (frame: number) => [frame * 2, frame * 2, frame * 2] as const;

let folder: string;
let film: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-reader-'));
  film = file('film.mp4');
  // Five seconds: more than one key frame.
  await writeTestFilm(film, { frames: 120, colour: grey, toneHz: 440, crf: 1 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectShown(path: string, times: readonly number[], frames: readonly number[]): Promise<void> {
  const shown = await coloursAt(path, times);
  const distances = shown.map((colour, i) => colourDistance(colour, grey(frames[i] ?? -1)));
  expect(Math.max(...distances)).toBeLessThanOrEqual(1);
}

const expectFrames = (path: string, frames: readonly number[]): Promise<void> =>
  expectShown(path, frames.map(at), frames);

describe('reading pictures', () => {
  it('finds every frame in order, backwards and at random', async () => {
    const forwards = Array.from({ length: 120 }, (_, i) => i);
    await expectFrames(film, forwards);
    await expectFrames(
      film,
      [...forwards].reverse().filter((frame) => frame % 9 === 0),
    );
    await expectFrames(film, [100, 3, 47, 48, 49, 119, 0, 96, 95, 60]);
  });

  it('shows a frame until the next begins, and the last one for ever', async () => {
    const times = [at(10) - 1, at(10), at(11) - 1, at(119) + 1, at(500), at(5)];
    await expectShown(film, times, [9, 10, 10, 119, 119, 5]);
  });

  it.each(['mov', 'mkv', 'ts'])('reads the same frames from .%s', async (extension) => {
    const path = file(`container.${extension}`);
    await remux(film, path);
    await expectFrames(path, [0, 1, 2, 50, 99, 20, 118, 3, 119]);
    const { facts } = await probeMedia(path);
    expect(facts.video).toMatchObject({ codec: 'h264', widthPx: 160, heightPx: 90, variableRate: false });
    expect(Math.abs(facts.durationFlicks - at(120))).toBeLessThan(at(3));
  });

  it('stands rotated pictures upright', async () => {
    const path = file('upright.mp4');
    const source = file('corner.mp4');
    // White in the upper left corner of the coded picture.
    await writeTestFilm(source, {
      frames: 2,
      colour: () => [0, 0, 0],
      paint: (rgba) => {
        for (let y = 0; y < 20; y++) rgba.fill(255, y * 160 * 4, y * 160 * 4 + 20 * 4);
      },
    });
    const corners = { 90: [1, 0], 180: [1, 1], 270: [0, 1] } as const;
    for (const rotationDegrees of [90, 180, 270] as const) {
      await remux(source, path, { rotationDegrees });
      expect((await probeMedia(path)).facts.video).toMatchObject({ rotationDegrees, widthPx: 160 });
      const reader = await openFrameReader(path);
      const { rgba, widthPx, heightPx } = await reader.pictureAt(0);
      expect([widthPx, heightPx]).toEqual(rotationDegrees === 180 ? [160, 90] : [90, 160]);
      const [right, bottom] = corners[rotationDegrees];
      const pixel = (x: number, y: number): number => rgba[(y * widthPx + x) * 4] ?? -1;
      for (const x of [0, 1])
        for (const y of [0, 1]) {
          const white = x === right && y === bottom;
          const value = pixel(x === 0 ? 5 : widthPx - 6, y === 0 ? 5 : heightPx - 6);
          expect(value > 200).toBe(white);
        }
      await reader.close();
    }
  });

  it('follows the times of a variable rate', async () => {
    const path = file('variable.mp4');
    await remux(film, path, {
      only: 'video',
      retime: (frame) => (frame < 24 ? frame : 24 + (frame - 24) * 3),
    });
    expect((await probeMedia(path)).facts.video).toMatchObject({ variableRate: true });
    const times = [at(23), at(24), at(26), at(27), at(24 + 30 * 3 + 1)];
    await expectShown(path, times, [23, 24, 24, 25, 54]);
  });

  it('shrinks pictures to what is needed, never enlarges', async () => {
    const small = await openFrameReader(film, { coverPx: { widthPx: 64, heightPx: 64 } });
    expect([small.widthPx, small.heightPx]).toEqual([114, 64]);
    expect((await small.pictureAt(at(60))).rgba.length).toBe(114 * 64 * 4);
    await small.close();
    const large = await openFrameReader(film, { coverPx: { widthPx: 4000, heightPx: 4000 } });
    expect([large.widthPx, large.heightPx]).toEqual([160, 90]);
    await large.close();
  });

  it('reads a still as one picture at all times', async () => {
    const path = file('still.jpg');
    const rgba = new Uint8Array(50 * 30 * 4).fill(255);
    for (let i = 0; i < rgba.length; i += 4) rgba.set([180, 60, 90], i);
    writeFileSync(path, await encodeJpeg(rgba, 50, 30));
    const shown = await coloursAt(path, [0, flicksPerSecond * 100, 5]);
    for (const colour of shown) expect(colourDistance(colour, [180, 60, 90])).toBeLessThanOrEqual(3);
    const { facts, mime } = await probeMedia(path);
    expect(facts).toMatchObject({ durationFlicks: 0, video: { widthPx: 50, heightPx: 30 }, audio: null });
    expect(mime).toBe('image/jpeg');
  });

  it('measures how loud a recording is, and no film', async () => {
    const path = file('said.wav');
    writeFileSync(path, waveFile(3, 1_000));
    const { facts } = await probeMedia(path);
    // One channel, heard on both sides: a tone at 1 kHz is as loud as its amplitude says.
    const dbfs = 20 * Math.log10(12_000 / 32_768);
    expect(facts.audio?.loudness?.integratedLufs).toBeCloseTo(dbfs, 1);
    expect(facts.audio?.loudness?.peakDbfs).toBeCloseTo(dbfs, 1);
    expect((await probeMedia(film)).facts.audio?.loudness).toBeUndefined();
  });

  it.each(['image/png', 'image/webp', 'image/gif'] as const)(
    'reads %s, with what is transparent in it',
    async (mime) => {
      const path = file(`picture.${mime.slice(6)}`);
      const canvas = createCanvas(40, 30);
      const context = canvas.getContext('2d');
      context.fillStyle = 'rgb(200, 40, 90)';
      context.fillRect(0, 0, 20, 30);
      const bytes = mime === 'image/webp' ? canvas.toBuffer(mime, 100) : canvas.toBuffer(mime as 'image/png');
      writeFileSync(path, bytes);
      const { facts } = await probeMedia(path);
      expect(facts.video).toMatchObject({ widthPx: 40, heightPx: 30, hasAlpha: true });
      const reader = await openFrameReader(path);
      const { rgba } = await reader.pictureAt(0);
      const pixel = (x: number): number[] => [...rgba.subarray((15 * 40 + x) * 4, (15 * 40 + x) * 4 + 4)];
      const [red = 0, green = 0, blue = 0, alpha] = pixel(10);
      expect(colourDistance([red, green, blue], [200, 40, 90])).toBeLessThanOrEqual(3);
      expect([alpha, pixel(30)[3]]).toEqual([255, 0]);
      await reader.close();
    },
  );
});

describe('reading sound', () => {
  it.each([0, 1, 2_000, 96_017, 40_000, 200_000])('finds the sample %i', async (from) => {
    const read = await samplesOf(film, from, 4_000);
    const wanted = sineSamples(440, from, 4_000);
    expect(loudnessOf(read.map((sample, i) => sample - (wanted[i] ?? 0)))).toBeLessThan(0.01);
  });

  it('is silent outside the medium', async () => {
    expect(loudnessOf(await samplesOf(film, -3_000, 3_000))).toBe(0);
    expect(loudnessOf(await samplesOf(film, 241_500, 3_000))).toBe(0);
  });

  it('measures a waveform', async () => {
    const { peaks } = await measureWaveform(film, 50, new AbortController().signal);
    expect(peaks.length).toBe(2 * 50 * 5);
    expect([...peaks.subarray(100, 104)].map(Math.abs).every((peak) => Math.abs(peak - 64) <= 2)).toBe(true);
  });
});

describe('one frame', () => {
  it('is the picture at a time, as large as the medium, and the same bytes each time', async () => {
    const { png } = await makeFrame(film, at(60));
    expect((await makeFrame(film, at(60))).png).toEqual(png);
    writeFileSync(file('frame.png'), png);
    expect((await probeMedia(file('frame.png'))).facts).toMatchObject({
      durationFlicks: 0,
      video: { widthPx: 160, heightPx: 90 },
    });
    const [colour] = await coloursAt(file('frame.png'), [0]);
    expect(colourDistance(colour ?? [0, 0, 0], grey(60))).toBeLessThanOrEqual(1);
    // Behind the end it is the last.
    writeFileSync(file('last.png'), (await makeFrame(film, at(500))).png);
    const [last] = await coloursAt(file('last.png'), [0]);
    expect(colourDistance(last ?? [0, 0, 0], grey(119))).toBeLessThanOrEqual(1);
  });
});

describe('thumbnails', () => {
  it('come from the middle of equal parts', async () => {
    const strip = await makeThumbnails(film, 4, 45, new AbortController().signal);
    expect(strip).toMatchObject({ columns: 4, widthPx: 80, heightPx: 45 });
    writeFileSync(file('strip.jpg'), strip.jpeg);
    const reader = await openFrameReader(file('strip.jpg'));
    const { rgba, widthPx } = await reader.pictureAt(0);
    const reds = [0, 1, 2, 3].map((column) => rgba[(22 * widthPx + column * 80 + 40) * 4] ?? -1);
    await reader.close();
    for (const [column, red] of reds.entries())
      expect(Math.abs(red - (15 + 30 * column) * 2)).toBeLessThan(5);
  });
});

describe('damaged and foreign files', () => {
  const refusal = async (path: string): Promise<{ code: string; message: string }> =>
    probeMedia(path).then(
      () => ({ code: 'none', message: 'It was read.' }),
      (thrown: unknown) => faultOf(thrown),
    );

  it.each([
    ['empty.mp4', () => new Uint8Array(0), 'media.damaged'],
    ['garbage.mp4', () => readFileSync(film).map((byte, i) => (i < 64 ? 0xa5 : byte)), 'media.unsupported'],
    [
      'words.mp4',
      () => new TextEncoder().encode('FADE IN:\n\nINT. A HOUSE - DAY\n'.repeat(500)),
      'media.unsupported',
    ],
    [
      'list.mp4',
      () => new TextEncoder().encode('#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1/a.ts\n'),
      'media.unsupported',
    ],
    [
      'list.ffconcat',
      () => new TextEncoder().encode("ffconcat version 1.0\nfile 'film.mp4'\n"),
      'media.unsupported',
    ],
    ['head.mp4', () => readFileSync(film).subarray(0, 300), 'media.damaged'],
    ['only-ftyp.mp4', () => readFileSync(film).subarray(0, 36), 'media.damaged'],
    ['no-data.png', () => readFileSync(film).subarray(0, 0), 'media.damaged'],
    [
      'broken.png',
      () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3),
      'media.damaged',
    ],
    ['broken.jpg', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3), 'media.damaged'],
  ])('refuses %s with a sentence that names it', async (name, content, code) => {
    writeFileSync(file(name), content());
    const fault = await refusal(file(name));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(name);
  });

  it('refuses folders and missing files', async () => {
    mkdirSync(file('folder.mp4'));
    expect((await refusal(file('folder.mp4'))).code).toBe('media.unsupported');
    expect((await refusal(file('missing.mp4'))).code).toBe('media.missing');
  });

  it('notices a film that breaks off, at whatever byte', async () => {
    const size = readFileSync(film).length;
    for (const share of [0.999, 0.9, 0.6, 0.1]) {
      const path = file(`cut-${share}.mp4`);
      writeFileSync(path, readFileSync(film));
      truncateSync(path, Math.floor(size * share));
      const fault = await refusal(path);
      expect([share, fault.code]).toEqual([share, 'media.damaged']);
    }
  });

  it('survives flipped bytes anywhere in the file', async () => {
    const good = readFileSync(film);
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    for (let round = 0; round < 40; round++) {
      const bad = Buffer.from(good);
      for (let flips = 0; flips < 20; flips++) bad[random(bad.length)] = random(256);
      const path = file('flipped.mp4');
      writeFileSync(path, bad);
      const fault = await refusal(path);
      expect(['none', 'media.damaged', 'media.unsupported']).toContain(fault.code);
    }
  });
});
