import { deriveId } from '../kernel/derive-id.ts';
import { type ProjectId, TrackId } from '../kernel/ids.ts';
import { compareByOrder } from '../kernel/order.ts';
import { orderKeysFor } from '../kernel/order-room.ts';
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

/** The tracks of the roles while an edit is drafted. */
export interface RoleTracks {
  /** The track of a role, where there are several the one of that `lane`; where there is none it is added to the draft. */
  of(role: TrackRole, lane?: number): Track;
  /** The tracks of a role that are there, by lane. */
  lanes(role: TrackRole): readonly Track[];
}

/** `tracks` are those before the draft, into which the standard ones were put already. */
export function roleTracks(draft: PatchDraft, tracks: Iterable<Track>, projectId: ProjectId): RoleTracks {
  let all = [
    ...[...tracks].flatMap((track) => draft.now('track', track) ?? []),
    ...draft.added('track'),
  ].sort(compareByOrder);
  const lanes = (role: TrackRole): readonly Track[] => all.filter((track) => track.role === role);
  return {
    lanes,
    of(role, lane = 0) {
      const existing = lanes(role)[lane];
      if (existing !== undefined) return existing;
      const above = all.findIndex((track) => rankOf(track) > ranks.indexOf(role));
      const at = above === -1 ? all.length : above;
      const keys = orderKeysFor([...all.slice(0, at), { order: null }, ...all.slice(at)]);
      const behind = all.slice(at).map((track, i) => {
        const order = keys[at + 1 + i] ?? track.order;
        draft.update('track', track, { order });
        return { ...track, order };
      });
      const track = newTrack(projectId, role, lane, keys[at] ?? 'a0');
      draft.add('track', track);
      all = [...all.slice(0, at), track, ...behind];
      return track;
    },
  };
}

function newTrack(projectId: ProjectId, role: TrackRole, lane: number, order: string): Track {
  return {
    id: roleTrackIdOf(projectId, role, lane),
    projectId,
    order,
    kind: 'audio',
    name: lane === 0 ? names[role] : `${names[role]} ${lane + 1}`,
    muted: false,
    hidden: false,
    role,
    ducks: role === 'music',
    assembled: null,
  };
}

/** How far up a track belongs: a person's own sound lies lowest, everything with a picture above the voices. */
function rankOf({ kind, role }: Track): number {
  if (kind !== 'audio') return ranks.length;
  return role === null ? -1 : ranks.indexOf(role);
}
