import { Volume1, Volume2, VolumeOff, VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import type { PlayerState } from '../../../../playback/player.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

/** How loud the preview is. Exports and the film's own levels are not touched. */
export function SoundControl({
  settings,
  state,
}: {
  readonly settings: ViewerSettingsStore;
  readonly state: PlayerState;
}) {
  const words = useWords('viewer');
  const formats = useFormats();
  const volume = useStore(settings, (it) => it.volume);
  const muted = useStore(settings, (it) => it.muted);
  const scrubSound = useStore(settings, (it) => it.scrubSound);
  const titles = useWords('commands');
  const silent = muted || volume === 0;
  const held = state.sound !== 'ready';
  const icon = held ? VolumeOff : silent ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  const said =
    state.sound === 'blocked' ? words.soundBlocked : state.sound === 'none' ? words.soundNoneHint : null;
  return (
    <Popover
      label={words.volume}
      side="top"
      trigger={<IconButton icon={icon} label={state.sound === 'none' ? words.soundNone : words.volume} />}
      className="w-60 gap-1 p-2"
    >
      {said === null ? null : <p className="px-1 pb-1 text-sm text-muted">{said}</p>}
      <div className="flex items-center gap-2">
        <IconButton
          icon={silent ? VolumeX : Volume2}
          size="small"
          label={muted ? words.unmute : words.mute}
          pressed={muted}
          onClick={() => settings.setState({ muted: !muted })}
        />
        <Slider
          label={words.volume}
          value={muted ? 0 : volume}
          min={0}
          max={1}
          step={0.01}
          valueText={formats.percent(muted ? 0 : volume)}
          onChange={(next) => settings.setState({ volume: next, muted: false })}
          className="flex-1"
        />
        <span className="w-9 text-right text-sm text-muted tabular-nums">
          {formats.percent(muted ? 0 : volume)}
        </span>
      </div>
      <Switch
        label={titles['play.scrubSound']}
        checked={scrubSound}
        onChange={(next) => settings.setState({ scrubSound: next })}
        className="border-t border-line px-1 pt-1"
      />
    </Popover>
  );
}
