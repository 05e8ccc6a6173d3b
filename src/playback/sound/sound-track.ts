import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { nowMs, type Run } from '../clock/film-clock.ts';
import { soundsAt } from '../clock/shuttle.ts';
import type { PlayerState } from '../player.ts';
import type { SoundSamples, SoundWanted } from '../screen/messages.ts';
import { createAuditions } from './auditions.ts';
import type { SoundOutput } from './sound-output.ts';
import { createSoundRun, type SoundRun } from './sound-run.ts';

export interface SoundTrackSettings {
  readonly index: () => TimelineIndex;
  readonly read: (wanted: Omit<SoundWanted, 'id'>) => Promise<SoundSamples | null>;
  readonly onState: (state: PlayerState['sound']) => void;
  /** Sound was held back by the browser and may now be heard. */
  readonly onWoken: () => void;
  readonly openOutput: () => SoundOutput | null;
}

/** The sound of a player: the output, and the run that is heard now. */
export interface SoundTrack {
  /** Decodes the beginning of a run. Settles soon, with or without sound. */
  prime(run: Run): Promise<void>;
  /** Lets what was primed be heard; milliseconds from now until its start is, at least `leadMs`. */
  begin(leadMs: number): number;
  /** Plans on, and says by how many milliseconds the run's clock is ahead of what is heard (0 within tolerance). */
  tend(run: Run, nowMs: number): number;
  /** The timeline or the run is another: what is about to be heard follows, what stays is not interrupted. */
  revise(next: Run, movedMs: number, nowMs: number): void;
  /** Lets a moment of the film be heard, for who looks for a place by hand. The latest takes the place of the one before. */
  audition(flicks: number): void;
  stop(): void;
  setVolume(volume: number): void;
  close(): void;
}

const firstPartMs = 400;
/** Beyond the longest time that a browser may put off a timer of a hidden page. */
const planAheadMs = 3000;
const primeTimeoutMs = 600;
/** A third of a frame at 24 a second: less is not seen, and clocks tremble. */
const toleratedDriftMs = 12;
/** A device whose clock stands still is no device. */
const lostDriftMs = 700;
/** More is made up for at once; less in steps of a few milliseconds, in which no frame is lost. */
const jumpDriftMs = 120;
const driftStepMs = 5;

export function createSoundTrack(settings: SoundTrackSettings): SoundTrack {
  const { index, read, onState, onWoken, openOutput } = settings;
  let output: SoundOutput | null | undefined;
  let volume = 1;
  let current: { readonly sound: SoundRun; planned: Run; startTime: number | null } | null = null;
  let drift = 0;
  let told: PlayerState['sound'] = 'ready';

  const say = (state: PlayerState['sound']): void => {
    if (state === told) return;
    told = state;
    onState(state);
  };
  const wake = (): void => {
    void output?.resume().then((runs) => {
      if (!runs) return;
      window.removeEventListener('pointerdown', wake, true);
      window.removeEventListener('keydown', wake, true);
      say('ready');
      onWoken();
    });
  };
  const outputThatRuns = async (): Promise<SoundOutput | null> => {
    if (output === undefined) {
      output = openOutput();
      output?.setVolume(volume);
    }
    if (output === null) {
      say('none');
      return null;
    }
    if (output.runs() || (await output.resume())) {
      say('ready');
      return output;
    }
    const hadGesture = navigator.userActivation?.hasBeenActive ?? false;
    say(hadGesture ? 'none' : 'blocked');
    if (!hadGesture) {
      window.addEventListener('pointerdown', wake, true);
      window.addEventListener('keydown', wake, true);
    }
    return null;
  };
  const stop = (): void => {
    auditions.stop();
    current?.sound.stop();
    current = null;
    drift = 0;
  };
  const auditions = createAuditions({ index, read, output: outputThatRuns });

  return {
    async prime(run) {
      stop();
      if (!soundsAt(run.speed)) return;
      const running = await outputThatRuns();
      if (running === null) return;
      const sound = createSoundRun({ output: running, index, read, run });
      current = { sound, planned: run, startTime: null };
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, primeTimeoutMs));
      await Promise.race([sound.planUntil(run.startMs + firstPartMs), timeout]);
    },
    begin(leadMs) {
      if (current === null || !output) return leadMs;
      // What is scheduled now must still be to come when it has passed the device.
      const now = nowMs();
      const earliest = output.context.currentTime + 0.01;
      const waitMs = Math.max(leadMs, (earliest - output.contextTimeAt(now)) * 1000);
      current.startTime = output.contextTimeAt(now + waitMs);
      current.sound.begin(current.startTime);
      void current.sound.planUntil(current.planned.startMs + planAheadMs);
      return waitMs;
    },
    tend(run, now) {
      if (current === null || current.startTime === null || !output) return 0;
      const playedMs = now - run.startMs;
      void current.sound.planUntil(current.planned.startMs + playedMs + planAheadMs);
      if (playedMs < 0) return 0;
      const heardMs = (output.contextTimeAt(now) - current.startTime) * 1000;
      const ahead = playedMs - heardMs;
      if (Math.abs(ahead) > lostDriftMs) {
        stop();
        say('none');
        return 0;
      }
      drift += (ahead - drift) * 0.3;
      if (Math.abs(drift) < toleratedDriftMs) return 0;
      const most = Math.abs(drift) > jumpDriftMs ? Number.POSITIVE_INFINITY : driftStepMs;
      const correction = Math.max(-most, Math.min(most, drift));
      drift -= correction;
      return correction;
    },
    revise(next, movedMs, now) {
      if (current === null) return;
      // The plan counts from its own start, which drift has moved against the run's.
      current.planned = { ...next, startMs: current.planned.startMs + movedMs };
      if (current.startTime !== null) current.startTime += movedMs / 1000;
      void current.sound.revise(current.planned, current.planned.startMs + now - next.startMs);
    },
    audition: auditions.hear,
    stop,
    setVolume(wanted) {
      volume = Math.min(1, Math.max(0, wanted));
      output?.setVolume(volume);
    },
    close() {
      stop();
      window.removeEventListener('pointerdown', wake, true);
      window.removeEventListener('keydown', wake, true);
      output?.close();
    },
  };
}
