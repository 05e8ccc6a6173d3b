import { canonicalJson, type JsonValue } from '../kernel/patch.ts';
import { frameFlicks } from '../kernel/time.ts';
import { captionSpan } from '../timeline/caption-span.ts';
import { attachedItemsIn, type Placed, tracksInOrder } from '../timeline/queries.ts';
import type { Item } from '../timeline/records.ts';
import type { TimelineIndex } from '../timeline/timeline-index.ts';
import { transitionAfter } from '../timeline/transition-span.ts';
import type { FilmSegment, FilmSettings } from './film-segments.ts';

/** Raised when the same description would be drawn otherwise than before. */
const pictureVersion = 1;

/** See `digestInput` of a segment. */
export function describeSegment(
  index: TimelineIndex,
  segment: Pick<FilmSegment, 'kind' | 'fromFrame' | 'toFrame'>,
  settings: FilmSettings,
): string {
  const frame = frameFlicks(index.rate);
  const from = segment.fromFrame * frame;
  const to = segment.toFrame * frame;
  return canonicalJson({
    version: pictureVersion,
    kind: segment.kind,
    size: [settings.widthPx, settings.heightPx],
    rate: [index.rate.num, index.rate.den],
    preset: { ...settings.preset },
    frames: segment.toFrame - segment.fromFrame,
    main: isMainHidden(index) ? null : describeMain(index, from, to),
    over: describeOver(index, from, to, settings),
  });
}

function isMainHidden(index: TimelineIndex): boolean {
  const main = index.mainTrackId === null ? undefined : index.tracks.get(index.mainTrackId);
  return main === undefined || main.hidden;
}

function describeMain(index: TimelineIndex, from: number, to: number): JsonValue {
  const seen: JsonValue[] = [];
  for (const { item, startFlicks } of index.main.from(from)) {
    if (startFlicks >= to) break;
    const before = index.main.before(item);
    const into = before === null ? null : transitionAfter(index, before, startFlicks - before.durationFlicks);
    const out = transitionAfter(index, item, startFlicks);
    // A transition's other side may lie outside of the segment only when the segment does not reach the transition.
    seen.push({
      ...pictureFields(item),
      start: item.kind === 'gap' ? 0 : startFlicks - from,
      into: into === null || into.toFlicks <= from ? into !== null : spanFields(into, from),
      out: out === null || out.fromFlicks >= to ? out !== null : spanFields(out, from),
    });
  }
  return seen;
}

function spanFields(span: NonNullable<ReturnType<typeof transitionAfter>>, from: number): JsonValue {
  return [span.transition.kind, span.fromFlicks - from, span.cutFlicks - from, span.toFlicks - from];
}

function describeOver(index: TimelineIndex, from: number, to: number, settings: FilmSettings): JsonValue {
  const layers = new Map(
    tracksInOrder(index)
      .filter((track) => !track.hidden && track.kind !== 'audio')
      .map((track, level) => [track.id, level]),
  );
  const isDrawn = ({ item }: Placed): boolean =>
    layers.has(item.trackId) &&
    item.kind !== 'gap' &&
    (item.kind !== 'caption' || settings.captions === 'burn');
  return attachedItemsIn(index, from, to)
    .filter(isDrawn)
    .map(({ item, startFlicks }) => {
      const level = layers.get(item.trackId) ?? 0;
      const start = startFlicks - from;
      if (item.kind !== 'caption') return { ...pictureFields(item), level, start };
      const span = captionSpan(index, item, startFlicks);
      const shown = span === null ? null : [span.startFlicks - from, span.endFlicks - from];
      return { ...pictureFields(item), level, start, shown };
    });
}

/** The fields of an item that shape its picture; ids, names and sound do not. */
function pictureFields(item: Item): { readonly [field: string]: JsonValue } {
  switch (item.kind) {
    case 'clip': {
      const { kind, durationFlicks, assetId, sourceInFlicks, sourceLengthFlicks, fit, opacity } = item;
      const fades = [item.fadeInFlicks, item.fadeOutFlicks];
      // A slate is drawn from its shot, a medium from its bytes.
      const shot = assetId === null ? item.shotId : null;
      return { kind, durationFlicks, assetId, shot, sourceInFlicks, sourceLengthFlicks, fit, opacity, fades };
    }
    case 'title': {
      const { kind, durationFlicks, text, style } = item;
      return { kind, durationFlicks, text, style, fades: [item.fadeInFlicks, item.fadeOutFlicks] };
    }
    case 'caption':
      return { kind: item.kind, durationFlicks: item.durationFlicks, text: item.text, speaker: item.speaker };
    case 'gap':
      return { kind: item.kind };
  }
}
