import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { pieceKey } from '../../domain/timeline/audio-piece.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { type Run, stretchesOf } from '../clock/film-clock.ts';
import type { SoundSamples, SoundWanted } from '../screen/messages.ts';
import { createHeardPart, edgeSeconds, type HeardPart } from './heard-part.ts';
import { planSound, type SoundPart } from './plan-sound.ts';
import type { SoundOutput } from './sound-output.ts';

export interface SoundRunSettings {
  readonly output: Pick<SoundOutput, 'context' | 'input'>;
  readonly index: () => TimelineIndex;
  readonly read: (wanted: Omit<SoundWanted, 'id'>) => Promise<SoundSamples | null>;
  readonly run: Run;
}

/** The sound of one run: decoded ahead, and scheduled to the sample. Times are the shared clock's, as planned. */
export interface SoundRun {
  /** Decodes and, once begun, schedules what plays until `untilMs`. */
  planUntil(untilMs: number): Promise<void>;
  /**
   * Plans what plays after `nowMs` anew, as the timeline and `next` say. What stays goes on untouched; the rest is heard
   * until what takes its place has been decoded.
   */
  revise(next: Run, nowMs: number): Promise<void>;
  /** Ties the run's start to a time of the context: from now on it is heard; ends by itself after `lastsSeconds`. */
  begin(contextTime: number, lastsSeconds?: number): void;
  /** Fades out within some milliseconds. */
  stop(): void;
}

/** What was planned in one go. */
interface PlannedSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  /** By everything that is heard of them. */
  readonly parts: Map<string, HeardPart>;
}

/** How long a plan is remembered after the next one begins: longer than anything is planned ahead. */
const rememberedMs = 10_000;

export function createSoundRun({ output, index, read, run: first }: SoundRunSettings): SoundRun {
  const { context, input } = output;
  const gate = context.createGain();
  gate.gain.value = 0;
  gate.connect(input);
  const waiting: (() => void)[] = [];
  let run = first;
  let spans: PlannedSpan[] = [];
  let plannedMs = run.startMs;
  let startTime: number | null = null;
  let stopped = false;

  const load = async (heard: HeardPart, part: SoundPart, fromMs: number): Promise<void> => {
    const samples = await read({
      piece: pieceKey(part.piece),
      assetId: part.piece.assetId,
      fromSeconds: part.sourceFromSeconds,
      toSeconds: part.sourceToSeconds,
    });
    if (samples === null || stopped) return;
    const schedule = (): void => {
      if (startTime !== null) heard.schedule(samples, startTime + (fromMs - first.startMs) / 1000);
    };
    if (startTime === null) waiting.push(schedule);
    else schedule();
  };
  /** Brings what a span plays in step with the timeline. */
  const fill = async (span: PlannedSpan): Promise<void> => {
    const loading: Promise<void>[] = [];
    const stays = new Set<string>();
    for (const stretch of stretchesOf(run, span.fromMs, span.untilMs)) {
      for (const part of planSound(index(), stretch)) {
        const into = (part.fromFlicks - stretch.fromFlicks) / flicksPerSecond / run.speed;
        const fromMs = stretch.fromMs + into * 1000;
        const key = `${fromMs} ${JSON.stringify(part)}`;
        stays.add(key);
        if (span.parts.has(key)) continue;
        const heard = createHeardPart({ context, output: gate, part, speed: run.speed });
        span.parts.set(key, heard);
        loading.push(load(heard, part, fromMs));
      }
    }
    const gone = [...span.parts].filter(([key]) => !stays.has(key));
    for (const [key] of gone) span.parts.delete(key);
    // What cannot be decoded is silent, and ends the sound before it all the same.
    await Promise.allSettled(loading);
    for (const [, heard] of gone) heard.end();
  };

  return {
    async planUntil(untilMs) {
      if (stopped || untilMs <= plannedMs) return;
      const span: PlannedSpan = { fromMs: plannedMs, untilMs, parts: new Map() };
      plannedMs = untilMs;
      spans = [...spans.filter((before) => before.untilMs > span.fromMs - rememberedMs), span];
      await fill(span);
    },
    async revise(next, nowMs) {
      if (stopped) return;
      run = next;
      spans = spans.filter(({ untilMs }) => untilMs > nowMs);
      await Promise.all(spans.map(fill));
    },
    begin(atContextTime, lastsSeconds) {
      // On a whole sample, so that parts that follow each other meet without a seam.
      const begin = Math.round(atContextTime * context.sampleRate) / context.sampleRate;
      startTime = begin;
      const from = Math.max(context.currentTime, begin);
      gate.gain.setValueAtTime(0, from);
      gate.gain.linearRampToValueAtTime(1, from + edgeSeconds);
      if (lastsSeconds !== undefined)
        gate.gain.setTargetAtTime(0, from + lastsSeconds - edgeSeconds, edgeSeconds / 3);
      for (const scheduleNow of waiting.splice(0)) scheduleNow();
    },
    stop() {
      stopped = true;
      waiting.length = 0;
      for (const { parts } of spans) for (const heard of parts.values()) heard.end();
      spans = [];
    },
  };
}
