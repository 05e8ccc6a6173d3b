import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { flicksToSeconds } from '../../../../domain/kernel/time.ts';
import { thumbnailsAddress, waveformAddress } from '../../../client/media-addresses.ts';
import { LruMap } from './lru-map.ts';

/** Pictures of a clip from its start to its end, side by side. */
export interface Sprite {
  readonly bitmap: ImageBitmap;
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Loudness as a byte for each bucket. */
export interface Peaks {
  readonly bytes: Uint8Array;
  readonly perSecond: number;
}

/**
 * The small pictures and waveforms of the clips in view. What is not there yet is asked for when the view has come to
 * rest, a few at a time, the latest wish first; memory is bounded.
 */
export interface ClipMedia {
  /** Null while it is not there (yet): ask again after `onArrival`. */
  sprite(assetId: AssetId, lengthFlicks: number): Sprite | null;
  peaks(assetId: AssetId): Peaks | null;
  /** The file could not be read: it is offline, or was deleted. */
  isOffline(assetId: AssetId): boolean;
  onArrival(listener: () => void): () => void;
  /** The view moves: nothing new is asked for until it rests. */
  hold(): void;
  clear(): void;
}

const spriteHeightPx = 54;
const peaksPerSecond = 50;
const mostSpriteBytes = 24_000_000;
const mostPeakBytes = 6_000_000;
const mostAtOnce = 3;
const restMs = 120;
const mostWishes = 80;

interface Wish {
  readonly key: string;
  readonly run: () => Promise<void>;
}

export function createClipMedia(): ClipMedia {
  const sprites = new LruMap<Sprite>(mostSpriteBytes, (sprite) => sprite.bitmap.close());
  const peaks = new LruMap<Peaks>(mostPeakBytes);
  const failed = new Map<string, number>();
  const offline = new Set<AssetId>();
  const wishes = new Map<string, Wish>();
  const running = new Set<string>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let generation = 0;

  const arrived = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const pump = (): void => {
    while (running.size < mostAtOnce) {
      const next = [...wishes.values()].at(-1);
      if (next === undefined) return;
      wishes.delete(next.key);
      running.add(next.key);
      const begunIn = generation;
      next
        .run()
        // A file that is gone, or a studio that is away: it is asked for again later, not in a loop.
        .catch(() => void failed.set(next.key, Date.now()))
        .finally(() => {
          running.delete(next.key);
          if (begunIn !== generation) return;
          arrived();
          pump();
        });
    }
  };
  const wish = (key: string, run: () => Promise<void>): void => {
    const failedAt = failed.get(key);
    if (running.has(key) || (failedAt !== undefined && Date.now() - failedAt < 30_000)) return;
    wishes.delete(key);
    wishes.set(key, { key, run });
    for (const oldest of wishes.keys()) {
      if (wishes.size <= mostWishes) break;
      wishes.delete(oldest);
    }
    timer ??= setTimeout(rest, restMs);
  };
  const rest = (): void => {
    timer = undefined;
    pump();
  };
  const read = async (address: string, assetId: AssetId): Promise<Response> => {
    const answer = await fetch(address);
    // Gone, or there and not readable: either way there is nothing to show of it.
    if ([404, 410, 422].includes(answer.status)) offline.add(assetId);
    else if (answer.ok) offline.delete(assetId);
    if (!answer.ok) throw new Error(`The studio answered ${answer.status}.`);
    return answer;
  };

  return {
    sprite(assetId, lengthFlicks) {
      const key = `sprite ${assetId}`;
      const known = sprites.get(key);
      if (known !== undefined) return known;
      const columns =
        lengthFlicks === 0 ? 1 : Math.min(10, Math.max(2, Math.ceil(flicksToSeconds(lengthFlicks))));
      wish(key, async () => {
        const answer = await read(thumbnailsAddress(assetId, columns, spriteHeightPx), assetId);
        const bitmap = await createImageBitmap(await answer.blob());
        const widthPx = bitmap.width / columns;
        const bytes = bitmap.width * bitmap.height * 4;
        sprites.set(key, { bitmap, columns, widthPx, heightPx: bitmap.height }, bytes);
      });
      return null;
    },
    peaks(assetId) {
      const key = `peaks ${assetId}`;
      const known = peaks.get(key);
      if (known !== undefined) return known;
      wish(key, async () => {
        const answer = await read(waveformAddress(assetId, peaksPerSecond), assetId);
        const bytes = loudnessOf(new Int8Array(await answer.arrayBuffer()));
        peaks.set(key, { bytes, perSecond: peaksPerSecond }, bytes.byteLength);
      });
      return null;
    },
    isOffline: (assetId) => offline.has(assetId),
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold() {
      if (wishes.size === 0 && timer === undefined) return;
      wishes.clear();
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
      // What the view shows when it rests is wished for by its last picture.
    },
    clear() {
      generation++;
      wishes.clear();
      failed.clear();
      sprites.clear();
      peaks.clear();
    },
  };
}

/** Of each bucket the file has its lowest and its highest sample; shown is how far it goes, quiet parts lifted a little. */
function loudnessOf(extremes: Int8Array): Uint8Array {
  const loudness = new Uint8Array(extremes.length >> 1);
  for (let i = 0; i < loudness.length; i++) {
    const far = Math.max(Math.abs(extremes[2 * i] ?? 0), Math.abs(extremes[2 * i + 1] ?? 0));
    loudness[i] = Math.round(255 * Math.min(1, far / 127) ** 0.5);
  }
  return loudness;
}
