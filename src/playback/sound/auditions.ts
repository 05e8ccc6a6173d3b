import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import { nowMs, type Run } from '../clock/film-clock.ts';
import type { SoundOutput } from './sound-output.ts';
import { createSoundRun, type SoundRun, type SoundRunSettings } from './sound-run.ts';

export interface AuditionSettings extends Pick<SoundRunSettings, 'index' | 'read'> {
  /** The loudspeaker, once it runs; null where it does not. */
  readonly output: () => Promise<SoundOutput | null>;
}

/** Moments of the film, heard while somebody looks for a place by hand. */
export interface Auditions {
  /** The latest place is heard next; those in between are passed over while one is decoded. */
  hear(flicks: number): void;
  stop(): void;
}

/** Two frames of a film: enough to know a word or a beat by. */
const momentMs = 84;
const leadSeconds = 0.005;

export function createAuditions({ index, read, output }: AuditionSettings): Auditions {
  let wanted: number | null = null;
  let isBusy = false;
  let stops = 0;
  let audible: SoundRun | null = null;

  const hearMoment = async (flicks: number): Promise<void> => {
    const mine = stops;
    const running = await output();
    if (running === null) return;
    const endFlicks = Math.min(
      timelineDurationFlicks(index()),
      flicks + Math.round((momentMs / 1000) * flicksPerSecond),
    );
    const run: Run = { startFlicks: flicks, startMs: nowMs(), speed: 1, loop: null, endFlicks };
    const moment = createSoundRun({ output: running, index, read, run });
    await moment.planUntil(run.startMs + momentMs);
    audible?.stop();
    audible = null;
    if (stops !== mine) return moment.stop();
    audible = moment;
    moment.begin(running.context.currentTime + leadSeconds, momentMs / 1000);
  };
  const work = async (): Promise<void> => {
    isBusy = true;
    while (wanted !== null) {
      const flicks = wanted;
      wanted = null;
      await hearMoment(flicks);
    }
    isBusy = false;
  };

  return {
    hear(flicks) {
      // Where nobody has touched the page yet, going somewhere is no reason to ask for a gesture.
      if (navigator.userActivation?.hasBeenActive === false) return;
      wanted = flicks;
      if (!isBusy) void work();
    },
    stop() {
      wanted = null;
      stops++;
      audible?.stop();
      audible = null;
    },
  };
}
