import type { ItemId, ShotId, TrackId, TransitionId } from '../kernel/ids.ts';
import { compareByOrder } from '../kernel/order.ts';
import type { RecordChange, RecordsPatch } from '../kernel/patch.ts';
import type { FrameRate } from '../kernel/time.ts';
import { type AbsoluteItems, absoluteItems } from './absolute-items.ts';
import { changedId, rowAfter } from './changed-row.ts';
import { joinGroup, leaveGroup } from './grouped-ids.ts';
import { type MainSequence, mainSequence } from './main-sequence.ts';
import type { Item, Track, Transition } from './records.ts';
import { soundKey } from './sound-key.ts';

/** The timeline's rows of one project, in any order. */
export interface TimelineRows {
  readonly tracks: readonly Track[];
  readonly items: readonly Item[];
  readonly transitions: readonly Transition[];
}

/**
 * The rows of a timeline with everything that is derived from them: start times, neighbours, anchors, what is on
 * screen. Read it through `queries.ts`; only {@link applyPatch} changes it. Reading and one-clip patches cost about √n.
 */
export interface TimelineIndex {
  readonly rate: FrameRate;
  readonly tracks: ReadonlyMap<TrackId, Track>;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly transitions: ReadonlyMap<TransitionId, Transition>;
  /** The first track of kind `main`, by order then id; null while there is none. */
  readonly mainTrackId: TrackId | null;
  readonly main: MainSequence;
  readonly absolute: AbsoluteItems;
  /** Items of other tracks by the item that they are anchored to, whether that is there or not. */
  readonly anchoredTo: ReadonlyMap<ItemId, ReadonlySet<ItemId>>;
  readonly byTrack: ReadonlyMap<TrackId, ReadonlySet<ItemId>>;
  readonly byShot: ReadonlyMap<ShotId, ReadonlySet<ItemId>>;
  /** Clips by the sound of the story that they are linked to; see `soundKey`. */
  readonly bySound: ReadonlyMap<string, ReadonlySet<ItemId>>;
  readonly byLeft: ReadonlyMap<ItemId, ReadonlySet<TransitionId>>;
}

type MutableMap<M> =
  M extends ReadonlyMap<infer K, infer V> ? Map<K, V extends ReadonlySet<infer E> ? Set<E> : V> : never;

interface MutableIndex {
  readonly rate: FrameRate;
  readonly tracks: MutableMap<TimelineIndex['tracks']>;
  readonly items: MutableMap<TimelineIndex['items']>;
  readonly transitions: MutableMap<TimelineIndex['transitions']>;
  mainTrackId: TrackId | null;
  readonly main: MainSequence;
  readonly absolute: AbsoluteItems;
  readonly anchoredTo: MutableMap<TimelineIndex['anchoredTo']>;
  readonly byTrack: MutableMap<TimelineIndex['byTrack']>;
  readonly byShot: MutableMap<TimelineIndex['byShot']>;
  readonly bySound: MutableMap<TimelineIndex['bySound']>;
  readonly byLeft: MutableMap<TimelineIndex['byLeft']>;
}

/** Builds the index; O(n log n). `rate` is the project's: commands snap to it. */
export function indexTimeline(rows: TimelineRows, rate: FrameRate): TimelineIndex {
  const items = new Map<ItemId, Item>();
  const anchoredTo = new Map<ItemId, Set<ItemId>>();
  const index: MutableIndex = {
    rate,
    tracks: new Map(rows.tracks.map((track) => [track.id, track])),
    items,
    transitions: new Map(),
    mainTrackId: null,
    main: mainSequence(items, anchoredTo),
    absolute: absoluteItems(),
    anchoredTo,
    byTrack: new Map(),
    byShot: new Map(),
    bySound: new Map(),
    byLeft: new Map(),
  };
  index.mainTrackId = findMainTrack(index);
  for (const item of rows.items) {
    items.set(item.id, item);
    linkGroups(index, item);
  }
  for (const transition of rows.transitions) putTransition(index, transition);
  place(index);
  return index;
}

/**
 * Brings the index in step with rows that a patch changed. Changes of other record kinds are passed over; so is an
 * update of a row that is not there. The mirror of the store's write: both see the same patches in the same order.
 */
export function applyPatch(index: TimelineIndex, patch: RecordsPatch): void {
  const mutable = index as MutableIndex;
  for (const change of patch.changes) applyChange(mutable, change);
}

