import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerState } from '../../../../playback/player.ts';
import type { PlaybackSupport } from '../../../../playback/supports-playback.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { useWords } from '../../../words/use-words.ts';
import { drawnSize, fitPicture, type SizePx } from './fit-picture.ts';
import { SafeAreas } from './safe-areas.tsx';
import { StillInstead } from './still-instead.tsx';
import { useAfter } from './use-after.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export interface PictureStageProps {
  readonly label: string;
  readonly canvasHost: RefObject<HTMLDivElement | null>;
  readonly film: ViewedFilm;
  readonly place: PlaceStore;
  readonly shape: SizePx;
  readonly player: Player | null;
  readonly state: PlayerState;
  readonly support: PlaybackSupport;
  readonly settings: ViewerSettingsStore;
  readonly hasFilm: boolean;
  readonly empty: ReactNode;
  readonly note: string | null;
  readonly onStartAgain: () => void;
  readonly onToggle: () => void;
}

/** How long playing may wait before it says so. */
const wordlessMs = 300;

/** The picture, as large as its room allows, and what has to be said over it. */
export function PictureStage(props: PictureStageProps) {
  const { canvasHost, shape, player, state, support, settings, hasFilm, note } = props;
  const words = useWords('viewer');
  const room = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<SizePx>({ widthPx: 0, heightPx: 0 });
  const quality = useStore(settings, (it) => it.quality);
  const guides = useStore(settings, (it) => it.guides);
  const waits = useAfter(state.activity === 'buffering', wordlessMs);
  const { widthPx, heightPx } = shape;

  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setPlace(fitPicture({ widthPx: width, heightPx: height }, { widthPx, heightPx }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [widthPx, heightPx]);
  useEffect(() => {
    if (player === null || place.widthPx === 0) return;
    const size = drawnSize(place, { widthPx, heightPx }, window.devicePixelRatio, quality);
    player.resize(size.widthPx, size.heightPx);
  }, [player, place, widthPx, heightPx, quality]);

  const broken = state.broken !== null;
  const shows = hasFilm && support.supported && !broken;
  return (
    <div
      ref={room}
      className="relative flex min-h-0 flex-1 items-center justify-center overflow-hidden bg-black"
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on the picture is a short way; the key is a command */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div
        onClick={shows ? props.onToggle : undefined}
        className={classNames('relative shrink-0', !shows && 'invisible')}
        style={{ width: place.widthPx, height: place.heightPx }}
      >
        <div ref={canvasHost} role="img" aria-label={props.label} className="size-full" />
        {guides ? <SafeAreas shape={shape} /> : null}
      </div>
      {note !== null && hasFilm ? (
        <p
          data-theme="dark"
          className="pointer-events-none absolute top-2 left-2 max-w-2/3 truncate rounded-inner bg-scrim px-2 py-0.5 text-sm text-(--ink)"
        >
          {note}
        </p>
      ) : null}
      <p
        role="status"
        data-theme="dark"
        className={classNames(
          'pointer-events-none absolute bottom-3 left-1/2 -translate-x-1/2 rounded-inner bg-scrim px-2 py-1 text-sm text-(--ink)',
          !waits && 'invisible',
        )}
      >
        {waits ? words.buffering : ''}
      </p>
      {hasFilm ? null : <div className="absolute inset-0 overflow-auto bg-panel">{props.empty}</div>}
      {hasFilm && !support.supported ? (
        <StillInstead support={support} film={props.film} place={props.place} />
      ) : null}
      {hasFilm && broken ? (
        <div className="absolute inset-0 overflow-auto bg-panel">
          <ErrorState
            title={words.brokenTitle}
            text={words.brokenText}
            actions={<Button onClick={props.onStartAgain}>{words.startAgain}</Button>}
          />
        </div>
      ) : null}
    </div>
  );
}
