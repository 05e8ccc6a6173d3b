import type { Placed } from './queries.ts';
import type { ClipItem, Item } from './records.ts';

/** Time in the medium `intoFlicks` after the clip's start, which may lie in a handle; held on the medium's first and last frame. */
export function sourceAt(clip: ClipItem, intoFlicks: number, frame: number): number {
  if (clip.sourceLengthFlicks === 0) return 0;
  const last = Math.max(0, clip.sourceLengthFlicks - frame);
  return Math.min(last, Math.max(0, clip.sourceInFlicks + intoFlicks));
}

/** Fade of an item at the middle of a frame, 0…1. An edge that a transition covers has no fade of its own. */
export function fadeAt(
  { item, startFlicks }: Placed,
  middle: number,
  edges: { readonly fadeIn: boolean; readonly fadeOut: boolean },
): number {
  const { fadeIn, fadeOut } = fadesOf(item);
  const rising = edges.fadeIn && fadeIn > 0 ? (middle - startFlicks) / fadeIn : 1;
  const left = startFlicks + item.durationFlicks - middle;
  const falling = edges.fadeOut && fadeOut > 0 ? left / fadeOut : 1;
  return clamp01(Math.min(rising, 1)) * clamp01(Math.min(falling, 1));
}

function fadesOf(item: Item): { readonly fadeIn: number; readonly fadeOut: number } {
  switch (item.kind) {
    case 'clip':
    case 'title':
      return { fadeIn: item.fadeInFlicks, fadeOut: item.fadeOutFlicks };
    case 'gap':
    case 'caption':
      return { fadeIn: 0, fadeOut: 0 };
  }
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
