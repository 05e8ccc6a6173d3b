import { deriveId } from '../kernel/derive-id.ts';
import { type ProjectId, TrackId } from '../kernel/ids.ts';
import { compareByOrder, keysBetween } from '../kernel/order.ts';
import type { PatchDraft } from './patch-draft.ts';
import type { Track } from './records.ts';

export type TrackKind = Track['kind'];

/** The tracks of a new timeline, bottom to top. */
const names = {
  audio: 'Sound',
  main: 'Film',
  video: 'Overlays',
  title: 'Titles',
  caption: 'Captions',
} as const satisfies Record<TrackKind, string>;

export const trackKinds = Object.keys(names) as readonly TrackKind[];

/** The id of the standard track of a kind. */
export function trackIdOf(projectId: ProjectId, kind: TrackKind): TrackId {
  return TrackId.parse(deriveId('track', projectId, kind));
}

/** The first track of a kind; where there is none, the standard one, which this adds to the draft in its place. */
export function trackOfKind(
  draft: PatchDraft,
  tracks: Iterable<Track>,
  kind: TrackKind,
  projectId: ProjectId,
): Track {
  // Tracks with a role are for what the story sounds like; what a person brings goes onto one of their own.
  const existing = [...tracks]
    .sort(compareByOrder)
    .find((track) => track.kind === kind && track.role === null);
  if (existing !== undefined) return existing;
  const id = trackIdOf(projectId, kind);
  const drafted = draft.get('track', id);
  if (drafted !== null) return drafted;
  const order = keysBetween(null, null, trackKinds.length)[trackKinds.indexOf(kind)] ?? 'a0';
  const track: Track = {
    id,
    projectId,
    order,
    kind,
    name: names[kind],
    muted: false,
    hidden: false,
    role: null,
    ducks: false,
    assembled: null,
  };
  draft.add('track', track);
  return track;
}
