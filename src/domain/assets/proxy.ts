import type { AssetId } from '../kernel/ids.ts';
import { type FrameRate, flicksPerSecond, flicksToSeconds } from '../kernel/time.ts';
import type { Asset, VideoFacts } from './asset.ts';

/** The shorter side of a proxy's picture, pixels. */
export const proxyShortSidePx = 540;
/** Smaller files than this are their own proxies: fetching them takes no longer. */
const leastVideoBytes = 1_000_000;
const leastPictureBytes = 400_000;
/** A proxy takes about half of this; what a video has beyond it is worth leaving out. */
const leastVideoBytesPerS = 300_000;

/** Whether there should be a smaller file to look at in a file's place. Sounds and see-through pictures have none. */
export function wantsProxy({ kind, bytes, facts, proxyOf }: Asset): boolean {
  if (proxyOf !== null || facts?.video == null || facts.video.hasAlpha) return false;
  if (kind === 'image') return bytes >= leastPictureBytes;
  if (kind !== 'video' || facts.durationFlicks === 0) return false;
  return bytes >= leastVideoBytes && bytes / flicksToSeconds(facts.durationFlicks) >= leastVideoBytesPerS;
}

/** A file that is quickly fetched: a proxy, or one that needs none. */
export function isLight(asset: Asset): boolean {
  return asset.proxyOf !== null || !wantsProxy(asset);
}

/** A proxy that is hardly smaller is not worth keeping. */
export function isWorthKeeping(proxyBytes: number, originalBytes: number): boolean {
  return proxyBytes < originalBytes * 0.7;
}

/**
 * Size of a proxy, upright: the shorter side at most {@link proxyShortSidePx}, both even and at least 16, as H.264 wants them; never
 * larger than the picture, but for that.
 */
export function proxySize(widthPx: number, heightPx: number): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, proxyShortSidePx / Math.min(widthPx, heightPx));
  const even = (px: number): number => Math.max(16, 2 * Math.round((px * scale) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** The rate and count of the pictures of a proxy: a video's own, or 30 a second where it says none, or more than a screen shows. */
export function wholeFrames(
  { fpsNum, fpsDen }: Pick<VideoFacts, 'fpsNum' | 'fpsDen'>,
  durationFlicks: number,
): { readonly rate: FrameRate; readonly frames: number } {
  const isUsual = fpsNum > 0 && fpsNum / fpsDen <= 120 && fpsNum / fpsDen >= 1;
  const rate = isUsual ? { num: fpsNum, den: fpsDen } : { num: 30, den: 1 };
  const frames = Math.round((durationFlicks * rate.num) / (rate.den * flicksPerSecond));
  return { rate, frames: Math.max(1, frames) };
}

/** The proxies of files, oldest first: two devices may each have made one. */
export function proxiesByOriginal(assets: readonly Asset[]): ReadonlyMap<AssetId, readonly Asset[]> {
  const found = new Map<AssetId, Asset[]>();
  for (const asset of assets) {
    if (asset.proxyOf === null) continue;
    const known = found.get(asset.proxyOf);
    if (known === undefined) found.set(asset.proxyOf, [asset]);
    else known.push(asset);
  }
  for (const proxies of found.values())
    proxies.sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
  return found;
}
