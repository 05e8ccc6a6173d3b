import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proxySize } from '../../domain/assets/proxy.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import { framesToFlicks } from '../../domain/kernel/time.ts';
import { colourDistance, coloursAt, samplesOf } from '../../testing/media/read-pixels.ts';
import { loudnessOf } from '../../testing/media/sine-samples.ts';
import { writeTestFilm } from '../../testing/media/write-test-film.ts';
import { makeProxy } from './make-proxy.ts';
import { probeMedia } from './probe-media.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-proxy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const sizeOf = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) => proxySize(widthPx, heightPx);
const grey = (frame: number) => [20 + frame * 4, 20 + frame * 4, 20 + frame * 4] as const;

test.each([
  { num: 24, den: 1 },
  { num: 30_000, den: 1_001 },
])('shows the same picture and sounds the same at every time, at $num/$den', async (rate) => {
  const film = join(folder, `film-${rate.num}.mp4`);
  const proxy = join(folder, `proxy-${rate.num}.mp4`);
  await writeTestFilm(film, { widthPx: 1280, heightPx: 720, frames: 48, rate, colour: grey, toneHz: 440 });
  await makeProxy(film, proxy, sizeOf, never);
  const [of, by] = [(await probeMedia(film)).facts, (await probeMedia(proxy)).facts];
  expect(by.video).toMatchObject({ codec: 'h264', widthPx: 960, heightPx: 540, frames: of.video?.frames });
  expect(Math.abs(by.durationFlicks - of.durationFlicks)).toBeLessThan(framesToFlicks(1, rate));
  const times = Array.from({ length: 48 }, (_, frame) => framesToFlicks(frame, rate));
  const [original, small] = [await coloursAt(film, times), await coloursAt(proxy, times)];
  const distances = small.map((colour, i) => colourDistance(colour, original[i] ?? [0, 0, 0]));
  // Frames are four steps apart: the picture before or after would be seen.
  expect(Math.max(...distances)).toBeLessThan(3);
  const [heard, asHeard] = [await samplesOf(proxy, 24_000, 24_000), await samplesOf(film, 24_000, 24_000)];
  expect(loudnessOf(heard)).toBeCloseTo(loudnessOf(asHeard), 1);
});

test('a still becomes a smaller picture, upright and of the same shape', async () => {
  const still = join(folder, 'still.png');
  const canvas = createCanvas(3000, 1500);
  const context = canvas.getContext('2d');
  context.fillStyle = '#c03010';
  context.fillRect(0, 0, 3000, 1500);
  writeFileSync(still, canvas.toBuffer('image/png'));
  const proxy = join(folder, 'still.jpg');
  await makeProxy(still, proxy, sizeOf, never);
  const { facts, mime } = await probeMedia(proxy);
  expect(mime).toBe('image/jpeg');
  expect(facts.video).toMatchObject({ widthPx: 1080, heightPx: 540 });
  const [colour = [0, 0, 0]] = await coloursAt(proxy, [0]);
  expect(colourDistance(colour, [0xc0, 0x30, 0x10])).toBeLessThan(6);
});

test('one that is cancelled leaves nothing; a damaged file is said to be', async () => {
  const film = join(folder, 'long.mp4');
  await writeTestFilm(film, { widthPx: 640, heightPx: 360, frames: 240, colour: grey });
  const to = join(folder, 'cancelled.mp4');
  const cancelled = new AbortController();
  cancelled.abort();
  await expect(makeProxy(film, to, sizeOf, cancelled.signal)).rejects.toThrow();
  expect(existsSync(to)).toBe(false);
  const damaged = join(folder, 'damaged.mp4');
  writeFileSync(damaged, Buffer.alloc(4_000, 7));
  const thrown = await makeProxy(damaged, to, sizeOf, never).then(
    () => null,
    (error: unknown) => faultOf(error),
  );
  expect(thrown?.code).toBe('media.unsupported');
  expect(statSync(film).size).toBeGreaterThan(0);
});
