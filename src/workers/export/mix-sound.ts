import { type AudioReader, openAudioReader } from '../../adapters/libav/open-audio-reader.ts';
import { mixSampleRate } from '../../adapters/libav/stereo-resampler.ts';
import type { ExportPlan } from '../../domain/export/export-plan.ts';
import { flicksPerSecond, flicksToSamples } from '../../domain/kernel/time.ts';
import { type AudioPiece, pieceKey } from '../../domain/timeline/audio-piece.ts';
import { describeAudio } from '../../domain/timeline/audio-plan.ts';
import { gainAt } from '../../domain/timeline/gain-curve.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { limitPeaks } from './limit-peaks.ts';
import { openPlanned } from './open-planned.ts';

const flicksPerSample = flicksPerSecond / mixSampleRate;
/** Gain is worked out this often and is a straight line between: 0.7 ms, far below what an ear can follow. */
const gainStepSamples = 32;

/** The sound of a film, stereo at 48 kHz, made in pieces from front to back. */
export interface SoundMixer {
  /** Interleaved samples of [from, to); a view that is good until the next call. */
  mix(fromFlicks: number, toFlicks: number): Promise<Float32Array>;
  close(): Promise<void>;
}

export function createSoundMixer(index: TimelineIndex, plan: ExportPlan): SoundMixer {
  const readers = new Map<string, AudioReader>();
  let mixed = new Float32Array(0);
  let read = new Float32Array(0);

  const readerOf = async (piece: AudioPiece): Promise<AudioReader | null> => {
    const medium = plan.media.get(piece.assetId);
    if (medium === undefined || !medium.hasSound) return null;
    const key = pieceKey(piece);
    const known = readers.get(key);
    if (known !== undefined) return known;
    const reader = await openPlanned(plan, piece.assetId, ({ path }) => openAudioReader(path));
    readers.set(key, reader);
    return reader;
  };

  const addPiece = async (piece: AudioPiece, firstSample: number, count: number): Promise<void> => {
    const reader = await readerOf(piece);
    if (reader === null) return;
    const pieceStart = flicksToSamples(piece.startFlicks, mixSampleRate);
    const pieceEnd = flicksToSamples(piece.startFlicks + piece.durationFlicks, mixSampleRate);
    const start = Math.max(firstSample, pieceStart);
    const end = Math.min(firstSample + count, pieceEnd);
    if (end <= start) return;
    const sourceStart = flicksToSamples(piece.sourceInFlicks, mixSampleRate) + start - pieceStart;
    const samples = read.subarray(0, (end - start) * 2);
    await reader.read(sourceStart, samples);
    const into = mixed.subarray((start - firstSample) * 2);
    for (let at = 0; at < end - start; at += gainStepSamples) {
      const steps = Math.min(gainStepSamples, end - start - at);
      const from = gainAt(piece, (start + at) * flicksPerSample);
      const to = gainAt(piece, (start + at + steps) * flicksPerSample);
      addWithGain(into, samples, at, steps, from, to);
    }
  };

  return {
    async mix(fromFlicks, toFlicks) {
      const firstSample = flicksToSamples(fromFlicks, mixSampleRate);
      const count = flicksToSamples(toFlicks, mixSampleRate) - firstSample;
      if (mixed.length < count * 2) {
        mixed = new Float32Array(count * 2);
        read = new Float32Array(count * 2);
      }
      mixed.fill(0);
      const pieces = describeAudio(index, fromFlicks, toFlicks);
      for (const piece of pieces) await addPiece(piece, firstSample, count);
      const heard = new Set(pieces.map(pieceKey));
      for (const [key, reader] of readers) {
        if (heard.has(key)) continue;
        readers.delete(key);
        await reader.close();
      }
      const out = mixed.subarray(0, count * 2);
      limitPeaks(out);
      return out;
    },
    async close() {
      for (const reader of readers.values()) await reader.close();
      readers.clear();
    },
  };
}

function addWithGain(
  into: Float32Array,
  samples: Float32Array,
  at: number,
  steps: number,
  from: number,
  to: number,
): void {
  const slope = (to - from) / steps;
  for (let i = 0; i < steps; i++) {
    const gain = from + slope * i;
    const left = (at + i) * 2;
    into[left] = (into[left] ?? 0) + (samples[left] ?? 0) * gain;
    into[left + 1] = (into[left + 1] ?? 0) + (samples[left + 1] ?? 0) * gain;
  }
}
