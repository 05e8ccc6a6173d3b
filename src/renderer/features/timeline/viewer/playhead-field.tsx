import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type FrameRate, formatTimecode } from '../../../../domain/kernel/time.ts';
import type { Player } from '../../../../playback/player.ts';
import { TimecodeField } from '../../../ui/timecode-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { PlaceStore } from './viewed-film.ts';

export interface PlayheadFieldProps {
  readonly place: PlaceStore;
  readonly player: Player | null;
  readonly rate: FrameRate;
  readonly lengthFlicks: number;
  /** While it plays, the time is text that is written into the page; a field would be drawn anew for every frame. */
  readonly moves: boolean;
}

/** Where the playhead is, to read, type and drag, and how long the film is. */
export function PlayheadField({ place, player, rate, lengthFlicks, moves }: PlayheadFieldProps) {
  const words = useWords('viewer');
  return (
    <div className="flex min-w-0 items-baseline gap-2">
      {moves ? (
        <RunningTime place={place} rate={rate} label={words.playhead} onStop={() => player?.pause()} />
      ) : (
        <StandingTime place={place} player={player} rate={rate} lengthFlicks={lengthFlicks} />
      )}
      <span className="sr-only">{words.length}</span>
      <span className="hidden shrink-0 font-mono text-sm text-faint tabular-nums @min-[600px]:inline">
        {formatTimecode(lengthFlicks, rate)}
      </span>
    </div>
  );
}

function StandingTime({
  place,
  player,
  rate,
  lengthFlicks,
}: Pick<PlayheadFieldProps, 'place' | 'player' | 'rate' | 'lengthFlicks'>) {
  const words = useWords('viewer');
  const flicks = useSyncExternalStore(
    place.subscribe,
    useCallback(() => place.getState().playheadFlicks, [place]),
  );
  /** Steps of a drag count from where it began, although the playhead goes along. */
  const [draggedFrom, setDraggedFrom] = useState<number | null>(null);
  return (
    <TimecodeField
      label={words.playhead}
      labelAt="hidden"
      valueFlicks={draggedFrom ?? flicks}
      rate={rate}
      maxFlicks={lengthFlicks}
      onDrag={(next) => {
        const from = draggedFrom ?? flicks;
        setDraggedFrom(next === from ? null : from);
        player?.scrub(next);
        if (next === from) player?.endScrub();
      }}
      onCommit={(next) => {
        setDraggedFrom(null);
        player?.endScrub();
        if (player === null) place.setState({ playheadFlicks: next });
        else player.seek(next);
      }}
      className="w-28 shrink-0"
    />
  );
}

function RunningTime({
  place,
  rate,
  label,
  onStop,
}: {
  readonly place: PlaceStore;
  readonly rate: FrameRate;
  readonly label: string;
  readonly onStop: () => void;
}) {
  const text = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const write = (): void => {
      if (text.current !== null)
        text.current.textContent = formatTimecode(place.getState().playheadFlicks, rate);
    };
    write();
    return place.subscribe(write);
  }, [place, rate]);
  return (
    <button
      ref={text}
      type="button"
      aria-label={label}
      onClick={onStop}
      className="h-7 w-28 shrink-0 px-2 text-left font-mono text-base text-text tabular-nums"
    />
  );
}
