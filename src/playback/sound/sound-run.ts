import { flicksPerSecond } from '../../domain/kernel/time.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { type Run, type Stretch, stretchesOf } from '../clock/film-clock.ts';
import type { SoundSamples, SoundWanted } from '../screen/messages.ts';
import { gainPoints, planSound, type SoundPart } from './plan-sound.ts';
import type { SoundOutput } from './sound-output.ts';

export interface SoundRunSettings {
  readonly output: Pick<SoundOutput, 'context' | 'input'>;
  readonly index: () => TimelineIndex;
  readonly read: (wanted: Omit<SoundWanted, 'id'>) => Promise<SoundSamples | null>;
  readonly run: Run;
}

/** The sound of one run: decoded ahead, and scheduled to the sample. */
export interface SoundRun {
  /** Decodes and, once begun, schedules what plays until `untilMs` of the shared clock. */
  planUntil(untilMs: number): Promise<void>;
  /** Whether the timeline still says what was planned and is not over at `nowMs`, in time as planned. */
  isCurrent(nowMs: number): boolean;
  /** Ties the run's start to a time of the context: from now on it is heard. */
  begin(contextTime: number): void;
  /** Fades out within some milliseconds. */
  stop(): void;
}

/** How long a plan is remembered after the next one begins: longer than anything is planned ahead. */
const rememberedMs = 10_000;

/** Beginning and end of what is heard: long enough not to click, too short to be heard as a fade. */
const edgeSeconds = 0.006;

export function createSoundRun({ output, index, read, run }: SoundRunSettings): SoundRun {
  const { context, input } = output;
  const gate = context.createGain();
  gate.gain.value = 0;
  gate.connect(input);
  const sources = new Set<AudioBufferSourceNode>();
  const waiting: (() => void)[] = [];
  /** What was planned for each stretch, as text. */
  let planned: { readonly stretch: Stretch; readonly untilMs: number; readonly as: string }[] = [];
  let plannedMs = run.startMs;
  let startTime: number | null = null;
  let stopped = false;

  /** Time of the context at which a time of the run, in milliseconds of the shared clock as planned, is heard. */
  const contextTime = (start: number, ms: number): number => start + (ms - run.startMs) / 1000;

  const schedule = (part: SoundPart, samples: SoundSamples, fromMs: number, start: number): void => {
    const first = samples.channels[0];
    if (stopped || first === undefined || first.length === 0) return;
    const buffer = context.createBuffer(samples.channels.length, first.length, samples.sampleRate);
    for (const [i, channel] of samples.channels.entries()) buffer.copyToChannel(channel, i);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = run.speed;
    const gain = context.createGain();
    source.connect(gain).connect(gate);

    const at = contextTime(start, fromMs);
    const lateSeconds = Math.max(0, context.currentTime - at);
    const lasts = (part.toFlicks - part.fromFlicks) / flicksPerSecond;
    if (lateSeconds * run.speed >= lasts) return;
    const timeOf = (flicks: number): number => at + (flicks - part.fromFlicks) / flicksPerSecond / run.speed;
    gainPoints(part).forEach(({ atFlicks, gain: value }, i) => {
      if (i === 0) gain.gain.setValueAtTime(value, Math.max(0, at));
      else gain.gain.linearRampToValueAtTime(value, Math.max(0, timeOf(atFlicks)));
    });
    source.start(Math.max(context.currentTime, at), lateSeconds * run.speed);
    sources.add(source);
    source.onended = () => {
      sources.delete(source);
      gain.disconnect();
    };
  };

  const plan = async (part: SoundPart, fromMs: number): Promise<void> => {
    const samples = await read({
      itemId: part.piece.itemId,
      assetId: part.piece.assetId,
      fromSeconds: part.sourceFromSeconds,
      toSeconds: part.sourceToSeconds,
    });
    if (samples === null || stopped) return;
    const start = startTime;
    if (start === null) waiting.push(() => startTime !== null && schedule(part, samples, fromMs, startTime));
    else schedule(part, samples, fromMs, start);
  };

  return {
    async planUntil(untilMs) {
      if (stopped || untilMs <= plannedMs) return;
      const fromMs = plannedMs;
      plannedMs = untilMs;
      const stretches = stretchesOf(run, fromMs, untilMs).map((stretch) => ({
        stretch,
        parts: planSound(index(), stretch),
      }));
      planned = planned.filter((plan) => plan.untilMs > fromMs - rememberedMs);
      for (const { stretch, parts } of stretches)
        planned.push({ stretch, untilMs, as: JSON.stringify(parts) });
      await Promise.all(
        stretches.flatMap(({ stretch, parts }) =>
          parts.map((part) => {
            const into = (part.fromFlicks - stretch.fromFlicks) / flicksPerSecond / run.speed;
            return plan(part, stretch.fromMs + into * 1000);
          }),
        ),
      );
    },
    isCurrent(nowMs) {
      planned = planned.filter(({ untilMs }) => untilMs > nowMs);
      return planned.every(({ stretch, as }) => JSON.stringify(planSound(index(), stretch)) === as);
    },
    begin(atContextTime) {
      // On a whole sample, so that parts that follow each other meet without a seam.
      const begin = Math.round(atContextTime * context.sampleRate) / context.sampleRate;
      startTime = begin;
      const from = Math.max(context.currentTime, begin);
      gate.gain.setValueAtTime(0, from);
      gate.gain.linearRampToValueAtTime(1, from + edgeSeconds);
      for (const scheduleNow of waiting.splice(0)) scheduleNow();
    },
    stop() {
      stopped = true;
      waiting.length = 0;
      const now = context.currentTime;
      gate.gain.cancelScheduledValues(now);
      gate.gain.setTargetAtTime(0, now, edgeSeconds / 3);
      for (const source of sources) source.stop(now + edgeSeconds * 2);
      sources.clear();
    },
  };
}
