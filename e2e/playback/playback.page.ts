import type { RecordsPatch } from '../../src/domain/kernel/patch.ts';
import type { FrameRate } from '../../src/domain/kernel/time.ts';
import { applyPatch, indexTimeline, type TimelineRows } from '../../src/domain/timeline/timeline-index.ts';
import { createPlayer } from '../../src/playback/create-player.ts';
import type { Player, PlayerState, PlayerStats } from '../../src/playback/player.ts';
import { openSoundOutput, type SoundOutput } from '../../src/playback/sound/sound-output.ts';
import { supportsPlayback } from '../../src/playback/supports-playback.ts';
import { readFrameCode } from './frame-code.ts';

/** What tests ask of the page. */
export interface PlaybackPage {
  support(): ReturnType<typeof supportsPlayback>;
  /** `rows` as JSON: their type is too deep for what carries them here. */
  open(rows: string, rate: FrameRate, widthPx: number, heightPx: number): void;
  close(): void;
  player(): Player;
  state(): PlayerState;
  stats(): PlayerStats;
  patch(patch: string): void;
  /** Goes there and tells the number that the frame on screen carries. */
  frameAt(flicks: number): Promise<number>;
  frameNow(row?: number): Promise<number>;
  step(count: number): Promise<number>;
  /** Scrubs there and tells how long it took, in ms. */
  scrubMs(flicks: number): Promise<number>;
  pixels(): Promise<string>;
  /** Plays for that long and stops; what the player counted. */
  playFor(
    ms: number,
    speed?: number,
  ): Promise<{ readonly before: PlayerStats; readonly after: PlayerStats; readonly movedFlicks: number }>;
  slept(ms: number): Promise<void>;
  /** Plays from `flicks` and tells when frame `frame` was first on the canvas and when sound was first heard, in ms. */
  flashAndBeep(flicks: number, frame: number): Promise<{ readonly seenMs: number; readonly heardMs: number }>;
  /** Plays, is given a patch on the way, and plays on; what that interrupted. */
  playThrough(patch: string, ms: number): Promise<Through>;
  /** Plays for that long; the loudest sample of some milliseconds, again and again, and where the film was. */
  loudnessAlong(ms: number): Promise<readonly { readonly flicks: number; readonly peak: number }[]>;
  /** Goes from frame to frame by hand and tells how many of them were heard. */
  heardBySteps(steps: number, waitMs: number): Promise<number>;
  /** Numbers of the frames that were on the canvas during some time of playing, each once, in order. */
  framesSeen(ms: number, speed: number): Promise<readonly number[]>;
}

export interface Through {
  /** What the player was, from its first playing on. */
  readonly activities: readonly string[];
  readonly stalls: number;
  /** Longest time after the patch without any sound. */
  readonly silentMs: number;
  /** Highest sample after the patch. */
  readonly loudest: number;
  readonly frame: number;
}

declare global {
  interface Window {
    playback: PlaybackPage;
    errors: string[];
  }
}

window.errors = [];
window.addEventListener('error', ({ message }) => window.errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => window.errors.push(String(reason)));

let current: Player | null = null;
let heard: { readonly analyser: AnalyserNode; readonly latencyMs: () => number } | null = null;

/** The loudspeaker, with a meter in front. */
function openMeteredSound(): SoundOutput | null {
  const output = openSoundOutput();
  if (output === null) return null;
  const context = output.context as AudioContext;
  const analyser = context.createAnalyser();
  analyser.fftSize = 256;
  analyser.connect(output.input);
  heard = { analyser, latencyMs: () => (context.outputLatency || context.baseLatency) * 1000 };
  return { ...output, input: analyser };
}

/** The number on the page's canvas as it is now. */
function readCanvas(): number {
  const canvas = document.querySelector('canvas');
  const context = new OffscreenCanvas(192, 108).getContext('2d', { willReadFrequently: true });
  if (canvas === null || context === null) throw new Error('no canvas');
  context.drawImage(canvas, 0, 0, 192, 108);
  return readFrameCode(context.getImageData(0, 0, 192, 108).data, { widthPx: 192, heightPx: 108 });
}

const nextDrawing = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

let patchIndex: (patch: RecordsPatch) => void = () => undefined;

const player = (): Player => {
  if (current === null) throw new Error('no player is open');
  return current;
};
const slept = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function read(): Promise<ImageData> {
  const picture = await player().snapshot();
  if (picture === null) throw new Error('nothing was drawn yet');
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}

async function frameNow(row = 0): Promise<number> {
  const { data, width, height } = await read();
  return readFrameCode(data, { widthPx: width, heightPx: height }, row);
}

