import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { patchOf, type RecordChange } from '../../../../domain/kernel/patch.ts';
import type { FrameRate } from '../../../../domain/kernel/time.ts';
import { createPlayer } from '../../../../playback/create-player.ts';
import type { Player, PlayerState, SlateWords } from '../../../../playback/player.ts';
import type { MediaProblem } from '../../../../playback/screen/messages.ts';
import { supportsPlayback } from '../../../../playback/supports-playback.ts';
import { mediaAddress } from '../../../client/media-addresses.ts';
import type { SizePx } from './fit-picture.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';

export interface UsePlayerSettings {
  /** Takes the canvas that the player draws on. */
  readonly host: RefObject<HTMLElement | null>;
  readonly film: ViewedFilm;
  readonly place: PlaceStore;
  readonly rate: FrameRate;
  readonly shape: SizePx;
  readonly slateOf: (problem: MediaProblem) => SlateWords;
  readonly onProblem: (problem: MediaProblem) => void;
  /** Another number makes another player. */
  readonly attempt: number;
}

/**
 * A player for as long as the viewer is shown, on a canvas of its own: one that was handed to a worker cannot be used
 * again. It follows the film and the playhead, and moves the playhead while it plays, all without drawing React.
 */
export function usePlayer(settings: UsePlayerSettings): Player | null {
  const { host, film, place, rate, shape, attempt } = settings;
  const [player, setPlayer] = useState<Player | null>(null);
  const { num, den } = rate;
  const { widthPx, heightPx } = shape;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words may change without making another player
  useEffect(() => {
    const room = host.current;
    if (room === null || !supportsPlayback().supported) return;
    const canvas = document.createElement('canvas');
    canvas.className = 'block size-full';
    room.append(canvas);
    const told = new Set<AssetId>();
    const made = createPlayer({
      canvas,
      mediaAddress,
      index: film.index,
      widthPx,
      heightPx,
      slateOf(problem) {
        if (!told.has(problem.assetId)) settings.onProblem(problem);
        told.add(problem.assetId);
        return settings.slateOf(problem);
      },
    });
    const unfollow = followPlace(made, place);
    const unwatch = followFilm(made, film);
    setPlayer(made);
    return () => {
      unfollow();
      unwatch();
      made.dispose();
      canvas.remove();
      setPlayer(null);
    };
  }, [host, film, place, num, den, widthPx, heightPx, attempt]);
  return player;
}

/** The player moves the playhead, and whoever else moves it moves the player. */
function followPlace(player: Player, place: PlaceStore): () => void {
  let told = place.getState().playheadFlicks;
  const unhear = player.onTime((flicks) => {
    told = flicks;
    place.setState({ playheadFlicks: flicks });
  });
  const unsubscribe = place.subscribe(({ playheadFlicks }) => {
    if (playheadFlicks === told) return;
    told = playheadFlicks;
    player.seek(playheadFlicks);
  });
  player.seek(told);
  return () => {
    unhear();
    unsubscribe();
  };
}

/** Edits reach the picture with the window's next drawing, however many there are in between. */
function followFilm(player: Player, film: ViewedFilm): () => void {
  let waiting = 0;
  let touched: RecordChange[] | null = [];
  const unsubscribe = film.subscribe((patch) => {
    if (patch === null) touched = null;
    else touched?.push(...patch.changes);
    if (waiting !== 0) return;
    waiting = requestAnimationFrame(() => {
      const all = touched === null ? null : patchOf(touched);
      waiting = 0;
      touched = [];
      player.timelineChanged(all);
    });
  });
  return () => {
    cancelAnimationFrame(waiting);
    unsubscribe();
  };
}

const idle: PlayerState = {
  activity: 'idle',
  speed: 0,
  sound: 'ready',
  problems: [],
  fontProblems: [],
  broken: null,
};
const never = () => () => undefined;
const idleState = () => idle;

export function usePlayerState(player: Player | null): PlayerState {
  return useSyncExternalStore(player?.onState ?? never, player?.state ?? idleState);
}
