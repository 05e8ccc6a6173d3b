import type { MediaFacts } from '../assets/asset.ts';
import type { AssetId } from '../kernel/ids.ts';
import { frameFlicks } from '../kernel/time.ts';
import { captionSpan } from '../timeline/caption-span.ts';
import { describeFrame } from '../timeline/frame-plan.ts';
import { itemsOfTrack, type Placed } from '../timeline/queries.ts';
import type { TimelineIndex } from '../timeline/timeline-index.ts';
import { transitionAfter } from '../timeline/transition-span.ts';
import { type DrawnBecause, drawnForMedium, visibleLayers, wayOfFrame } from './frame-way.ts';

/** A stretch of the film whose frames all come about in the same way. */
export interface FilmSegment {
  readonly how: 'direct' | 'composite' | 'black';
  readonly startFlicks: number;
  readonly durationFlicks: number;
  readonly why: DrawnBecause | null;
}

export interface FilmLook {
  readonly frames: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly burnCaptions: boolean;
}

/**
 * How the frames of a film will come about, front to back without gaps. Looks at one frame of each stretch between two
 * times at which anything begins, ends or changes, so it costs what the timeline has and not what it is long.
 */
export function outlineFilm(
  index: TimelineIndex,
  film: FilmLook,
  factsOf: (id: AssetId) => MediaFacts | null,
): FilmSegment[] {
  const frame = frameFlicks(index.rate);
  const cuts = changesOf(index, frame, film.frames);
  const segments: FilmSegment[] = [];
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? film.frames;
    // The middle, since the first frame of a fade may be as good as opaque.
    const middle = Math.floor((from + to - 1) / 2);
    const layers = visibleLayers(describeFrame(index, middle * frame).layers, film.burnCaptions);
    const { how, why } = wayOn(layers, film, factsOf);
    const last = segments.at(-1);
    const durationFlicks = (to - from) * frame;
    if (last?.how === how && last.why === why) {
      segments[segments.length - 1] = { ...last, durationFlicks: last.durationFlicks + durationFlicks };
    } else segments.push({ how, why, startFlicks: from * frame, durationFlicks });
  });
  return segments;
}

function wayOn(
  layers: ReturnType<typeof visibleLayers>,
  film: FilmLook,
  factsOf: (id: AssetId) => MediaFacts | null,
): Pick<FilmSegment, 'how' | 'why'> {
  const way = wayOfFrame(layers);
  switch (way.how) {
    case 'black':
      return { how: 'black', why: null };
    case 'composite':
      return way;
    case 'direct': {
      const { assetId } = way.picture;
      const why = drawnForMedium(assetId === null ? null : factsOf(assetId), film);
      return why === null ? { how: 'direct', why } : { how: 'composite', why };
    }
  }
}

/** The frames, in order and each once, at which what is on screen may change its kind; the first is 0. */
function changesOf(index: TimelineIndex, frame: number, frames: number): number[] {
  const found = new Set([0]);
  const note = (...times: number[]): void => {
    for (const time of times) {
      const at = Math.ceil(time / frame);
      if (at > 0 && at < frames) found.add(at);
    }
  };
  for (const track of index.tracks.values()) {
    if (track.hidden || track.kind === 'audio') continue;
    for (const placed of itemsOfTrack(index, track.id)) {
      note(...timesOf(index, placed));
      const after =
        track.id === index.mainTrackId ? transitionAfter(index, placed.item, placed.startFlicks) : null;
      if (after !== null) note(after.fromFlicks, after.cutFlicks, after.toFlicks);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function timesOf(index: TimelineIndex, { item, startFlicks }: Placed): number[] {
  const end = startFlicks + item.durationFlicks;
  switch (item.kind) {
    case 'clip':
    case 'title':
      return [startFlicks, startFlicks + item.fadeInFlicks, end - item.fadeOutFlicks, end];
    case 'caption': {
      const span = captionSpan(index, item, startFlicks);
      return span === null ? [] : [span.startFlicks, span.endFlicks];
    }
    case 'gap':
      return [startFlicks, end];
  }
}
