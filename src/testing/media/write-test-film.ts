import { openVideoWriter } from '../../adapters/libav/open-video-writer.ts';
import type { FrameRate } from '../../domain/kernel/time.ts';
import type { Rgb } from '../../domain/timeline/frame-plan.ts';
import { sineSamples } from './sine-samples.ts';

export interface TestFilm {
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly rate?: FrameRate;
  readonly frames?: number;
  /** One colour for the whole of frame `frame`. */
  readonly colour?: (frame: number) => Rgb;
  /** Paints over the colour. */
  readonly paint?: (rgba: Uint8Array, frame: number) => void;
  /** Frequency of its tone at −6 dBFS; null for a film without sound. */
  readonly toneHz?: number | null;
  readonly crf?: number;
}

/** Writes a small real film for a test. Default: one second at 24 fps, 160×90, grey, silent. */
export async function writeTestFilm(path: string, film: TestFilm = {}): Promise<void> {
  const { widthPx = 160, heightPx = 90, rate = { num: 24, den: 1 }, frames = 24 } = film;
  const { colour = () => [128, 128, 128] as const, toneHz = null } = film;
  const sampleRate = 48_000;
  const writer = await openVideoWriter({
    path,
    widthPx,
    heightPx,
    rate,
    audio: toneHz === null ? null : { sampleRate, channels: 2 },
    crf: film.crf ?? 8,
    preset: 'veryfast',
  });
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  for (let frame = 0; frame < frames; frame++) {
    fillColour(rgba, colour(frame));
    film.paint?.(rgba, frame);
    await writer.writeFrame(rgba);
    if (toneHz === null) continue;
    const from = Math.round((frame * sampleRate * rate.den) / rate.num);
    const to = Math.round(((frame + 1) * sampleRate * rate.den) / rate.num);
    await writer.writeAudio(sineSamples(toneHz, from, to - from));
  }
  await writer.finish();
}

export function fillColour(rgba: Uint8Array, [red, green, blue]: Rgb): void {
  for (let i = 0; i < rgba.length; i += 4) {
    rgba[i] = red;
    rgba[i + 1] = green;
    rgba[i + 2] = blue;
    rgba[i + 3] = 255;
  }
}
