import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVideoWriter } from '../../src/adapters/libav/open-video-writer.ts';
import { launchChromium } from '../../src/testing/chromium.ts';
import { createSeededRandom } from '../../src/testing/seeded-random.ts';
import { askService } from '../../src/testing/service/ask-service.ts';
import { sendFile } from '../../src/testing/service/send-file.ts';
import { startTestService, type TestService } from '../../src/testing/service/start-test-service.ts';
import { type S3Sim, startS3Sim } from '../../tools/s3-sim/start-s3-sim.ts';
import { testHost } from '../studio/open-studio-page.ts';

const onServer = testHost() === 'server';
let nowMs = Date.now();
let storage: S3Sim;
let service: TestService;
let folder: string;
beforeAll(async () => {
  if (!onServer) return;
  storage = await startS3Sim({ now: () => nowMs });
  service = await startTestService({ now: () => nowMs, storage: storage.settings });
  folder = await mkdtemp(join(tmpdir(), 'long-film-'));
});
afterAll(async () => {
  await service?.stop();
  await storage?.close();
  if (onServer) await rm(folder, { recursive: true, force: true });
});

/** A film of noise: a few seconds of it are as large as a scene of another. */
async function writeNoise(seconds: number): Promise<Buffer> {
  const [widthPx, heightPx, fps] = [320, 180, 12];
  const path = join(folder, 'noise.mp4');
  const coding = { audio: null, crf: 20, preset: 'ultrafast' } as const;
  const writer = await openVideoWriter({ path, widthPx, heightPx, rate: { num: fps, den: 1 }, ...coding });
  const noise = createSeededRandom('a long film').bytes(widthPx * heightPx * 4 + 65_536);
  for (let frame = 0; frame < seconds * fps; frame++) {
    const from = ((frame * 997) % 16_384) * 4;
    await writer.writeFrame(noise.subarray(from, from + widthPx * heightPx * 4));
  }
  await writer.finish();
  return readFile(path);
}

test.runIf(onServer)(
  'a long film goes on where somebody jumps to, though the address that it began with has run out',
  async () => {
    const ask = async (method: string, path: string, body?: unknown) =>
      askService(service, await service.token('user_ada'), method, path, body);
    await ask('POST', '/api/projects', { id: 'long', title: 'Long', organisationId: null });
    const film = await writeNoise(60);
    const assets = (method: string, rest: string, body: unknown) =>
      ask(method, `/api/projects/long/assets/${rest}`, body);
    const sha256 = await sendFile(assets, film);
    const cut = { sha256, bytes: film.length, durationMs: 60_000, shots: [] };
    expect((await ask('POST', '/api/projects/long/cut', cut)).json).toEqual({ published: true });
    const link = { title: '', expiresAtMs: null, password: null };
    const { path } = (await ask('POST', '/api/projects/long/share', link)).json;

    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.clock.install();
    await page.goto(`${service.origin}${path}`);
    const video = page.locator('video');
    const stateOf = () =>
      video.evaluate((film: HTMLVideoElement) => ({
        at: film.currentTime,
        here: film.buffered.length === 0 ? 0 : film.buffered.end(film.buffered.length - 1),
        ready: film.readyState,
      }));
    await expect.poll(async () => (await stateOf()).ready).toBeGreaterThanOrEqual(2);
    // Of what is not there yet the browser knows the address, which has run out in a quarter of an hour.
    expect((await stateOf()).here).toBeLessThan(50);
    nowMs += 900_000;
    await page.clock.fastForward(900_000);
    const before = storage.requests().length;
    await video.evaluate((film: HTMLVideoElement) => {
      film.muted = true;
      film.currentTime = 55;
      void film.play();
    });
    await expect.poll(async () => (await stateOf()).at).toBeGreaterThan(55.5);
    expect(storage.requests().length).toBeGreaterThan(before);
    await browser.close();
  },
);
