import {
  ArrowRightFromLine,
  ArrowRightToLine,
  Maximize,
  Minimize,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
} from 'lucide-react';
import { useStore } from 'zustand';
import type { FrameRate } from '../../../../domain/kernel/time.ts';
import type { Player, PlayerState } from '../../../../playback/player.ts';
import { useShortcut } from '../../../actions/use-shortcuts.ts';
import type { IconType } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { DroppedFrames } from './dropped-frames.tsx';
import { PlayheadField } from './playhead-field.tsx';
import { SoundControl } from './sound-control.tsx';
import { ViewMenu } from './view-menu.tsx';
import type { PlaceStore } from './viewed-film.ts';
import type { PlayCommandId, ViewerActions } from './viewer-actions.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export interface TransportBarProps {
  readonly player: Player | null;
  readonly state: PlayerState;
  readonly place: PlaceStore;
  readonly rate: FrameRate;
  readonly lengthFlicks: number;
  readonly actions: ViewerActions;
  readonly settings: ViewerSettingsStore;
  readonly isFullScreen: boolean;
}

/** The row below a picture: where the playhead is, the keys of a tape deck, and how the picture is watched. */
export function TransportBar({
  player,
  state,
  place,
  rate,
  lengthFlicks,
  actions,
  settings,
  isFullScreen,
}: TransportBarProps) {
  const words = useWords('viewer');
  const formats = useFormats();
  const loop = useStore(settings, (it) => it.loop);
  const moves = state.speed !== 0;
  const disabled = lengthFlicks === 0;
  const unplayable = disabled || player === null;
  const button = (id: PlayCommandId, icon: IconType, more: Partial<TransportButtonProps> = {}) => (
    <TransportButton id={id} icon={icon} actions={actions} disabled={disabled} {...more} />
  );
  return (
    <div
      role="toolbar"
      aria-label={words.transport}
      className="grid h-9 shrink-0 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-1 border-t border-line bg-panel px-1 @min-[480px]:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] @min-[480px]:gap-2 @min-[480px]:px-2"
    >
      <div className="flex min-w-0 items-center gap-2">
        <PlayheadField place={place} player={player} rate={rate} lengthFlicks={lengthFlicks} moves={moves} />
        <DroppedFrames player={player} moves={moves} />
      </div>
      <div className="relative flex items-center justify-center">
        <span className="hidden @min-[560px]:contents">{button('play.toStart', SkipBack)}</span>
        <span className="hidden @min-[340px]:contents">{button('play.frameBack', StepBack)}</span>
        {button('play.toggle', moves ? Pause : Play, {
          label: moves ? words.pause : words.play,
          disabled: unplayable,
        })}
        <span className="hidden @min-[340px]:contents">{button('play.frameOn', StepForward)}</span>
        <span className="hidden @min-[560px]:contents">{button('play.toEnd', SkipForward)}</span>
        <span
          aria-live="polite"
          className="pointer-events-none absolute left-full hidden pl-2 text-xs @min-[480px]:inline whitespace-nowrap text-accent-text tabular-nums"
        >
          {moves && state.speed !== 1 ? words.speed(formats.number(state.speed)) : ''}
        </span>
      </div>
      <div className="flex min-w-0 items-center justify-end">
        <span className="hidden @min-[640px]:contents">
          {button('play.markIn', ArrowRightFromLine)}
          {button('play.markOut', ArrowRightToLine)}
        </span>
        <span className="hidden @min-[480px]:contents">{button('play.loop', Repeat, { pressed: loop })}</span>
        <SoundControl settings={settings} state={state} />
        <ViewMenu settings={settings} actions={actions} />
        {button('play.fullScreen', isFullScreen ? Minimize : Maximize, {
          disabled: false,
          ...(isFullScreen ? { label: words.exitFullScreen } : {}),
        })}
      </div>
    </div>
  );
}

interface TransportButtonProps {
  readonly id: PlayCommandId;
  readonly icon: IconType;
  readonly actions: ViewerActions;
  readonly disabled: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
}

/** A command of this viewer, whichever viewer has the keyboard's. */
function TransportButton({ id, icon, actions, disabled, label, pressed }: TransportButtonProps) {
  const titles = useWords('commands');
  const shortcut = useShortcut(id);
  return (
    <IconButton
      icon={icon}
      label={label ?? titles[id]}
      shortcut={shortcut}
      disabled={disabled}
      pressed={pressed}
      onClick={() => actions[id].run()}
    />
  );
}
