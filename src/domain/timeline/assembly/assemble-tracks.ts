import { deriveId } from '../../kernel/derive-id.ts';
import { type ProjectId, TrackId } from '../../kernel/ids.ts';
import { compareByOrder, keysBetween } from '../../kernel/order.ts';
import type { PatchDraft } from '../patch-draft.ts';
import type { Track } from '../records.ts';

export type TrackKind = Track['kind'];

/** The tracks of a new timeline, bottom to top. */
const standardTracks: readonly { readonly kind: TrackKind; readonly name: string }[] = [
  { kind: 'audio', name: 'Sound' },
  { kind: 'main', name: 'Film' },
  { kind: 'video', name: 'Overlays' },
  { kind: 'title', name: 'Titles' },
  { kind: 'caption', name: 'Captions' },
];

/** The track of each kind that assembly writes to: the first there is, else one that this adds, in its standard place. */
export function assembleTracks(
  draft: PatchDraft,
  projectId: ProjectId,
  tracks: readonly Track[],
): Readonly<Record<TrackKind, Track>> {
  const inOrder = [...tracks].sort(compareByOrder);
  const keys = keysBetween(null, null, standardTracks.length);
  const found = standardTracks.map(({ kind, name }, i) => {
    const existing = inOrder.find((track) => track.kind === kind);
    if (existing !== undefined) return existing;
    const track: Track = {
      id: TrackId.parse(deriveId('track', projectId, kind)),
      projectId,
      order: keys[i] ?? 'a0',
      kind,
      name,
      muted: false,
      hidden: false,
      assembled: null,
    };
    draft.add('track', track);
    return track;
  });
  return Object.fromEntries(found.map((track) => [track.kind, track])) as Record<TrackKind, Track>;
}
