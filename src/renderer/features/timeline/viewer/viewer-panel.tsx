import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import type { FrameRate } from '../../../../domain/kernel/time.ts';
import type { MediaProblem } from '../../../../playback/screen/messages.ts';
import { supportsPlayback } from '../../../../playback/supports-playback.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../words/use-words.ts';
import type { SizePx } from './fit-picture.ts';
import { PictureStage } from './picture-stage.tsx';
import { TransportBar } from './transport-bar.tsx';
import { useArrivedFiles } from './use-arrived-files.ts';
import { useExaminedFile } from './use-examined-file.ts';
import { useFilmLength } from './use-film-length.ts';
import { useFullScreen } from './use-full-screen.ts';
import { usePlayer, usePlayerState } from './use-player.ts';
import { useStopHeld } from './use-stop-held.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';
import { type ViewerActions, viewerActions } from './viewer-actions.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export interface ViewerPanelProps {
  readonly label: string;
  readonly film: ViewedFilm;
  readonly place: PlaceStore;
  readonly rate: FrameRate;
  readonly shape: SizePx;
  readonly settings: ViewerSettingsStore;
  /** Whether its commands are there always, or only while it has the focus. */
  readonly commands: 'always' | 'focused';
  readonly nameOf: (assetId: AssetId) => string | null;
  /** Shown while the film has no length. */
  readonly empty: ReactNode;
  /** Over the picture, in its corner. */
  readonly note?: string | null;
}

/** A picture with the controls below it: what the program and the source viewer are both made of. */
export function ViewerPanel(props: ViewerPanelProps) {
  const { label, film, place, rate, shape, settings, nameOf } = props;
  const words = useWords('viewer');
  const status = useStatusLine();
  const canvasHost = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [focused, setFocused] = useState(false);
  const support = useMemo(() => supportsPlayback(), []);
  const lengthFlicks = useFilmLength(film);
  const fullScreen = useFullScreen();
  const stopHeld = useStopHeld();
  const named = (problem: MediaProblem): string => nameOf(problem.assetId) ?? words.slate.unnamed;
  const player = usePlayer({
    host: canvasHost,
    film,
    place,
    rate,
    shape,
    attempt,
    slateOf: (problem) => ({ title: named(problem), note: slateNote(problem, words.slate) }),
    onProblem(problem) {
      status.say(words.mediaProblem(named(problem)), 'warning');
      if (problem.kind !== 'missing') examine(problem.assetId);
    },
  });
  const examine = useExaminedFile();
  useArrivedFiles(player);
  const state = usePlayerState(player);
  const { loop, captions, volume, muted, scrubSound } = useStore(settings);
  const actions = useMemo(
    () => viewerActions({ player, film, place, settings, toggleFullScreen: fullScreen.toggle, stopHeld }),
    [player, film, place, settings, fullScreen.toggle, stopHeld],
  );

  useEffect(() => player?.setVolume(muted ? 0 : volume), [player, muted, volume]);
  useEffect(() => player?.setScrubSound(scrubSound && !muted), [player, scrubSound, muted]);
  useEffect(() => player?.setCaptions(captions), [player, captions]);
  useEffect(() => {
    if (player === null) return;
    const follow = (): void => {
      const { inFlicks, outFlicks } = place.getState();
      const outAt = outFlicks ?? lengthFlicks;
      player.setLoop(loop && outAt > 0 ? { inFlicks: inFlicks ?? 0, outFlicks: outAt } : null);
    };
    follow();
    let marks = marksOf(place);
    return place.subscribe(() => {
      if (marks === marksOf(place)) return;
      marks = marksOf(place);
      follow();
    });
  }, [player, place, loop, lengthFlicks]);

  return (
    <section
      aria-label={label}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
      className={classNames(
        '@container flex min-h-0 min-w-0 flex-col bg-panel',
        fullScreen.is ? 'fixed inset-0 z-20' : 'h-full',
      )}
    >
      <PictureStage
        label={label}
        canvasHost={canvasHost}
        film={film}
        place={place}
        shape={shape}
        player={player}
        state={state}
        support={support}
        settings={settings}
        hasFilm={lengthFlicks > 0}
        empty={props.empty}
        note={props.note ?? null}
        onStartAgain={() => setAttempt((before) => before + 1)}
        onToggle={() => actions['play.toggle'].run()}
      />
      <TransportBar
        player={player}
        state={state}
        place={place}
        rate={rate}
        lengthFlicks={lengthFlicks}
        actions={actions}
        settings={settings}
        isFullScreen={fullScreen.is}
      />
      {props.commands === 'always' || focused ? <AttachedCommands actions={actions} /> : null}
    </section>
  );
}

function AttachedCommands({ actions }: { readonly actions: ViewerActions }) {
  useCommands(actions);
  return null;
}

function marksOf(place: PlaceStore): string {
  const { inFlicks, outFlicks } = place.getState();
  return `${inFlicks} ${outFlicks}`;
}

function slateNote(
  { kind }: MediaProblem,
  words: { readonly missing: string; readonly unreadable: string; readonly notDecodable: string },
): string {
  switch (kind) {
    case 'missing':
      return words.missing;
    case 'unreadable':
      return words.unreadable;
    case 'not-decodable':
      return words.notDecodable;
  }
}
