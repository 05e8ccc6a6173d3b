import { AssetId, ItemId, ProjectId, TrackId, TransitionId } from '../../domain/kernel/ids.ts';
import { keysBetween } from '../../domain/kernel/order.ts';
import { frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import { plainSound } from '../../domain/timeline/plain-sound.ts';
import type {
  CaptionItem,
  ClipItem,
  GapItem,
  Item,
  TitleItem,
  Track,
  Transition,
} from '../../domain/timeline/records.ts';
import type { TimelineRows } from '../../domain/timeline/timeline-index.ts';

/** Rows of a timeline in frames of 24 a second, for tests. Ids are what the test says. */
export const testRate = frameRates['24'];
export const testProjectId = ProjectId.parse('project');
export const frames = (count: number): number => framesToFlicks(count, testRate);
export const itemId = (id: string): ItemId => ItemId.parse(id);
export const trackId = (id: string): TrackId => TrackId.parse(id);
/** A plausible asset id from a small number. */
export const assetId = (n: number): AssetId => AssetId.parse(n.toString(16).padStart(64, '0'));

export function makeTrack(kind: Track['kind'], order: string, more: Partial<Track> = {}): Track {
  return {
    id: trackId(kind),
    projectId: testProjectId,
    order,
    kind,
    name: kind,
    muted: false,
    hidden: false,
    role: null,
    ducks: false,
    assembled: null,
    ...more,
  };
}

/** One track of each kind, bottom to top: audio, main, video, title, caption; the id is the kind. */
export function makeTracks(): Track[] {
  return [
    makeTrack('audio', 'a0'),
    makeTrack('main', 'a1'),
    makeTrack('video', 'a2'),
    makeTrack('title', 'a3'),
    makeTrack('caption', 'a4'),
  ];
}

/** A clip on main of a medium four times as long, beginning one quarter in. */
export function makeClip(id: string, durationFrames: number, more: Partial<ClipItem> = {}): ClipItem {
  return {
    id: itemId(id),
    projectId: testProjectId,
    trackId: trackId('main'),
    order: 'a0',
    durationFlicks: frames(durationFrames),
    anchor: null,
    kind: 'clip',
    assetId: assetId(1),
    shotId: null,
    sourceInFlicks: frames(durationFrames),
    sourceLengthFlicks: frames(durationFrames * 4),
    fit: 'fill',
    opacity: 1,
    gainDb: 0,
    fadeInFlicks: 0,
    fadeOutFlicks: 0,
    muted: false,
    ...plainSound,
    assembled: null,
    ...more,
  };
}

export function makeGap(id: string, durationFrames: number, more: Partial<GapItem> = {}): GapItem {
  return {
    id: itemId(id),
    projectId: testProjectId,
    trackId: trackId('main'),
    order: 'a0',
    durationFlicks: frames(durationFrames),
    anchor: null,
    kind: 'gap',
    ...more,
  };
}

export function makeTitle(id: string, durationFrames: number, more: Partial<TitleItem> = {}): TitleItem {
  return {
    ...makeGap(id, durationFrames),
    trackId: trackId('title'),
    anchor: { to: 'time', atFlicks: 0 },
    kind: 'title',
    text: id,
    shotId: null,
    style: 'title',
    fadeInFlicks: 0,
    fadeOutFlicks: 0,
    assembled: null,
    ...more,
  };
}

export function makeCaption(
  id: string,
  durationFrames: number,
  more: Partial<CaptionItem> = {},
): CaptionItem {
  return {
    ...makeGap(id, durationFrames),
    trackId: trackId('caption'),
    anchor: { to: 'time', atFlicks: 0 },
    kind: 'caption',
    text: id,
    speaker: null,
    shotId: null,
    assembled: null,
    ...more,
  };
}

export function makeTransition(
  leftItemId: string,
  durationFrames: number,
  kind: Transition['kind'] = 'dissolve',
): Transition {
  return {
    id: TransitionId.parse(`after-${leftItemId}`),
    projectId: testProjectId,
    leftItemId: itemId(leftItemId),
    kind,
    durationFlicks: frames(durationFrames),
    assembled: null,
  };
}

/** The items one after the other on main, whatever order they had. */
export function inSequence<T extends Item>(items: readonly T[]): T[] {
  const keys = keysBetween(null, null, items.length);
  return items.map((item, i) => ({ ...item, order: keys[i] ?? 'a0' }));
}

export function makeRows(
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
): TimelineRows {
  return { tracks: makeTracks(), items: [...inSequence(main), ...others], transitions };
}
