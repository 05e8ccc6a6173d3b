import type { AssetId } from '../domain/kernel/ids.ts';
import type { RecordsPatch } from '../domain/kernel/patch.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';
import type { Loop } from './clock/film-clock.ts';
import type { ShuttleKey } from './clock/shuttle.ts';
import type { MediaProblem, ScreenStats } from './screen/messages.ts';
import type { SoundOutput } from './sound/sound-output.ts';

/** What a slate shows for a medium that cannot be played: its name, and below it a line of explanation. */
export interface SlateWords {
  readonly title: string;
  readonly note: string;
}

export interface PlayerSettings {
  /** A canvas that nobody has drawn on: the player's worker takes it over for good. */
  readonly canvas: HTMLCanvasElement;
  /** Where the bytes of a medium are; must answer requests for ranges. */
  readonly mediaAddress: (assetId: AssetId) => string;
  /** The timeline as it is now. After a change, call `timelineChanged`. */
  readonly index: () => TimelineIndex;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Words for the slate of a medium that cannot be played. Called once for each. */
  readonly slateOf?: (problem: MediaProblem) => SlateWords | null;
  /** Where sound goes; the window's loudspeaker unless something else is named. Asked for at the first playing. */
  readonly openSound?: () => SoundOutput | null;
}

/** `buffering` is playing that waits for a picture. */
export type PlayerActivity = 'idle' | 'buffering' | 'playing' | 'scrubbing';

export interface PlayerState {
  readonly activity: PlayerActivity;
  /** Times real time; 0 while it stands. */
  readonly speed: number;
  /** `blocked`: the browser wants a click or key first. `none`: there is no device; the picture plays without. */
  readonly sound: 'ready' | 'blocked' | 'none';
  readonly problems: readonly MediaProblem[];
  /** Fonts that could not be loaded: what they would draw is not as in the export. */
  readonly fontProblems: readonly string[];
  /** Set where the preview itself cannot go on; the words are for a report, not for people. */
  readonly broken: string | null;
}

export interface PlayerStats extends ScreenStats {
  /** Time from the last seek or scrub to its frame being drawn; null before the first. */
  readonly seekMs: number | null;
  /** How often playing had to stop and wait for pictures. */
  readonly stalls: number;
}

/**
 * Plays a timeline on a canvas with its sound. Decoding and drawing happen in a worker; sound is scheduled by Web Audio
 * and leads while it plays. Times are flicks of the timeline. Nothing here throws for bad media: they become slates.
 */
export interface Player {
  state(): PlayerState;
  /** Where the playhead is; while playing, now. */
  positionFlicks(): number;
  /** Plays from the playhead, from the start when it stands at the end. Speed −8 … 8. */
  play(speed?: number): void;
  pause(): void;
  toggle(): void;
  /** J, K, L of an editing desk (see `shuttleSpeed`); `stopHeld` says that K is down meanwhile. */
  shuttle(key: ShuttleKey, stopHeld?: boolean): void;
  /** Goes to a frame; playing goes on from there. */
  seek(flicks: number): void;
  /** The same while a person drags: only the latest place counts. Playing stops. */
  scrub(flicks: number): void;
  endScrub(): void;
  stepFrames(count: number): void;
  /** What plays again and again; null for once. */
  setLoop(loop: Loop | null): void;
  /** 0 … 1. */
  setVolume(volume: number): void;
  /** Whether going to a frame by hand lets a moment of its sound be heard. Off at first. */
  setScrubSound(isOn: boolean): void;
  setCaptions(shown: boolean): void;
  /** Size of the drawn frame; of the project's shape. Fewer pixels cost less. */
  resize(widthPx: number, heightPx: number): void;
  /** `index()` changed by a patch, or anew (null). */
  timelineChanged(patch: RecordsPatch | null): void;
  /** Tries a medium again that could not be played. */
  retry(assetId: AssetId): void;
  /** Called with the frame's start whenever another frame is on screen; at most once per drawing of the window. */
  onTime(listener: (flicks: number) => void): () => void;
  onState(listener: () => void): () => void;
  stats(): PlayerStats;
  /** The frame on screen as it was drawn; null before the first. */
  snapshot(): Promise<ImageBitmap | null>;
  /** Settles when the frame that was asked for last is drawn. */
  settled(): Promise<void>;
  dispose(): void;
}
