import type { AssetId } from '../../domain/kernel/ids.ts';
import { createByteCache } from './byte-cache.ts';
import type { DecodedFrame } from './decoded-frame.ts';

/** Decoded pictures by medium and time, those used last up to a number of bytes. Scrubbing back and forth reads from here. */
export interface FrameCache {
  /** The picture on screen at a time of the medium, if it is held. */
  at(assetId: AssetId, flicks: number, toleranceFlicks: number): DecodedFrame | null;
  /** Owns `frame` from now on. */
  keep(assetId: AssetId, frame: DecodedFrame): void;
  forget(assetId: AssetId): void;
  readonly bytes: number;
  clear(): void;
}

type Key = `${AssetId}@${number}`;

export function createFrameCache(maxBytes: number): FrameCache {
  /** Start times of what is held, ascending, by medium. */
  const starts = new Map<AssetId, number[]>();
  const cache = createByteCache<Key, DecodedFrame>(maxBytes, (key) => {
    const [assetId, start] = key.split('@') as [AssetId, string];
    const list = starts.get(assetId) ?? [];
    const at = list.indexOf(Number(start));
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) starts.delete(assetId);
  });
  return {
    at(assetId, flicks, toleranceFlicks) {
      const list = starts.get(assetId);
      if (list === undefined) return null;
      const start = list[countUpTo(list, flicks + toleranceFlicks) - 1];
      if (start === undefined) return null;
      const key: Key = `${assetId}@${start}`;
      const frame = cache.get(key);
      return frame !== null && flicks + toleranceFlicks < frame.endFlicks ? frame : null;
    },
    keep(assetId, frame) {
      const key: Key = `${assetId}@${frame.startFlicks}`;
      cache.put(key, frame);
      const list = starts.get(assetId) ?? [];
      list.splice(countUpTo(list, frame.startFlicks), 0, frame.startFlicks);
      starts.set(assetId, list);
    },
    forget(assetId) {
      for (const start of [...(starts.get(assetId) ?? [])]) cache.delete(`${assetId}@${start}`);
    },
    get bytes() {
      return cache.bytes;
    },
    clear: () => cache.clear(),
  };
}

/** How many of the ascending values are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
