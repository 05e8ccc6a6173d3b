import type { AssetId, ItemId, ShotId } from '../kernel/ids.ts';
import { frameFlicks } from '../kernel/time.ts';
import { captionSpan } from './caption-span.ts';
import { joinCaptions } from './caption-text.ts';
import { clamp01, fadeAt, sourceAt } from './item-ramps.ts';
import { attachedItemsIn, type Placed, tracksInOrder } from './queries.ts';
import type { CaptionItem, ClipItem, TitleStyle, Track } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';
import { type TransitionSpan, transitionAfter } from './transition-span.ts';

/** Red, green, blue, 0…255, sRGB. */
export type Rgb = readonly [number, number, number];

export interface PictureLayer {
  readonly kind: 'picture';
  readonly itemId: ItemId;
  /** null while the shot has no take: draw a slate or nothing. */
  readonly assetId: AssetId | null;
  readonly shotId: ShotId | null;
  /** Time in the medium; 0 for a still. The picture that is on screen at that time is the one to draw. */
  readonly sourceFlicks: number;
  /** `fit` shows the whole picture, `fill` covers the whole frame; both centred. */
  readonly fit: 'fit' | 'fill';
  readonly opacity: number;
  /**
   * What the picture leaves open of the frame (bars, transparent parts) is black of the same opacity. True on the main
   * track, so that a dissolve from or to a letterboxed clip also dissolves its bars.
   */
  readonly onBlack: boolean;
}

export interface ColourLayer {
  readonly kind: 'colour';
  readonly rgb: Rgb;
  readonly opacity: number;
}

export interface TitleLayer {
  readonly kind: 'title';
  readonly itemId: ItemId;
  /** Lines are separated by `\n`. */
  readonly text: string;
  readonly style: TitleStyle;
  readonly opacity: number;
}

export interface CaptionLayer {
  readonly kind: 'caption';
  /** Ready to draw: lines separated by `\n`, speaker label included where the reader needs one. */
  readonly text: string;
  /** For colour or position by speaker; null when there are several or none. */
  readonly speaker: string | null;
  readonly opacity: number;
}

export type Layer = PictureLayer | ColourLayer | TitleLayer | CaptionLayer;

