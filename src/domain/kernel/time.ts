/**
 * One unit for all time: integer flicks, 1/705,600,000 s (the unit published by Oculus/Facebook in 2018 as "flick").
 * Every rate in {@link frameRates} and the sample rates 44.1 kHz and 48 kHz divide it exactly, so that frame
 * and sample positions are never rounded twice. Safe integers reach 147 days.
 */
export const flicksPerSecond = 705_600_000;

/** Frames per second as an exact fraction, `num / den`. 23.976 is 24000/1001. */
export interface FrameRate {
  readonly num: number;
  readonly den: number;
}

/** The rates a project may have, by the name that people write. */
export const frameRates = {
  '23.976': { num: 24000, den: 1001 },
  '24': { num: 24, den: 1 },
  '25': { num: 25, den: 1 },
  '29.97': { num: 30000, den: 1001 },
  '30': { num: 30, den: 1 },
  '50': { num: 50, den: 1 },
  '60': { num: 60, den: 1 },
} as const satisfies Record<string, FrameRate>;

/** Length of one frame in flicks; an integer for every rate in {@link frameRates}. */
export function frameFlicks(rate: FrameRate): number {
  return Math.round((flicksPerSecond * rate.den) / rate.num);
}

/** Start of frame `frame` (0-based) in flicks. */
export function framesToFlicks(frame: number, rate: FrameRate): number {
  return frame * frameFlicks(rate);
}

/** Number of the frame that is on screen at `flicks` (floor). */
export function flicksToFrame(flicks: number, rate: FrameRate): number {
  return Math.floor(flicks / frameFlicks(rate));
}

/** `flicks` moved to the nearest frame boundary; a duration should pass `atLeastOne`. */
export function snapToFrame(flicks: number, rate: FrameRate, atLeastOne = false): number {
  const frames = Math.round(flicks / frameFlicks(rate));
  return framesToFlicks(atLeastOne ? Math.max(1, frames) : frames, rate);
}

export function secondsToFlicks(seconds: number): number {
  return Math.round(seconds * flicksPerSecond);
}

export function flicksToSeconds(flicks: number): number {
  return flicks / flicksPerSecond;
}

/** Samples at `sampleRate` Hz that have begun before `flicks` (round; exact on frame boundaries of whole rates). */
export function flicksToSamples(flicks: number, sampleRate: number): number {
  return Math.round((flicks * sampleRate) / flicksPerSecond);
}

/** Non-drop timecode `HH:MM:SS:FF`, counting at the nominal whole rate (24 for 23.976), as SMPTE ST 12-1 does. */
export function formatTimecode(flicks: number, rate: FrameRate): string {
  const nominal = Math.round(rate.num / rate.den);
  const total = flicksToFrame(flicks, rate);
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = Math.floor(total / nominal);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}:${two(total % nominal)}`;
}
