import { describe, expect, test } from 'vitest';
import type { OpenVideoWriter, VideoWriterSettings } from '../../core/ports/video-writer.ts';
import { frameRates, framesToFlicks } from '../../domain/kernel/time.ts';
import { clipFrames, drawClip } from './draw-clip.ts';
import { buildRequest } from './testing/build-request.ts';

interface Recording {
  settings: VideoWriterSettings | null;
  frames: Buffer[];
  samples: Float32Array;
  ended: 'open' | 'finished' | 'aborted';
}

/** Keeps what a clip writes, as a file would. */
function createRecorder(): { recording: Recording; openWriter: OpenVideoWriter } {
  const recording: Recording = { settings: null, frames: [], samples: new Float32Array(0), ended: 'open' };
  const openWriter: OpenVideoWriter = async (settings) => {
    recording.settings = settings;
    return {
      writeFrame: async (rgba) => {
        recording.frames.push(Buffer.from(rgba));
      },
      writeAudio: async (more) => {
        const joined = new Float32Array(recording.samples.length + more.length);
        joined.set(recording.samples);
        joined.set(more, recording.samples.length);
        recording.samples = joined;
      },
      finish: async () => {
        recording.ended = 'finished';
      },
      abort: async () => {
        recording.ended = 'aborted';
      },
    };
  };
  return { recording, openWriter };
}

const never = new AbortController().signal;
const clip = { kind: 'clip', widthPx: 128, heightPx: 72 } as const;

describe('a clip', () => {
  test.each(Object.entries(frameRates))('has exactly its frames and samples at %s', async (_name, rate) => {
    const { recording, openWriter } = createRecorder();
    const request = {
      ...buildRequest(clip),
      fpsNum: rate.num,
      fpsDen: rate.den,
      durationFlicks: framesToFlicks(17, rate),
    };
    await drawClip(request, 'unused', { openWriter, signal: never, progress: () => undefined });
    expect(recording.frames).toHaveLength(17);
    expect(clipFrames(request)).toBe(17);
    expect(recording.samples.length / 2).toBe(Math.round((17 * rate.den * 48_000) / rate.num));
    expect(recording.settings).toMatchObject({
      widthPx: 128,
      heightPx: 72,
      rate,
      audio: { sampleRate: 48_000, channels: 2 },
    });
    expect(recording.ended).toBe('finished');
  });

  test('is the same twice, and moves although the camera is at rest', async () => {
    const record = async (): Promise<Recording> => {
      const { recording, openWriter } = createRecorder();
      const brief = {
        setting: 'exterior',
        place: 'SEA',
        description: 'Rain on black water.',
        characters: [],
      } as const;
      await drawClip(buildRequest({ ...clip, brief: { ...brief, characters: [] } }), 'unused', {
        openWriter,
        signal: never,
        progress: () => undefined,
      });
      return recording;
    };
    const [first, second] = [await record(), await record()];
    expect(second.frames.every((frame, i) => frame.equals(first.frames[i] ?? Buffer.alloc(0)))).toBe(true);
    expect(Buffer.from(second.samples.buffer).equals(Buffer.from(first.samples.buffer))).toBe(true);
    expect(first.frames[0]?.equals(first.frames[11] ?? Buffer.alloc(0))).toBe(false);
  });

  test('sounds quiet, begins and ends in silence, and has no clicks', async () => {
    const { recording, openWriter } = createRecorder();
    const dialogue = {
      speaker: 'MARA',
      text: 'The Alma went down in seventy-one.',
      parenthetical: null,
      offScreen: false,
    };
    await drawClip(buildRequest({ ...clip, seconds: 3, brief: { dialogue, kind: 'dialogue' } }), 'unused', {
      openWriter,
      signal: never,
      progress: () => undefined,
    });
    const { samples } = recording;
    const rms = Math.sqrt(samples.reduce((sum, n) => sum + n * n, 0) / samples.length);
    expect(20 * Math.log10(rms)).toBeGreaterThan(-50);
    expect(20 * Math.log10(rms)).toBeLessThan(-24);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(1e-4);
    expect(Math.abs(samples[samples.length - 1] ?? 1)).toBeLessThan(1e-4);
    let jump = 0;
    for (let i = 2; i < samples.length; i++)
      jump = Math.max(jump, Math.abs((samples[i] ?? 0) - (samples[i - 2] ?? 0)));
    expect(jump).toBeLessThan(0.08);
  });

  test('gives up and leaves nothing when it is cancelled', async () => {
    const { recording, openWriter } = createRecorder();
    const controller = new AbortController();
    const progress = (): void => controller.abort();
    await expect(
      drawClip(buildRequest({ ...clip, seconds: 5 }), 'unused', {
        openWriter,
        signal: controller.signal,
        progress,
      }),
    ).rejects.toThrow();
    expect(recording.ended).toBe('aborted');
  });
});
