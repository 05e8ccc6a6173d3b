import type { RecordsPatch } from '../../src/domain/kernel/patch.ts';
import type { FrameRate } from '../../src/domain/kernel/time.ts';
import { applyPatch, indexTimeline, type TimelineRows } from '../../src/domain/timeline/timeline-index.ts';
import { createPlayer } from '../../src/playback/create-player.ts';
import type { Player, PlayerState, PlayerStats } from '../../src/playback/player.ts';
import { supportsPlayback } from '../../src/playback/supports-playback.ts';
import { readFrameCode } from './frame-code.ts';

/** What tests ask of the page. */
export interface PlaybackPage {
  support(): ReturnType<typeof supportsPlayback>;
  open(rows: TimelineRows, rate: FrameRate, widthPx: number, heightPx: number): void;
  close(): void;
  player(): Player;
  state(): PlayerState;
  stats(): PlayerStats;
  patch(patch: RecordsPatch): void;
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
    const canvas = document.createElement('canvas');
    document.body.replaceChildren(canvas);
    const index = indexTimeline(rows, rate);
    patchIndex = (patch) => applyPatch(index, patch);
    current = createPlayer({
      canvas,
      mediaAddress: (assetId) => `/media/${assetId}`,
      index: () => index,
      widthPx,
      heightPx,
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
  patch(patch) {
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
};
