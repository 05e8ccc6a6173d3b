import {
  ArrowDown,
  ArrowUp,
  AudioLines,
  AudioWaveform,
  Captions,
  ChevronsDown,
  Eye,
  EyeOff,
  Film,
  Layers,
  MessageSquareText,
  Music,
  Type,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { useState } from 'react';
import type { Track } from '../../../../domain/timeline/records.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { MenuEntry } from '../../../ui/menu-entries.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import { HeightHandle } from './height-handle.tsx';
import { soundEntries } from './sound-entries.ts';
import type { TrackEdits } from './use-track-edits.ts';

const icons = { main: Film, video: Layers, audio: AudioLines, title: Type, caption: Captions } as const;
const roleIcons = { dialogue: MessageSquareText, music: Music, effects: AudioWaveform } as const;

/** Name and switches of one track, beside its clips. */
export function TrackHeader({
  row: { track, heightPx },
  above,
  below,
  edits,
}: {
  readonly row: TrackRow;
  readonly above: Track | null;
  readonly below: Track | null;
  readonly edits: TrackEdits;
}) {
  const words = useWords('timeline');
  const sound = useWords('placedSound');
  const name = useInterpret()(track.name);
  const [renames, setRenames] = useState(false);
  const canHide = track.kind !== 'audio';
  const canMute = track.kind === 'main' || track.kind === 'video' || track.kind === 'audio';
  const entries: readonly MenuEntry[] = [
    { kind: 'item', label: words.renameTrack, onSelect: () => setRenames(true) },
    {
      kind: 'item',
      label: words.trackUp,
      icon: ArrowUp,
      disabled: above === null,
      onSelect: () => above !== null && edits.move(track.id, above.id),
    },
    {
      kind: 'item',
      label: words.trackDown,
      icon: ArrowDown,
      disabled: below === null,
      onSelect: () => below !== null && edits.moveBelow(track.id, below.id),
    },
    { kind: 'separator' },
    { kind: 'item', label: words.addVideoTrack, onSelect: () => edits.add('video') },
    { kind: 'item', label: words.addAudioTrack, onSelect: () => edits.add('audio') },
    { kind: 'item', label: words.addTitleTrack, onSelect: () => edits.add('title') },
    { kind: 'item', label: words.addCaptionTrack, onSelect: () => edits.add('caption') },
    ...soundEntries(track, sound, edits),
    { kind: 'separator' },
    {
      kind: 'item',
      label: words.deleteTrack,
      danger: true,
      disabled: track.kind === 'main',
      onSelect: () => edits.remove(track.id),
    },
  ];
  return (
    <ContextMenu entries={entries}>
      <fieldset
        aria-label={name}
        className=" relative flex items-center gap-1 border-b border-line bg-panel pr-1 pl-2"
        style={{ height: heightPx }}
      >
        <Icon
          of={track.role === null ? icons[track.kind] : roleIcons[track.role]}
          size={14}
          className="text-faint"
        />
        {renames ? (
          <TextField
            label={words.trackName}
            labelAt="hidden"
            value={track.name}
            autoFocus
            onBlur={() => setRenames(false)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' || event.key === 'Enter') setTimeout(() => setRenames(false));
            }}
            onCommit={(typed) => (typed.trim() === '' ? null : edits.rename(track.id, typed.trim()))}
            className="min-w-0 flex-1"
          />
        ) : (
          <button
            type="button"
            title={name}
            onDoubleClick={() => setRenames(true)}
            onKeyDown={(event) => {
              if (event.key === 'F2' || event.key === 'Enter') setRenames(true);
            }}
            className="min-w-0 flex-1 truncate rounded-inner px-1 text-left text-sm text-text"
          >
            {name}
          </button>
        )}
        {track.role === 'music' || track.role === 'effects' || track.ducks ? (
          <IconButton
            size="tiny"
            icon={ChevronsDown}
            label={track.ducks ? sound.ducksOn(name) : sound.ducksOff(name)}
            pressed={track.ducks}
            onClick={() => edits.setSound(track.id, { ducks: !track.ducks })}
          />
        ) : null}
        {canMute ? (
          <IconButton
            size="tiny"
            icon={track.muted ? VolumeX : Volume2}
            label={track.muted ? words.unmuteTrack(name) : words.muteTrack(name)}
            pressed={track.muted}
            onClick={() => edits.set(track, { muted: !track.muted })}
          />
        ) : null}
        {canHide ? (
          <IconButton
            size="tiny"
            icon={track.hidden ? EyeOff : Eye}
            label={track.hidden ? words.showTrack(name) : words.hideTrack(name)}
            pressed={track.hidden}
            onClick={() => edits.set(track, { hidden: !track.hidden })}
          />
        ) : null}
        <HeightHandle track={track} heightPx={heightPx} />
      </fieldset>
    </ContextMenu>
  );
}