function applyChange(index: MutableIndex, change: RecordChange): void {
  switch (change.entity) {
    case 'item': {
      const before = index.items.get(changedId(change) as ItemId) ?? null;
      const after = rowAfter<Item>(change, before);
      if (before !== null && after !== null) replaceItem(index, before, after);
      else if (after !== null) insertItem(index, after);
      else if (before !== null) removeItem(index, before);
      return;
    }
    case 'transition': {
      const before = index.transitions.get(changedId(change) as TransitionId) ?? null;
      const after = rowAfter<Transition>(change, before);
      if (before !== null) {
        index.transitions.delete(before.id);
        leaveGroup(index.byLeft, before.leftItemId, before.id);
      }
      if (after !== null) putTransition(index, after);
      return;
    }
    case 'track': {
      const before = index.tracks.get(changedId(change) as TrackId) ?? null;
      const after = rowAfter<Track>(change, before);
      if (after !== null) index.tracks.set(after.id, after);
      else if (before !== null) index.tracks.delete(before.id);
      const main = findMainTrack(index);
      if (main !== index.mainTrackId) {
        index.mainTrackId = main;
        place(index);
      }
      return;
    }
    default:
      return;
  }
}

function findMainTrack(index: MutableIndex): TrackId | null {
  let main: Track | null = null;
  for (const track of index.tracks.values()) {
    if (track.kind === 'main' && (main === null || compareByOrder(track, main) < 0)) main = track;
  }
  return main?.id ?? null;
}

function place(index: MutableIndex): void {
  const onMain: Item[] = [];
  const absolute: Item[] = [];
  for (const item of index.items.values()) {
    if (item.trackId === index.mainTrackId) onMain.push(item);
    else if (item.anchor?.to === 'time') absolute.push(item);
  }
  index.main.fill(onMain);
  index.absolute.fill(absolute);
}

function replaceItem(index: MutableIndex, before: Item, after: Item): void {
  const staysOnMain = before.trackId === index.mainTrackId && after.trackId === index.mainTrackId;
  if (!staysOnMain || before.order !== after.order) {
    removeItem(index, before);
    insertItem(index, after);
    return;
  }
  unlinkGroups(index, before);
  index.items.set(after.id, after);
  linkGroups(index, after);
  index.main.replace(before, after);
}

function insertItem(index: MutableIndex, item: Item): void {
  index.items.set(item.id, item);
  linkGroups(index, item);
  if (item.trackId === index.mainTrackId) index.main.insert(item);
  else if (item.anchor?.to === 'time') index.absolute.insert(item);
  else touchAnchor(index, item);
}

function removeItem(index: MutableIndex, item: Item): void {
  index.items.delete(item.id);
  unlinkGroups(index, item);
  if (item.trackId === index.mainTrackId) index.main.remove(item);
  else if (item.anchor?.to === 'time') index.absolute.remove(item);
  else touchAnchor(index, item);
}

/** What is derived for the part of the main sequence that holds the anchor is out of date. */
function touchAnchor(index: MutableIndex, item: Item): void {
  if (item.anchor?.to !== 'item') return;
  const anchor = index.items.get(item.anchor.itemId);
  if (anchor !== undefined && anchor.trackId === index.mainTrackId) index.main.touch(anchor);
}

function linkGroups(index: MutableIndex, item: Item): void {
  joinGroup(index.byTrack, item.trackId, item.id);
  if (item.anchor?.to === 'item') joinGroup(index.anchoredTo, item.anchor.itemId, item.id);
  if ('shotId' in item && item.shotId !== null) joinGroup(index.byShot, item.shotId, item.id);
  if (item.kind === 'clip' && item.soundOf !== null) {
    joinGroup(index.bySound, soundKey(item.soundOf), item.id);
  }
}

function unlinkGroups(index: MutableIndex, item: Item): void {
  leaveGroup(index.byTrack, item.trackId, item.id);
  if (item.anchor?.to === 'item') leaveGroup(index.anchoredTo, item.anchor.itemId, item.id);
  if ('shotId' in item && item.shotId !== null) leaveGroup(index.byShot, item.shotId, item.id);
  if (item.kind === 'clip' && item.soundOf !== null) {
    leaveGroup(index.bySound, soundKey(item.soundOf), item.id);
  }
}

function putTransition(index: MutableIndex, transition: Transition): void {
  index.transitions.set(transition.id, transition);
  joinGroup(index.byLeft, transition.leftItemId, transition.id);
}
