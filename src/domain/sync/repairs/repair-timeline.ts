import type { ItemId, TrackId, TransitionId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import type { EntityName, RecordsPatch } from '../../kernel/patch.ts';
import type { Anchor, Item, Track, Transition } from '../../timeline/records.ts';
import type { TimelineIndex, TimelineRows } from '../../timeline/timeline-index.ts';
import { type Repairs, RepairsDraft, repairRows } from './repairs.ts';

/** What {@link findTimelineRepairs} looks at, by kind. */
export const timelineFields = {
  track: ['id', 'order', 'kind'],
  item: ['id', 'trackId', 'anchor', 'kind', 'soundOf'],
  transition: ['id', 'leftItemId'],
} as const satisfies Partial<Record<EntityName, readonly string[]>>;

type SeenTrack = Pick<Track, 'id' | 'order' | 'kind'>;
type SeenItem = Pick<Item, 'id' | 'trackId' | 'anchor' | 'kind'> & { readonly soundOf?: unknown };

/** The timeline's rows of one project, in any order. */
export interface SeenTimeline {
  readonly track: readonly SeenTrack[];
  readonly item: readonly SeenItem[];
  readonly transition: readonly Pick<Transition, 'id' | 'leftItemId'>[];
}

/**
 * What must hold of a timeline and a merge may have broken, mended: no clip without a track, none that hangs on a clip that is gone or
 * on itself, one main track (others stand behind the first), one transition on a cut (others stand behind the smallest id). The same
 * rows give the same answer on every device, mended rows need no mending, and nothing is written. Items of the main track never
 * overlap, since they follow each other; those of other tracks may.
 */
export function findTimelineRepairs(rows: SeenTimeline): Repairs {
  const draft = new RepairsDraft();
  const tracks = [...rows.track].sort(compareByOrder);
  const tracksById = new Map(tracks.map((track) => [track.id, track]));
  const main = tracks.find(({ kind }) => kind === 'main') ?? null;
  for (const { id, kind } of tracks)
    if (main !== null && kind === 'main' && id !== main.id) draft.hide('track', id, main.id);
  const homes = new Map<ItemId, TrackId>();
  const items = new Map(rows.item.map((item) => [item.id, item]));
  for (const item of rows.item) homes.set(item.id, homeOf(item, tracksById, tracks, main));
  for (const item of rows.item) {
    const trackId = homes.get(item.id) ?? item.trackId;
    const anchor = trackId === main?.id ? null : anchorOf(item, items, (id) => homes.get(id) === main?.id);
    if (trackId !== item.trackId) draft.set('item', item.id, { trackId });
    if (!sameAnchor(anchor, item.anchor)) draft.set('item', item.id, { anchor });
  }
  const cuts = new Map<ItemId, string>();
  for (const { id, leftItemId } of rows.transition) {
    const other = cuts.get(leftItemId);
    if (other === undefined || id < other) cuts.set(leftItemId, id);
  }
  for (const { id, leftItemId } of rows.transition) {
    const first = cuts.get(leftItemId) ?? id;
    if (first !== id) draft.hide('transition', id, first);
  }
  return draft.done();
}

/** A timeline as it is read: the rows that were given where they have no fault. */
export function repairTimeline(rows: TimelineRows): TimelineRows {
  const repairs = findTimelineRepairs({ track: rows.tracks, item: rows.items, transition: rows.transitions });
  if (repairs.size === 0) return rows;
  return {
    tracks: repairRows(repairs, 'track', rows.tracks),
    items: repairRows(repairs, 'item', rows.items),
    transitions: repairRows(repairs, 'transition', rows.transitions),
  };
}

/** The item's track; where that is gone, the lowest one that is for such items. Two main tracks are one. */
function homeOf(
  item: SeenItem,
  byId: ReadonlyMap<TrackId, SeenTrack>,
  tracks: readonly SeenTrack[],
  main: SeenTrack | null,
): TrackId {
  const track = byId.get(item.trackId);
  if (track !== undefined) return track.kind === 'main' ? (main?.id ?? track.id) : track.id;
  if (item.anchor === null && main !== null) return main.id;
  const kind = kindFor(item);
  return tracks.find((one) => one.kind === kind)?.id ?? item.trackId;
}

function kindFor(item: SeenItem): Track['kind'] {
  switch (item.kind) {
    case 'caption':
    case 'title':
      return item.kind;
    case 'clip':
      return item.soundOf == null ? 'video' : 'audio';
    case 'gap':
      return 'video';
  }
}

/**
 * Where an item of another track hangs: on the main track's item that its anchors lead to, with their offsets added up; where they
 * lead nowhere or in a circle, at its offset from the beginning of the film, so that it is seen.
 */
function anchorOf(
  item: SeenItem,
  items: ReadonlyMap<ItemId, SeenItem>,
  isOnMain: (id: ItemId) => boolean,
): Anchor {
  let { anchor } = item;
  let offsetFlicks = 0;
  const passed = new Set<ItemId>([item.id]);
  while (anchor?.to === 'item') {
    offsetFlicks += anchor.offsetFlicks;
    const { itemId } = anchor;
    const next = items.get(itemId);
    if (next === undefined || passed.has(itemId)) return { to: 'time', atFlicks: Math.max(0, offsetFlicks) };
    if (isOnMain(itemId)) return { to: 'item', itemId, offsetFlicks };
    passed.add(itemId);
    anchor = next.anchor;
  }
  return { to: 'time', atFlicks: Math.max(0, (anchor?.atFlicks ?? 0) + offsetFlicks) };
}

function sameAnchor(a: Anchor | null, b: Anchor | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.to === 'time') return b.to === 'time' && a.atFlicks === b.atFlicks;
  return b.to === 'item' && a.itemId === b.itemId && a.offsetFlicks === b.offsetFlicks;
}

/**
 * Whether a patch that was just applied to the index of sound rows left something that {@link repairTimeline} would mend: the index
 * is then to be built anew. Costs what the patch is long.
 */
export function breaksTimeline(index: TimelineIndex, { changes }: RecordsPatch): boolean {
  return changes.some((change) => {
    if (change.entity === 'track') {
      const id = (change.kind === 'update' ? change.id : change.row.id) as TrackId;
      return change.kind === 'remove' ? (index.byTrack.get(id)?.size ?? 0) > 0 : mainTracks(index) > 1;
    }
    if (change.entity === 'transition') {
      const id = (change.kind === 'update' ? change.id : change.row.id) as TransitionId;
      const leftItemId = index.transitions.get(id)?.leftItemId;
      return leftItemId !== undefined && (index.byLeft.get(leftItemId)?.size ?? 0) > 1;
    }
    if (change.entity !== 'item') return false;
    const id = (change.kind === 'update' ? change.id : change.row.id) as ItemId;
    const item = index.items.get(id);
    const isMain = item?.trackId === index.mainTrackId;
    const carries = (index.anchoredTo.get(id)?.size ?? 0) > 0;
    if (!isMain && carries) return true;
    return item !== undefined && !isSound(index, item);
  });
}

function mainTracks({ tracks }: TimelineIndex): number {
  let count = 0;
  for (const { kind } of tracks.values()) if (kind === 'main') count += 1;
  return count;
}

function isSound(index: TimelineIndex, item: Item): boolean {
  if (!index.tracks.has(item.trackId)) return false;
  if (item.trackId === index.mainTrackId) return item.anchor === null;
  if (item.anchor === null) return false;
  if (item.anchor.to === 'time') return true;
  return index.items.get(item.anchor.itemId)?.trackId === index.mainTrackId;
}