window.playback = {
  support: () => supportsPlayback(),
  open(rows, rate, widthPx, heightPx) {
    current?.dispose();
    // The meter of a loudspeaker that was closed goes on showing what it heard last.
    heard = null;
    const canvas = document.createElement('canvas');
    document.body.replaceChildren(canvas);
    const index = indexTimeline(JSON.parse(rows) as TimelineRows, rate);
    patchIndex = (patch) => applyPatch(index, patch);
    current = createPlayer({
      canvas,
      mediaAddress: (assetId) => `/media/${assetId}`,
      index: () => index,
      widthPx,
      heightPx,
      openSound: openMeteredSound,
      slateOf: ({ reason }) => ({ title: 'Missing film', note: reason }),
    });
  },
  close() {
    current?.dispose();
    current = null;
  },
  player,
  state: () => player().state(),
  stats: () => player().stats(),
  patch(json) {
    const patch = JSON.parse(json) as RecordsPatch;
    patchIndex(patch);
    player().timelineChanged(patch);
  },
  async frameAt(flicks) {
    player().seek(flicks);
    await player().settled();
    return frameNow();
  },
  frameNow,
  async step(count) {
    player().stepFrames(count);
    await player().settled();
    return frameNow();
  },
  async scrubMs(flicks) {
    const before = performance.now();
    player().scrub(flicks);
    await player().settled();
    return performance.now() - before;
  },
  async pixels() {
    const { data } = await read();
    const parts: string[] = [];
    for (let i = 0; i < data.length; i += 0x8000)
      parts.push(String.fromCharCode(...data.subarray(i, i + 0x8000)));
    return btoa(parts.join(''));
  },
  async playFor(ms, speed = 1) {
    const before = player().stats();
    const from = player().positionFlicks();
    player().play(speed);
    while (player().state().activity === 'buffering') await slept(5);
    await slept(ms);
    const movedFlicks = player().positionFlicks() - from;
    player().pause();
    await player().settled();
    return { before, after: player().stats(), movedFlicks };
  },
  slept,
  async flashAndBeep(flicks, frame) {
    player().seek(flicks);
    await player().settled();
    player().play();
    let seenMs = Number.NaN;
    let heardMs = Number.NaN;
    const untilMs = performance.now() + 8000;
    while ((Number.isNaN(seenMs) || Number.isNaN(heardMs)) && performance.now() < untilMs) {
      await nextDrawing();
      const now = performance.now();
      if (Number.isNaN(seenMs) && readCanvas() >= frame) seenMs = now;
      if (heard !== null && Number.isNaN(heardMs)) {
        const samples = new Float32Array(256);
        heard.analyser.getFloatTimeDomainData(samples);
        if (samples.some((sample) => Math.abs(sample) > 0.05)) heardMs = now + heard.latencyMs();
      }
    }
    player().pause();
    await player().settled();
    return { seenMs, heardMs };
  },
  async playThrough(patch, ms) {
    const activities: string[] = [];
    const unhear = player().onState(() => {
      const { activity } = player().state();
      if (activities.at(-1) !== activity) activities.push(activity);
    });
    player().play();
    while (player().state().activity === 'buffering') await slept(5);
    await slept(500);
    window.playback.patch(patch);
    const samples = new Float32Array(256);
    let silentSinceMs: number | null = null;
    let silentMs = 0;
    let loudest = 0;
    const untilMs = performance.now() + ms;
    while (performance.now() < untilMs) {
      await slept(4);
      heard?.analyser.getFloatTimeDomainData(samples);
      const peak = Math.max(...samples.map(Math.abs));
      loudest = Math.max(loudest, peak);
      if (peak > 0.01) silentSinceMs = null;
      else silentSinceMs ??= performance.now();
      if (silentSinceMs !== null) silentMs = Math.max(silentMs, performance.now() - silentSinceMs);
    }
    const { stalls } = player().stats();
    unhear();
    player().pause();
    await player().settled();
    return { activities, stalls, silentMs, loudest, frame: await frameNow() };
  },
  async loudnessAlong(ms) {
    const along: { readonly flicks: number; readonly peak: number }[] = [];
    const samples = new Float32Array(256);
    player().play();
    while (player().state().activity === 'buffering') await slept(5);
    const untilMs = performance.now() + ms;
    while (performance.now() < untilMs) {
      await slept(4);
      heard?.analyser.getFloatTimeDomainData(samples);
      along.push({ flicks: player().positionFlicks(), peak: Math.max(...samples.map(Math.abs)) });
    }
    player().pause();
    await player().settled();
    return along;
  },
  async heardBySteps(steps, waitMs) {
    const samples = new Float32Array(256);
    let count = 0;
    for (let step = 0; step < steps; step++) {
      player().stepFrames(1);
      let wasHeard = false;
      for (const untilMs = performance.now() + waitMs; performance.now() < untilMs && !wasHeard; ) {
        await slept(4);
        heard?.analyser.getFloatTimeDomainData(samples);
        wasHeard = samples.some((sample) => Math.abs(sample) > 0.01);
      }
      if (wasHeard) count++;
      // The moment ends before the next begins.
      await slept(150);
    }
    return count;
  },
  async framesSeen(ms, speed) {
    const seen: number[] = [];
    player().play(speed);
    while (player().state().activity === 'buffering') await slept(5);
    const untilMs = performance.now() + ms;
    while (performance.now() < untilMs) {
      await nextDrawing();
      const frame = readCanvas();
      if (seen.at(-1) !== frame) seen.push(frame);
    }
    player().pause();
    await player().settled();
    return seen;
  },
};
