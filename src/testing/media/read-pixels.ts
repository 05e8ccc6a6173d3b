import { openAudioReader } from '../../adapters/libav/open-audio-reader.ts';
import { openFrameReader } from '../../adapters/libav/open-frame-reader.ts';
import type { Rgb } from '../../domain/timeline/frame-plan.ts';

/** The colour in the middle of a medium's pictures at some times. */
export async function coloursAt(path: string, timesFlicks: readonly number[]): Promise<Rgb[]> {
  const reader = await openFrameReader(path);
  const colours: Rgb[] = [];
  for (const time of timesFlicks) {
    const { rgba, widthPx, heightPx } = await reader.pictureAt(time);
    const at = (Math.floor(heightPx / 2) * widthPx + Math.floor(widthPx / 2)) * 4;
    colours.push([rgba[at] ?? -1, rgba[at + 1] ?? -1, rgba[at + 2] ?? -1]);
  }
  await reader.close();
  return colours;
}

/** A copy of the pixels of the picture at one time. */
export async function pixelsAt(path: string, timeFlicks: number): Promise<Uint8Array> {
  const reader = await openFrameReader(path);
  const { rgba } = await reader.pictureAt(timeFlicks);
  const copy = Uint8Array.from(rgba);
  await reader.close();
  return copy;
}

/** Interleaved stereo samples of a medium. */
export async function samplesOf(path: string, fromSample: number, count: number): Promise<Float32Array> {
  const reader = await openAudioReader(path);
  const samples = new Float32Array(count * 2);
  await reader.read(fromSample, samples);
  await reader.close();
  return samples;
}

/** Largest difference of any channel between two colours. */
export function colourDistance(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
}
