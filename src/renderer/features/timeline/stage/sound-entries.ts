import type { Track, TrackRole } from '../../../../domain/timeline/records.ts';
import type { MenuEntry } from '../../../ui/menu-entries.tsx';
import type { Catalogue } from '../../../words/catalogue.ts';
import type { TrackEdits } from './use-track-edits.ts';

const roles = ['dialogue', 'music', 'effects', null] as const satisfies readonly (TrackRole | null)[];

/** What a track that sounds offers beside what every track does. */
export function soundEntries(
  track: Track,
  words: Catalogue['placedSound'],
  edits: TrackEdits,
): readonly MenuEntry[] {
  if (track.kind === 'title' || track.kind === 'caption') return [];
  const uses: MenuEntry = {
    kind: 'submenu',
    label: words.useOf,
    entries: roles.map((role) => ({
      kind: 'check',
      label: role === null ? words.roleNone : words.role[role],
      checked: track.role === role,
      onSelect: () => edits.setSound(track.id, { role }),
    })),
  };
  const ducks: MenuEntry = {
    kind: 'check',
    label: words.ducks,
    checked: track.ducks,
    onSelect: () => edits.setSound(track.id, { ducks: !track.ducks }),
  };
  return [
    { kind: 'separator' },
    ...(track.kind === 'audio' ? [uses] : []),
    ...(track.role === 'dialogue' ? [] : [ducks]),
  ];
}
