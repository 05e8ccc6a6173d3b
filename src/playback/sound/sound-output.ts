import { nowMs } from '../clock/film-clock.ts';

/** The loudspeaker of a window: a context with a volume, and how its clock and the shared clock relate. */
export interface SoundOutput {
  readonly context: BaseAudioContext;
  /** Where what is played goes. */
  readonly input: AudioNode;
  /** Whether it plays now. A browser may want a gesture of the person first. */
  runs(): boolean;
  /** Wakes it; settles when it runs or will not for now. */
  resume(): Promise<boolean>;
  /** Time of the context that is heard at a time of the shared clock, output latency included. */
  contextTimeAt(ms: number): number;
  setVolume(volume: number): void;
  close(): void;
}

/** Waking takes some milliseconds; without a device, or without a gesture, it takes for ever. */
const resumeTimeoutMs = 250;
/** Changes of volume take this long, so that they do not click. */
const rampSeconds = 0.02;

/** Null where this browser has no Web Audio, or the machine will not give it a device. */
export function openSoundOutput(): SoundOutput | null {
  let context: AudioContext;
  try {
    context = new AudioContext({ latencyHint: 'interactive', sampleRate: 48_000 });
  } catch {
    // No Web Audio, or none at this rate: playing goes on silently, by the clock of the window.
    return null;
  }
  const volume = context.createGain();
  volume.connect(context.destination);
  return {
    context,
    input: volume,
    runs: () => context.state === 'running',
    async resume() {
      if (context.state === 'running') return true;
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, resumeTimeoutMs));
      // Where a gesture is missing, the promise of `resume` waits for it.
      await Promise.race([context.resume().catch(() => undefined), timeout]);
      return (context.state as AudioContextState) === 'running';
    },
    contextTimeAt(ms) {
      const stamp = context.getOutputTimestamp();
      if (stamp.contextTime !== undefined && stamp.performanceTime !== undefined && stamp.contextTime > 0) {
        return stamp.contextTime + (ms - (performance.timeOrigin + stamp.performanceTime)) / 1000;
      }
      const latency = context.outputLatency || context.baseLatency || 0;
      return context.currentTime - latency + (ms - nowMs()) / 1000;
    },
    setVolume(wanted) {
      volume.gain.setTargetAtTime(wanted, context.currentTime, rampSeconds / 3);
    },
    close() {
      void context.close().catch(() => undefined);
    },
  };
}
