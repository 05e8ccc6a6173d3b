import { type ProjectId, TrackId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import { orderKeysFor } from '../../kernel/order-room.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { tracksInOrder } from '../queries.ts';
import type { Track } from '../records.ts';
import { trackKinds } from '../standard-tracks.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import type { NewId } from './main-edits.ts';
import { refuse } from './refusals.ts';

export interface AddTrack {
  readonly projectId: ProjectId;
  readonly kind: Exclude<Track['kind'], 'main'>;
  readonly name: string;
  readonly newId: NewId;
}

/** Adds a track above the others of its kind, or where the standard one would be. */
export function addTrack(
  index: TimelineIndex,
  { projectId, kind, name, newId }: AddTrack,
): Result<RecordsPatch> {
  const tracks = tracksInOrder(index);
  const rank = trackKinds.indexOf(kind);
  let at = tracks.findLastIndex((track) => track.kind === kind) + 1;
  if (at === 0) at = tracks.findLastIndex((track) => trackKinds.indexOf(track.kind) < rank) + 1;
  const draft = new PatchDraft();
  const order = makeRoom(draft, tracks, at);
  const flags = { muted: false, hidden: false, role: null, ducks: false, assembled: null };
  draft.add('track', { id: TrackId.parse(newId()), projectId, order, kind, name, ...flags });
  return ok(draft.toPatch());
}

export interface RenameTrack {
  readonly trackId: TrackId;
  readonly name: string;
}

export function renameTrack(index: TimelineIndex, { trackId, name }: RenameTrack): Result<RecordsPatch> {
  const track = index.tracks.get(trackId);
  if (track === undefined) return refuse('timeline.no-track', { trackId });
  const draft = new PatchDraft();
  draft.update('track', track, { name });
  return ok(draft.toPatch());
}

export interface MoveTrack {
  readonly trackId: TrackId;
  /** The track that it is to lie right above; null for the lowest place. */
  readonly aboveTrackId: TrackId | null;
}

/** Puts a track above another one: what is higher draws on top. One track. */
export function moveTrack(index: TimelineIndex, { trackId, aboveTrackId }: MoveTrack): Result<RecordsPatch> {
  const track = index.tracks.get(trackId);
  if (track === undefined) return refuse('timeline.no-track', { trackId });
  const rest = tracksInOrder(index).filter(({ id }) => id !== trackId);
  const below = rest.findIndex(({ id }) => id === aboveTrackId);
  if (aboveTrackId === trackId) return ok(emptyPatch);
  if (aboveTrackId !== null && below === -1) return refuse('timeline.no-track', { trackId: aboveTrackId });
  const neighbours = [rest[below], rest[below + 1]];
  const isThere = neighbours.every(
    (other, i) => other === undefined || compareByOrder(other, track) < 0 === (i === 0),
  );
  if (isThere) return ok(emptyPatch);
  const draft = new PatchDraft();
  draft.update('track', track, { order: makeRoom(draft, rest, below + 1) });
  return ok(draft.toPatch());
}

export interface DeleteTrack {
  readonly trackId: TrackId;
}

/** Removes a track with all that is on it. Refuses `timeline.main-track-stays`. */
export function deleteTrack(index: TimelineIndex, { trackId }: DeleteTrack): Result<RecordsPatch> {
  const track = index.tracks.get(trackId);
  if (track === undefined) return refuse('timeline.no-track', { trackId });
  if (track.id === index.mainTrackId) return refuse('timeline.main-track-stays');
  const draft = new PatchDraft();
  for (const id of index.byTrack.get(trackId) ?? []) {
    const item = index.items.get(id);
    if (item !== undefined) draft.remove('item', item);
  }
  draft.remove('track', track);
  return ok(draft.toPatch());
}

/** An order key for position `at` of `tracks`. Where two devices gave neighbours the same key, those behind get new ones. */
function makeRoom(draft: PatchDraft, tracks: readonly Track[], at: number): string {
  const keys = orderKeysFor([...tracks.slice(0, at), { order: null }, ...tracks.slice(at)]);
  tracks.slice(at).forEach((track, i) => {
    draft.update('track', track, { order: keys[at + 1 + i] ?? track.order });
  });
  return keys[at] ?? 'a0';
}
