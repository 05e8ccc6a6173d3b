import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import type { StagePlan } from '../reading/stage-plan.ts';
import { mixVoices, type Voice } from './voice.ts';
import { voicesFor } from './voices-for.ts';

export interface ScratchTrack {
  /** The next samples, interleaved stereo; `count` of each channel. */
  next(count: number): Float32Array;
}

/** Quiet sound of the place, the weather and the talk, of exactly the clip's length, soft at both ends. */
export function createScratchTrack(
  request: PictureRequest,
  plan: StagePlan,
  durationS: number,
  sampleRate: number,
): ScratchTrack {
  const voices: readonly Voice[] = voicesFor(request, plan, sampleRate);
  const total = Math.round(durationS * sampleRate);
  const fade = Math.min(Math.round(0.12 * sampleRate), Math.floor(total / 3));
  let done = 0;
  return {
    next: (count) => {
      const out = mixVoices(voices, count, done / sampleRate);
      for (let i = 0; i < count; i++) {
        const at = done + i;
        const gain = Math.min(1, at / Math.max(1, fade), Math.max(0, total - 1 - at) / Math.max(1, fade));
        const soft = gain * gain * (3 - 2 * gain);
        out[i * 2] = (out[i * 2] ?? 0) * soft;
        out[i * 2 + 1] = (out[i * 2 + 1] ?? 0) * soft;
      }
      done += count;
      return out;
    },
  };
}
