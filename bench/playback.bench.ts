import { join } from 'node:path';
import { paintFrameCode } from '../e2e/playback/frame-code.ts';
import { openPlayback, type PlaybackBench } from '../e2e/playback/open-playback.ts';
import type { ClipItem } from '../src/domain/timeline/records.ts';
import type { TimelineRows } from '../src/domain/timeline/timeline-index.ts';
import {
  assetId,
  frames,
  makeCaption,
  makeClip,
  makeRows,
  makeTransition,
  testRate,
  trackId,
} from '../src/testing/builders/timeline-rows.ts';
import { writeTestFilm } from '../src/testing/media/write-test-film.ts';
import { percentile, type Row, row } from './row.ts';

const size = { widthPx: 1280, heightPx: 720 };
const length = 260;
const playedMs = 10_000;
const scrubs = 80;

/** The preview in a real browser without a graphics card: what playing leaves out, and how long a frame takes to come. */
export async function run(): Promise<Row[]> {
  const bench = await openPlayback();
  try {
    for (const film of [1, 2]) await writeFilm(bench, film);
    return [
      await idling(bench),
      ...(await playing(bench, 'two 720p layers', twoLayers)),
      ...(await playing(bench, '720p cuts and dissolves with captions', cutsAndDissolves)),
      ...(await seeking(bench)),
    ];
  } finally {
    await bench.close();
  }
}

/** Pictures with grain, so that decoding costs what it costs with film. */
async function writeFilm(bench: PlaybackBench, film: number): Promise<void> {
  const path = join(bench.folder, `film-${film}.mp4`);
  let state = film;
  await writeTestFilm(path, {
    ...size,
    frames: length,
    crf: 23,
    toneHz: 220 * film,
    colour: (frame) => [(frame * 2) % 200, 60 * film, 110],
    paint(rgba, frame) {
      for (let i = 0; i < rgba.length; i += 8) {
        state = (state * 48271) % 2147483647;
        rgba[i] = ((rgba[i] ?? 0) + (state % 24)) & 255;
      }
      paintFrameCode(rgba, size, frame, film - 1);
    },
  });
  bench.media.set(assetId(film), path);
}

const clip = (
  id: string,
  film: number,
  count: number,
  from: number,
  more: Partial<ClipItem> = {},
): ClipItem =>
  makeClip(id, count, {
    assetId: assetId(film),
    sourceInFlicks: frames(from),
    sourceLengthFlicks: frames(length),
    ...more,
  });

const twoLayers = makeRows(
  [clip('below', 1, length, 0)],
  [
    clip('above', 2, length, 0, {
      trackId: trackId('video'),
      anchor: { to: 'time', atFlicks: 0 },
      opacity: 0.5,
    }),
  ],
);

const shots = Array.from({ length: 10 }, (_, n) => clip(`shot-${n}`, 1 + (n % 2), 24, 20 + n * 20));
const cutsAndDissolves = makeRows(
  shots,
  shots.map(({ id }, n) =>
    makeCaption(`words-${n}`, 20, {
      anchor: { to: 'item', itemId: id, offsetFlicks: frames(2) },
      text: 'I followed the worst trumpet\nin the world.',
    }),
  ),
  shots.slice(0, -1).map(({ id }) => makeTransition(id, 12)),
);

async function playing(bench: PlaybackBench, name: string, rows: TimelineRows): Promise<Row[]> {
  const { page } = bench;
  await page.evaluate(
    ([it, rate, { widthPx, heightPx }]) => window.playback.open(it, rate, widthPx, heightPx),
    [JSON.stringify(rows), testRate, size] as const,
  );
  await page.evaluate(() => window.playback.frameAt(0));
  const busy = await page.evaluate(async (ms) => {
    // What the window's own thread could not do meanwhile: how late its timers are.
    const lateMs: number[] = [];
    let due = performance.now() + 10;
    const timer = setInterval(() => {
      lateMs.push(Math.max(0, performance.now() - due));
      due = performance.now() + 10;
    }, 10);
    const played = await window.playback.playFor(ms);
    clearInterval(timer);
    return { played, lateMs };
  }, playedMs - 200);
  const { before, after } = busy.played;
  const drawn = after.framesDrawn - before.framesDrawn;
  const dropped = after.framesDropped - before.framesDropped;
  return [
    figure(`playback: ${name}, dropped frames in 10 s`, dropped, 'frames', 0, drawn),
    figure(`playback: ${name}, drawn after its time, mean`, after.lateMs, 'ms', null, drawn),
    figure(`playback: ${name}, had to wait for pictures`, after.stalls - before.stalls, 'times', 0, 1),
    figure(
      `playback: ${name}, window's thread late, p95`,
      percentile(busy.lateMs, 0.95),
      'ms',
      8,
      busy.lateMs.length,
    ),
  ];
}

/** What a page that does nothing misses on this machine now: no player can do better. */
async function idling({ page }: PlaybackBench): Promise<Row> {
  const missed = await page.evaluate(async (ms) => {
    const begin = performance.now();
    let frame = 0;
    let gone = 0;
    for (let now = begin; now - begin < ms; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      now = performance.now();
      const next = Math.floor(((now - begin) * 24) / 1000);
      gone += Math.max(0, next - frame - 1);
      frame = next;
    }
    return gone;
  }, playedMs);
  return figure('playback: an idle page, missed frames in 10 s at 24 a second', missed, 'frames', null, 240);
}

async function seeking(bench: PlaybackBench): Promise<Row[]> {
  const { page } = bench;
  const rows = makeRows([clip('a', 1, length, 0)]);
  const measure = async (targets: readonly number[]): Promise<number[]> => {
    await page.evaluate(
      ([it, rate, { widthPx, heightPx }]) => window.playback.open(it, rate, widthPx, heightPx),
      [JSON.stringify(rows), testRate, size] as const,
    );
    await page.evaluate(() => window.playback.frameAt(0));
    const times: number[] = [];
    for (const target of targets) {
      times.push(await page.evaluate((flicks) => window.playback.scrubMs(flicks), frames(target)));
    }
    return times;
  };
  const anywhere = Array.from({ length: scrubs }, (_, n) => (n * 97 + 13) % length);
  // A hand that goes forth and back over some seconds.
  const byHand = Array.from({ length: scrubs }, (_, n) => Math.round(120 + 60 * Math.sin(n / 6)));
  const [random, dragged] = [await measure(anywhere), await measure(byHand)];
  return [
    figure(
      'playback: scrub to the right 720p frame, dragged, p95',
      percentile(dragged, 0.95),
      'ms',
      50,
      scrubs,
    ),
    figure(
      'playback: scrub to the right 720p frame, dragged, median',
      percentile(dragged, 0.5),
      'ms',
      null,
      scrubs,
    ),
    figure('playback: the same anywhere in the film, p95', percentile(random, 0.95), 'ms', null, scrubs),
    figure('playback: the same anywhere in the film, median', percentile(random, 0.5), 'ms', null, scrubs),
  ];
}

function figure(name: string, value: number, unit: string, goal: number | null, runs: number): Row {
  return row({ name, value: Math.round(value * 100) / 100, unit, goal, better: 'lower', runs });
}
