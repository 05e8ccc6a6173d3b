import { type FrameRate, secondsToFlicks, snapToFrame } from '../kernel/time.ts';
import type { CameraMove, ShotKind } from './shot.ts';

/** Shortest and longest shot of a breakdown, seconds. Longer ones are split. */
export const shortestSeconds = 1.5;
export const longestSeconds = 12;

/** Speaking pace, words per second: 150 a minute, the pace of conversation and of audio books. */
const wordsPerSecond = 150 / 60;
/** Before and after the words, seconds. */
const breathSeconds = 1.2;

/** The page rule: a page of 55 lines of 60 characters plays for about a minute. */
const secondsPerLine = 60 / 55;
const lineUnits = 60;

/** Words of dialogue in one shot: about nine seconds, after which it is time to look at somebody else. */
export const longestSpeechWords = 20;
/** Words of action that fit into one shot (six letters to a word with its space). */
export const longestActionWords = Math.floor(((longestSeconds / secondsPerLine - 1) * lineUnits) / 6);

/** How long a set-up wants to stand before anything can be read in it, seconds; and the extra a view needs. */
const holds: Readonly<Record<ShotKind, { readonly least: number; readonly extra: number }>> = {
  establishing: { least: 6, extra: 2 },
  action: { least: 4, extra: 1.4 },
  dialogue: { least: 1.8, extra: 0 },
  reaction: { least: 3, extra: 0 },
  insert: { least: 3, extra: 0.5 },
  montage: { least: 2, extra: 0 },
  title: { least: 3.5, extra: 0 },
};

/** Seconds that a spoken text takes, with a breath; each "…" is a pause of its own. */
export function speechSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const pauses = (text.match(/\.\.\.|…|—/g) ?? []).length;
  return clampSeconds(words / wordsPerSecond + breathSeconds + Math.min(3, pauses) * 0.3);
}

/** Seconds that action takes by the page rule: its lines and the blank one after, at least what the eye needs. */
export function actionSeconds(kind: ShotKind, text: string, move: CameraMove): number {
  const { least, extra } = holds[kind];
  const page = (text.length / lineUnits + 1) * secondsPerLine;
  const travelling = move === 'static' || kind === 'montage' || kind === 'insert' ? 0 : 0.6;
  return clampSeconds(Math.max(least, page + extra) + travelling);
}

function clampSeconds(seconds: number): number {
  return Math.min(longestSeconds, Math.max(shortestSeconds, seconds));
}

/** A length in flicks on a frame boundary of the rate, within the limits. */
export function durationOf(seconds: number, rate: FrameRate): number {
  return snapToFrame(secondsToFlicks(clampSeconds(seconds)), rate, true);
}
