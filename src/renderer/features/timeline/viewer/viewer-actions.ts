import { frameFlicks, secondsToFlicks } from '../../../../domain/kernel/time.ts';
import { timelineDurationFlicks } from '../../../../domain/timeline/queries.ts';
import type { Player } from '../../../../playback/player.ts';
import type { CommandHandler } from '../../../actions/command-registry.ts';
import { nextCut, previousCut } from './cuts.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export const playCommandIds = [
  'play.toggle',
  'play.backward',
  'play.stop',
  'play.forward',
  'play.frameBack',
  'play.frameOn',
  'play.secondBack',
  'play.secondOn',
  'play.previousCut',
  'play.nextCut',
  'play.toStart',
  'play.toEnd',
  'play.markIn',
  'play.markOut',
  'play.clearMarks',
  'play.loop',
  'play.scrubSound',
  'play.fullScreen',
] as const;
export type PlayCommandId = (typeof playCommandIds)[number];
export type ViewerActions = Readonly<Record<PlayCommandId, CommandHandler>>;

export interface ViewerActionSettings {
  /** null where this browser cannot play: the playhead still moves. */
  readonly player: Player | null;
  readonly film: ViewedFilm;
  readonly place: PlaceStore;
  readonly settings: ViewerSettingsStore;
  readonly toggleFullScreen: () => void;
  /** Whether K is down meanwhile: then J and L play slowly. */
  readonly stopHeld: () => boolean;
}

/** What the commands of playing do in one viewer. */
export function viewerActions(viewer: ViewerActionSettings): ViewerActions {
  const { player, film, place, settings } = viewer;
  const frame = (): number => frameFlicks(film.index().rate);
  const end = (): number => timelineDurationFlicks(film.index());
  const at = (): number => player?.positionFlicks() ?? place.getState().playheadFlicks;
  const hasFilm = (): boolean => end() > 0;
  const canPlay = (): boolean => player !== null && hasFilm();

  const goTo = (flicks: number): void => {
    const bounded = Math.min(Math.max(0, end() - frame()), Math.max(0, flicks));
    if (player === null) place.setState({ playheadFlicks: bounded });
    else player.seek(bounded);
  };
  const step = (frames: number): void => {
    if (player === null) goTo(at() + frames * frame());
    else player.stepFrames(frames);
  };
  const plays = (run: (player: Player) => void): CommandHandler => ({
    run: () => player !== null && run(player),
    enabled: canPlay,
  });
  const moves = (run: () => void): CommandHandler => ({ run, enabled: hasFilm });

  return {
    'play.toggle': { ...plays((it) => it.toggle()), checked: () => (player?.state().speed ?? 0) !== 0 },
    'play.backward': plays((it) => it.shuttle('J', viewer.stopHeld())),
    'play.stop': plays((it) => it.shuttle('K')),
    'play.forward': plays((it) => it.shuttle('L', viewer.stopHeld())),
    'play.frameBack': moves(() => step(-1)),
    'play.frameOn': moves(() => step(1)),
    'play.secondBack': moves(() => goTo(at() - secondsToFlicks(1))),
    'play.secondOn': moves(() => goTo(at() + secondsToFlicks(1))),
    'play.previousCut': moves(() => goTo(previousCut(film.index(), at()))),
    'play.nextCut': moves(() => goTo(nextCut(film.index(), at()))),
    'play.toStart': moves(() => goTo(0)),
    'play.toEnd': moves(() => goTo(end())),
    'play.markIn': moves(() => {
      const inFlicks = at();
      const { outFlicks } = place.getState();
      place.setState({ inFlicks, outFlicks: outFlicks !== null && outFlicks <= inFlicks ? null : outFlicks });
    }),
    'play.markOut': moves(() => {
      const outFlicks = at() + frame();
      const { inFlicks } = place.getState();
      place.setState({ outFlicks, inFlicks: inFlicks !== null && inFlicks >= outFlicks ? null : inFlicks });
    }),
    'play.clearMarks': {
      run: () => place.setState({ inFlicks: null, outFlicks: null }),
      enabled: () => place.getState().inFlicks !== null || place.getState().outFlicks !== null,
    },
    'play.loop': {
      ...moves(() => settings.setState(({ loop }) => ({ loop: !loop }))),
      checked: () => settings.getState().loop,
    },
    'play.scrubSound': {
      run: () => settings.setState(({ scrubSound }) => ({ scrubSound: !scrubSound })),
      checked: () => settings.getState().scrubSound,
    },
    'play.fullScreen': { run: viewer.toggleFullScreen },
  };
}