/** What is on screen at one time, bottom to top, over black. Opacity is 0 < o ≤ 1; what would be invisible is left out. */
export interface FrameDescription {
  readonly layers: readonly Layer[];
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/**
 * The picture of a timeline at a time. Ramps (fades, dissolves) are sampled in the middle of the frame that begins at
 * `atFlicks`, so that n frames of a dissolve mix at 0.5/n, 1.5/n … and a reversed film looks the same. Costs about √n.
 */
export function describeFrame(index: TimelineIndex, atFlicks: number): FrameDescription {
  const layers: Layer[] = [];
  const others = attachedItemsIn(index, atFlicks, atFlicks + 1);
  for (const track of tracksInOrder(index)) {
    if (track.hidden) continue;
    if (track.id === index.mainTrackId) layers.push(...describeMain(index, atFlicks));
    else layers.push(...describeTrack(index, track, others, atFlicks));
  }
  return { layers: layers.filter((layer) => layer.opacity > 0) };
}

function describeMain(index: TimelineIndex, atFlicks: number): Layer[] {
  const here = index.main.at(atFlicks);
  if (here === null) return [];
  const middle = atFlicks + frameFlicks(index.rate) / 2;
  const after = transitionAfter(index, here.item, here.startFlicks);
  const beforeItem = index.main.before(here.item);
  const before =
    beforeItem === null
      ? null
      : transitionAfter(index, beforeItem, here.startFlicks - beforeItem.durationFlicks);
  const edges = { fadeIn: before === null, fadeOut: after === null };
  if (after !== null && atFlicks >= after.fromFlicks)
    return describeTransition(index, after, atFlicks, middle);
  if (before !== null && atFlicks < before.toFlicks)
    return describeTransition(index, before, atFlicks, middle);
  return describeMainItem(index, here, atFlicks, fadeAt(here, middle, edges));
}

function describeTransition(
  index: TimelineIndex,
  span: TransitionSpan,
  atFlicks: number,
  middle: number,
): Layer[] {
  const left = { item: span.left, startFlicks: span.cutFlicks - span.left.durationFlicks };
  const right = { item: span.right, startFlicks: span.cutFlicks };
  switch (span.transition.kind) {
    case 'dissolve': {
      const mix = clamp01((middle - span.fromFlicks) / (span.toFlicks - span.fromFlicks));
      return [
        ...describeMainItem(index, left, atFlicks, 1),
        ...(span.right.kind === 'gap'
          ? [{ kind: 'colour', rgb: black, opacity: mix } as const]
          : describeMainItem(index, right, atFlicks, mix)),
      ];
    }
    case 'fade-black':
    case 'fade-white': {
      const rgb = span.transition.kind === 'fade-black' ? black : white;
      const inFirst = atFlicks < span.cutFlicks;
      const cover = inFirst
        ? (middle - span.fromFlicks) / (span.cutFlicks - span.fromFlicks)
        : (span.toFlicks - middle) / (span.toFlicks - span.cutFlicks);
      return [
        ...describeMainItem(index, inFirst ? left : right, atFlicks, 1),
        { kind: 'colour', rgb, opacity: clamp01(cover) },
      ];
    }
  }
}

function describeMainItem(index: TimelineIndex, placed: Placed, atFlicks: number, mix: number): Layer[] {
  const { item } = placed;
  switch (item.kind) {
    case 'clip':
      return [describeClip(index, item, placed.startFlicks, atFlicks, mix, true)];
    case 'title':
      return [
        { kind: 'colour', rgb: black, opacity: mix },
        { kind: 'title', itemId: item.id, text: item.text, style: item.style, opacity: mix },
      ];
    case 'gap':
    case 'caption':
      return [];
  }
}

function describeTrack(
  index: TimelineIndex,
  track: Track,
  others: readonly Placed[],
  atFlicks: number,
): Layer[] {
  const middle = atFlicks + frameFlicks(index.rate) / 2;
  const layers: Layer[] = [];
  const captions: CaptionItem[] = [];
  for (const placed of others) {
    const { item } = placed;
    if (item.trackId !== track.id) continue;
    const opacity = fadeAt(placed, middle, { fadeIn: true, fadeOut: true });
    switch (item.kind) {
      case 'clip':
        if (track.kind !== 'audio') {
          layers.push(describeClip(index, item, placed.startFlicks, atFlicks, opacity, false));
        }
        break;
      case 'title':
        layers.push({ kind: 'title', itemId: item.id, text: item.text, style: item.style, opacity });
        break;
      case 'caption':
        if (isCaptionShown(index, item, placed.startFlicks, atFlicks)) captions.push(item);
        break;
      case 'gap':
        break;
    }
  }
  const caption = joinCaptions(captions);
  if (caption !== null) layers.push({ kind: 'caption', ...caption, opacity: 1 });
  return layers;
}

function isCaptionShown(
  index: TimelineIndex,
  caption: CaptionItem,
  startFlicks: number,
  atFlicks: number,
): boolean {
  const span = captionSpan(index, caption, startFlicks);
  return span !== null && span.startFlicks <= atFlicks && atFlicks < span.endFlicks;
}

function describeClip(
  index: TimelineIndex,
  clip: ClipItem,
  startFlicks: number,
  atFlicks: number,
  mix: number,
  onBlack: boolean,
): PictureLayer {
  return {
    kind: 'picture',
    itemId: clip.id,
    assetId: clip.assetId,
    shotId: clip.shotId,
    sourceFlicks: sourceAt(clip, atFlicks - startFlicks, frameFlicks(index.rate)),
    fit: clip.fit,
    opacity: clip.opacity * mix,
    onBlack,
  };
}
