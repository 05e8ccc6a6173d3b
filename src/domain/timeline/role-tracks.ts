import { deriveId } from '../kernel/derive-id.ts';
import { type ProjectId, TrackId } from '../kernel/ids.ts';
import { compareByOrder } from '../kernel/order.ts';
import { orderKeysFor } from './order-room.ts';
import type { PatchDraft } from './patch-draft.ts';
import type { Track, TrackRole } from './records.ts';

const names = {
  music: 'Music',
  effects: 'Effects',
  dialogue: 'Dialogue',
} as const satisfies Record<TrackRole, string>;

/** From the bottom up, all of them below the film: voices lie next to the pictures that they belong to. */
const ranks: readonly TrackRole[] = ['music', 'effects', 'dialogue'];

/** The id of the track that assembly makes for a role; `lane` counts those of one role, for sounds that overlap. */
export function roleTrackIdOf(projectId: ProjectId, role: TrackRole, lane = 0): TrackId {
  return TrackId.parse(deriveId('track', projectId, 'audio', role, ...(lane === 0 ? [] : [lane])));
}

/** The tracks of a role in order, the first one first. */
export function tracksOfRole(tracks: Iterable<Track>, role: TrackRole): Track[] {
  return [...tracks].filter((track) => track.role === role).sort(compareByOrder);
}

/**
 * The track of a role, where there are several the one of that `lane`; where there is none this adds it to the draft. `tracks` are
 * those before the draft.
 */
export function trackOfRole(
  draft: PatchDraft,
  tracks: Iterable<Track>,
  role: TrackRole,
  projectId: ProjectId,
  lane = 0,
): Track {
  const all = withDrafted(draft, tracks);
  const existing = tracksOfRole(all, role)[lane];
  if (existing !== undefined) return existing;
  const sorted = all.sort(compareByOrder);
  const above = sorted.findIndex((track) => rankOf(track) > ranks.indexOf(role));
  const at = above === -1 ? sorted.length : above;
  const keys = orderKeysFor([...sorted.slice(0, at), { order: null }, ...sorted.slice(at)]);
  sorted.slice(at).forEach((track, i) => {
    draft.update('track', track, { order: keys[at + 1 + i] ?? track.order });
  });
  const track: Track = {
    id: roleTrackIdOf(projectId, role, lane),
    projectId,
    order: keys[at] ?? 'a0',
    kind: 'audio',
    name: lane === 0 ? names[role] : `${names[role]} ${lane + 1}`,
    muted: false,
    hidden: false,
    role,
    ducks: role === 'music',
    assembled: null,
  };
  draft.add('track', track);
  return track;
}

/** How far up a track belongs: a person's own sound lies lowest, everything with a picture above the voices. */
function rankOf({ kind, role }: Track): number {
  if (kind !== 'audio') return ranks.length;
  return role === null ? -1 : ranks.indexOf(role);
}

/** The tracks as the draft leaves them. */
function withDrafted(draft: PatchDraft, tracks: Iterable<Track>): Track[] {
  return [...[...tracks].flatMap((track) => draft.now('track', track) ?? []), ...draft.added('track')];
}
