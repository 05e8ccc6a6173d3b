import type { AssetId, ItemId } from '../kernel/ids.ts';
import { canonicalJson, type JsonValue } from '../kernel/patch.ts';
import { frameFlicks } from '../kernel/time.ts';
import { describeAudio } from '../timeline/audio-plan.ts';
import { describeFrame, type FrameDescription } from '../timeline/frame-plan.ts';
import { attachedItemsIn, startOf, timelineDurationFlicks } from '../timeline/queries.ts';
import type { Item } from '../timeline/records.ts';
import type { TimelineIndex } from '../timeline/timeline-index.ts';
import { transitionAfter } from '../timeline/transition-span.ts';
import type { CaptionMode } from './export-record.ts';
import type { FilmPlan, FilmSegment, FilmSettings } from './film-segments.ts';
import { describeSegment } from './segment-digest.ts';

/** A direct stretch that is shorter is drawn with its neighbours: a seam costs more than it saves. */
const shortestDirectFrames = 12;

/** What to draw at a time under a caption mode: captions are in the picture only when they are burned in. */
export function describeFilmFrame(
  index: TimelineIndex,
  atFlicks: number,
  captions: CaptionMode,
): FrameDescription {
  const frame = describeFrame(index, atFlicks);
  if (captions === 'burn') return frame;
  return { layers: frame.layers.filter((layer) => layer.kind !== 'caption') };
}

/**
 * Cuts the film into segments at every cut, transition and place where a clip begins or ends to be seen by itself. About
 * O(n √n) for n items; draws nothing.
 */
export function planFilm(index: TimelineIndex, settings: FilmSettings): FilmPlan {
  const frame = frameFlicks(index.rate);
  const frames = Math.ceil(timelineDurationFlicks(index) / frame);
  const segments: FilmSegment[] = [];
  for (const [from, to] of regions(index, frames, frame)) {
    for (const piece of piecesOf(index, from, to, settings)) {
      segments.push({ ...piece, digestInput: describeSegment(index, piece, settings) });
    }
  }
  const audio = describeAudio(index, 0, frames * frame);
  const sound = audio.map(({ itemId: _, ...piece }) => piece) as unknown as JsonValue;
  const digestInput = canonicalJson({
    segments: segments.map((segment) => [segment.toFrame - segment.fromFrame, segment.digestInput]),
    sound,
    frames,
  });
  return { frames, durationFlicks: frames * frame, segments, audio, digestInput };
}

/** Stretches between transitions and cuts, as frame numbers, without gaps up to `frames`. */
function regions(index: TimelineIndex, frames: number, frame: number): [number, number][] {
  const edges = new Set<number>([0, frames]);
  for (const { item, startFlicks } of index.main.from(0)) {
    const span = transitionAfter(index, item, startFlicks);
    if (span === null) edges.add(firstFrame(startFlicks + item.durationFlicks, frame));
    else {
      edges.add(firstFrame(span.fromFlicks, frame));
      edges.add(firstFrame(span.toFlicks, frame));
    }
  }
  return pairs([...edges].filter((edge) => edge <= frames).sort((a, b) => a - b));
}

type Piece =
  | Omit<FilmSegment & { kind: 'composite' }, 'digestInput'>
  | Omit<FilmSegment & { kind: 'direct' }, 'digestInput'>;

/** A region cut where something begins or ends on top of it, and joined again where both sides are drawn. */
function piecesOf(index: TimelineIndex, from: number, to: number, settings: FilmSettings): Piece[] {
  const frame = frameFlicks(index.rate);
  const edges = new Set<number>([from, to]);
  const note = (flicks: number): void => {
    const at = firstFrame(flicks, frame);
    if (at > from && at < to) edges.add(at);
  };
  const over = attachedItemsIn(index, from * frame, to * frame);
  for (const { item, startFlicks } of over) noteItem(item, startFlicks, note);
  const here = index.main.at(from * frame);
  if (here !== null) noteItem(here.item, here.startFlicks, note);

  const pieces: Piece[] = [];
  for (const [start, end] of pairs([...edges].sort((a, b) => a - b))) {
    const shown = directAt(index, start, settings);
    const direct = shown !== null && end - start >= Math.min(shortestDirectFrames, to - from) ? shown : null;
    const last = pieces.at(-1);
    if (last !== undefined && continues(last, direct, start, frame)) {
      pieces[pieces.length - 1] = { ...last, toFrame: end };
    } else if (direct === null) pieces.push({ kind: 'composite', fromFrame: start, toFrame: end });
    else pieces.push({ kind: 'direct', fromFrame: start, toFrame: end, ...direct });
  }
  return pieces;
}

function continues(last: Piece, next: Direct | null, at: number, frame: number): boolean {
  if (last.kind === 'composite' || next === null) return last.kind === 'composite' && next === null;
  return (
    last.assetId === next.assetId && last.sourceFlicks + (at - last.fromFrame) * frame === next.sourceFlicks
  );
}

function noteItem(item: Item, startFlicks: number, note: (flicks: number) => void): void {
  const end = startFlicks + item.durationFlicks;
  note(startFlicks);
  note(end);
  if (item.kind === 'clip' || item.kind === 'title') {
    note(startFlicks + item.fadeInFlicks);
    note(end - item.fadeOutFlicks);
  }
  if (item.kind === 'clip' && item.sourceLengthFlicks > 0) {
    note(startFlicks + item.sourceLengthFlicks - item.sourceInFlicks);
  }
}

interface Direct {
  readonly assetId: AssetId;
  readonly sourceFlicks: number;
}

/** The one picture that fills a frame as it is; null when anything has to be drawn. */
function directAt(index: TimelineIndex, atFrame: number, settings: FilmSettings): Direct | null {
  const frame = frameFlicks(index.rate);
  const { layers } = describeFilmFrame(index, atFrame * frame, settings.captions);
  const [only, ...more] = layers;
  if (only === undefined || more.length > 0 || only.kind !== 'picture') return null;
  if (only.opacity < 1 || only.assetId === null) return null;
  const facts = settings.factsOf(only.assetId);
  const video = facts?.video ?? null;
  if (facts === null || video === null || facts.durationFlicks === 0) return null;
  const fits =
    video.widthPx === settings.widthPx &&
    video.heightPx === settings.heightPx &&
    video.rotationDegrees === 0 &&
    !video.hasAlpha &&
    !video.variableRate &&
    video.fpsNum * index.rate.den === video.fpsDen * index.rate.num;
  return fits && !isHeld(index, only.itemId, atFrame * frame)
    ? { assetId: only.assetId, sourceFlicks: only.sourceFlicks }
    : null;
}

/** The clip has run out of its medium, so that its last frame stands. */
function isHeld(index: TimelineIndex, id: ItemId, atFlicks: number): boolean {
  const item = index.items.get(id);
  const into = atFlicks - (startOf(index, id) ?? 0);
  return (
    item?.kind === 'clip' && item.sourceInFlicks + into + frameFlicks(index.rate) > item.sourceLengthFlicks
  );
}

/** Number of the first frame that begins at or after a time. */
function firstFrame(flicks: number, frame: number): number {
  return Math.max(0, Math.ceil(flicks / frame));
}

function pairs(edges: readonly number[]): [number, number][] {
  return edges
    .slice(1)
    .map((to, i) => [edges[i] ?? to, to] satisfies [number, number])
    .filter(([from, to]) => from < to);
}
